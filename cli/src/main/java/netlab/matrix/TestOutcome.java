package netlab.matrix;

import java.util.List;

/**
 * A test of a lab and what became of it.
 *
 * @param status {@code passed}, {@code failed}, {@code warning} or {@code skipped}
 * @param took in milliseconds
 */
public record TestOutcome(
    String name, String description, String status, long took, List<OnNode> nodes) {
  public TestOutcome {
    nodes = List.copyOf(nodes);
  }

  /** The test on one node. */
  public record OnNode(String node, String status, String message) {}
}
