package netlab.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import netlab.expect.Expectation;
import netlab.lab.NodeId;

/** What is known of each expectation while a verification goes on. */
final class Board {
  private static final String NOT_ASKED = "not asked yet";

  private final List<Expectation> expectations;
  private final SequencedMap<NodeId, List<Integer>> ofNode = new LinkedHashMap<>();
  private final List<Ends<Integer>> adjacencies;
  private final Check[] checks;
  private final boolean[] told;

  Board(List<Expectation> expectations) {
    this.expectations = List.copyOf(expectations);
    this.checks = new Check[expectations.size()];
    List<Integer> indexes = new ArrayList<>();
    for (int i = 0; i < checks.length; i++) {
      Expectation e = expectations.get(i);
      checks[i] = Judge.judge(e, new Reading.Unreachable(NOT_ASKED), Duration.ZERO);
      ofNode.computeIfAbsent(e.node(), n -> new ArrayList<>()).add(i);
      indexes.add(i);
    }
    this.adjacencies = Ends.fold(indexes, this.expectations::get);
    this.told = new boolean[adjacencies.size()];
  }

  /** What has to be read from which node, for the expectations that do not hold yet. */
  List<Question> open() {
    List<Question> questions = new ArrayList<>();
    ofNode.forEach((node, indexes) -> {
      List<String> readers =
          indexes.stream()
              .filter(i -> !checks[i].ok())
              .map(i -> expectations.get(i).reader())
              .distinct()
              .toList();
      if (!readers.isEmpty()) {
        questions.add(new Question(node, readers));
      }
    });
    return List.copyOf(questions);
  }

  /** Whether what a node said would leave something open of what it is asked for. */
  boolean staysOpen(Question question, Map<String, Reading> readings, boolean all) {
    List<Boolean> holds = new ArrayList<>();
    for (int i : ofNode.getOrDefault(question.node(), List.of())) {
      Reading reading = readings.get(expectations.get(i).reader());
      if (reading != null && !checks[i].ok()) {
        holds.add(Judge.judge(expectations.get(i), reading, Duration.ZERO).ok());
      }
    }
    return all ? holds.contains(false) : !holds.contains(true);
  }

  /** The nodes at the other ends of what a node has open. */
  Stream<NodeId> openPeers(NodeId node) {
    return ofNode.getOrDefault(node, List.of()).stream()
        .filter(i -> !checks[i].ok())
        .map(i -> expectations.get(i).peer());
  }

  /**
   * Takes in what a node said. A session that was seen to hold and now does not is open again; one
   * that still holds keeps the time when it was first seen.
   */
  void update(NodeId node, Map<String, Reading> readings, Duration now) {
    for (int i : ofNode.getOrDefault(node, List.of())) {
      Reading reading = readings.get(expectations.get(i).reader());
      if (reading == null) {
        continue;
      }
      Check check = Judge.judge(expectations.get(i), reading, now);
      if (check.status() != Status.HELD || checks[i].status() != Status.HELD) {
        checks[i] = check;
      }
    }
  }

  /** Replaces each check by what the function makes of it and of the other end's. */
  void revise(BiFunction<Check, Optional<Check>, Check> revision) {
    for (Ends<Integer> ends : adjacencies) {
      Check one = checks[ends.one()];
      Optional<Check> other = ends.other().map(i -> checks[i]);
      checks[ends.one()] = revision.apply(one, other);
      ends.other().ifPresent(i -> checks[i] = revision.apply(checks[i], Optional.of(one)));
    }
  }

  /** Tells the listener what is new since the last time, and what is still open. */
  void tell(Listener listener) {
    List<Ends<Check>> open = new ArrayList<>();
    for (int i = 0; i < told.length; i++) {
      Ends<Check> ends = ends(adjacencies.get(i));
      if (ends.both().stream().anyMatch(c -> !c.ok())) {
        open.add(ends);
      } else if (!told[i] && ends.both().stream().anyMatch(c -> c.status() == Status.HELD)) {
        told[i] = true;
        listener.held(ends);
      }
    }
    listener.open(List.copyOf(open), adjacencies());
  }

  List<Ends<Check>> adjacencies() {
    return adjacencies.stream().map(this::ends).toList();
  }

  List<Check> checks() {
    return Arrays.asList(checks.clone());
  }

  private Ends<Check> ends(Ends<Integer> indexes) {
    return new Ends<>(checks[indexes.one()], indexes.other().map(i -> checks[i]));
  }
}
