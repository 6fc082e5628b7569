package netlab.validate;

import java.time.Duration;
import java.util.Optional;
import netlab.lab.NodeId;

/**
 * What became of a test on one node.
 *
 * @param message what was found, in a sentence without a full stop
 * @param evidence what the node printed, when that helps
 * @param took from the begin of the test until this was known
 */
public record NodeResult(
    NodeId node, Status status, String message, Optional<String> evidence, Duration took) {
  /** How a test ended on a node. */
  public enum Status {
    /** The node is as the test wants it. */
    PASSED,
    /** It is not, or nobody could tell in time. */
    FAILED,
    /** The test has nothing that could be done on this node. */
    SKIPPED
  }

  NodeResult with(Optional<String> printed) {
    return new NodeResult(node, status, message, printed, took);
  }

  NodeResult after(Duration time) {
    return new NodeResult(node, status, message, evidence, time);
  }
}
