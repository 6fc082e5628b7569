package netlab.validate;

import java.util.List;
import netlab.lab.NodeId;
import netlab.provider.Impairment;

/**
 * What a test breaks before it looks.
 *
 * @param links by the names of their nodes, {@code r1-r2}, or by their own
 * @param nodes nodes that stop, as when their power is gone; impaired are all their links
 * @param impairment how much worse links get, which stay up then; none when they go down
 */
public record Failure(List<String> links, List<NodeId> nodes, Impairment impairment) {
  public Failure {
    links = List.copyOf(links);
    nodes = List.copyOf(nodes);
  }

  /** True when links get worse, not down. */
  boolean impairs() {
    return !impairment.isNone();
  }
}
