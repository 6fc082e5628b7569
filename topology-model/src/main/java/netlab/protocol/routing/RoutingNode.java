package netlab.protocol.routing;

import java.util.List;
import netlab.schema.Value;

/**
 * Routing policy and static routes of a node.
 *
 * @param static_ the static routes
 * @param extra settings this package does not read
 */
public record RoutingNode(List<StaticRoute> static_, Value.Fields extra) {
  public RoutingNode {
    static_ = List.copyOf(static_);
  }
}
