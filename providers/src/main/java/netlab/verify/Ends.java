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
  /** Expectations of the same adjacency, and of parallel ones that no label tells apart. */
  private record Key(String protocol, String reader, String from, String to, List<String> label) {
    Key reversed() {
      return new Key(protocol, reader, to, from, label);
    }

    static Key of(Expectation e) {
      List<String> ends =
          Arrays.stream(e.label().split("<->")).map(String::strip).sorted().toList();
      return new Key(e.protocol(), e.reader(), e.node().name(), e.peer().name(), ends);
    }
  }

  /** Both ends, the one that was listed first first. */
  public List<T> both() {
    return Stream.concat(Stream.of(one), other.stream()).toList();
  }

  /** Joins the ends that belong together, in the order in which the first of each is listed. */
  public static <T> List<Ends<T>> fold(List<T> all, Function<T, Expectation> about) {
    Map<Key, Deque<Integer>> waiting = new HashMap<>();
    List<Ends<T>> folded = new ArrayList<>();
    for (T item : all) {
      Key key = Key.of(about.apply(item));
      Deque<Integer> open = waiting.getOrDefault(key.reversed(), new ArrayDeque<>());
      if (open.isEmpty()) {
        waiting.computeIfAbsent(key, k -> new ArrayDeque<>()).add(folded.size());
        folded.add(new Ends<>(item, Optional.empty()));
      } else {
        int first = open.remove();
        folded.set(first, new Ends<>(folded.get(first).one, Optional.of(item)));
      }
    }
    return List.copyOf(folded);
  }
}
