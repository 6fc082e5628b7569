package netlab.validate;

import java.time.Duration;
import java.util.List;

/**
 * What became of a test.
 *
 * @param nodes one for each node of the test, in its order; none for a pause
 * @param took from its begin to its end
 */
public record TestResult(LabTest test, Status status, List<NodeResult> nodes, Duration took) {
  /** How a test ended. */
  public enum Status {
    /** No node failed, and at least one passed. */
    PASSED,
    /** A node failed, and that is an error. */
    FAILED,
    /** A node failed, and that is a warning. */
    WARNING,
    /** No node could run it, or it is a pause. */
    SKIPPED
  }

  public TestResult {
    nodes = List.copyOf(nodes);
  }

  /** True when no further test runs behind it, and the run has failed: also behind a warning. */
  public boolean stops() {
    return test.stopOnError() && (status == Status.FAILED || status == Status.WARNING);
  }

  static TestResult of(LabTest test, List<NodeResult> nodes, Duration took) {
    boolean failed = nodes.stream().anyMatch(n -> n.status() == NodeResult.Status.FAILED);
    boolean passed = nodes.stream().anyMatch(n -> n.status() == NodeResult.Status.PASSED);
    Status status =
        failed
            ? test.onlyWarns() ? Status.WARNING : Status.FAILED
            : passed ? Status.PASSED : Status.SKIPPED;
    return new TestResult(test, status, nodes, took);
  }
}
