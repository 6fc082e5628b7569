package netlab.quirk;

import java.util.List;
import java.util.Optional;
import netlab.lab.Node;
import netlab.protocol.routing.Routing;
import netlab.protocol.routing.RoutingNode;
import netlab.protocol.routing.StaticRoute;

/** Static routes of these devices lead to neighbors only. */
final class IndirectNextHops implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    Optional<RoutingNode> routing = lab.find(Routing.NODE, node.id());
    for (StaticRoute route : routing.flatMap(RoutingNode::static_).orElse(List.of())) {
      boolean drops = route.nexthop().discard().orElse(false);
      if (!drops && route.nexthop().intf().isEmpty()) {
        notices.error(
            "indirect_nexthop",
            node.span(),
            "the next hop of the static route of `"
                + node.id()
                + "` to "
                + route.ipv4().or(route::ipv6).map(Object::toString).orElse("")
                + " is no neighbor",
            "device `" + node.device() + "` needs one on a network of its own");
      }
    }
  }
}
