package netlab.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import netlab.expect.Expectation;

/**
 * The two ends of one adjacency, which people see as one thing.
 *
 * @param other the other end; empty when only one of the two can be asked
 */
public record Ends<T>(T one, Optional<T> other) {
  private static final int NONE = -1;

  /** Both ends, the one that was listed first first. */
  public List<T> both() {
    return Stream.concat(Stream.of(one), other.stream()).toList();
  }

  /**
   * Joins the ends that belong together, in the order in which the first of each is listed: those
   * with the same label, then what is left between two nodes one by one.
   */
  public static <T> List<Ends<T>> fold(List<T> all, Function<T, Expectation> about) {
    int[] partner = new int[all.size()];
    Arrays.fill(partner, NONE);
    for (boolean byLabel : List.of(true, false)) {
      Map<Key, Deque<Integer>> waiting = new HashMap<>();
      for (int i = 0; i < partner.length; i++) {
        if (partner[i] == NONE) {
          Key key = Key.of(about.apply(all.get(i)), byLabel);
          Deque<Integer> open = waiting.getOrDefault(key.reversed(), new ArrayDeque<>());
          if (open.isEmpty()) {
            waiting.computeIfAbsent(key, k -> new ArrayDeque<>()).add(i);
          } else {
            partner[i] = open.remove();
            partner[partner[i]] = i;
          }
        }
      }
    }
    List<Ends<T>> folded = new ArrayList<>();
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] == NONE || partner[i] > i) {
        Optional<T> other =
            partner[i] == NONE ? Optional.empty() : Optional.of(all.get(partner[i]));
        folded.add(new Ends<>(all.get(i), other));
      }
    }
    return List.copyOf(folded);
  }

  private record Key(String protocol, String reader, String from, String to, List<String> label) {
    Key reversed() {
      return new Key(protocol, reader, to, from, label);
    }

    static Key of(Expectation e, boolean byLabel) {
      List<String> halves =
          byLabel
              ? Arrays.stream(e.label().split("<->")).map(String::strip).sorted().toList()
              : List.of();
      return new Key(e.protocol(), e.reader(), e.node().name(), e.peer().name(), halves);
    }
  }
}
