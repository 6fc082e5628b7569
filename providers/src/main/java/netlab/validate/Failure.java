package netlab.validate;

import java.util.List;
import java.util.Optional;
import netlab.lab.NodeId;

/**
 * What a test breaks before it looks.
 *
 * @param links by the names of their nodes, {@code r1-r2}, or by their own
 * @param nodes nodes whose links all break, as when their power is gone
 * @param loss packets in a hundred that get lost; then, or with a delay, links stay up
 * @param delay by which packets come later, as {@code tc} takes it: {@code 100ms}
 */
public record Failure(
    List<String> links, List<NodeId> nodes, Optional<String> loss, Optional<String> delay) {
  public Failure {
    links = List.copyOf(links);
    nodes = List.copyOf(nodes);
  }

  /** True when links get worse, not down. */
  boolean impairs() {
    return loss.isPresent() || delay.isPresent();
  }
}
