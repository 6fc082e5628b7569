package netlab.matrix;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * One lab brought up, tested and taken down.
 *
 * @param took how long each command took that was run, in milliseconds
 * @param adjacencies how many there should be; 0 when the lab did not come up
 * @param held how many of them are up
 */
public record Run(
    Status status,
    Instant begun,
    SequencedMap<Phase, Long> took,
    int adjacencies,
    int held,
    List<TestOutcome> tests,
    List<Reason> reasons) {
  public Run {
    took = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(took));
    tests = List.copyOf(tests);
    reasons = List.copyOf(reasons);
  }

  /** How long everything took, in milliseconds. */
  public long total() {
    return took.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many tests have this status. */
  public long tests(String status) {
    return tests.stream().filter(t -> t.status().equals(status)).count();
  }

  /** How many tests looked at nodes; pauses did not. */
  public long tried() {
    return tests.stream().filter(t -> !t.nodes().isEmpty()).count();
  }
}
