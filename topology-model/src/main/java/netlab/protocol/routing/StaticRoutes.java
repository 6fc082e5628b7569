package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.net.Prefix;
import netlab.schema.Value;

/** Fills the column of static routes. */
final class StaticRoutes {
  private StaticRoutes() {}

  static void run(Draft draft, Diagnostics diagnostics) {
    for (NodeDraft node : draft.nodes()) {
      Value.Fields settings = node.attributes().fieldsAt("routing");
      var routes = new ArrayList<StaticRoute>();
      if (settings.at("static").isPresent()) {
        written(settings.itemsAt("static"), routes);
      } else if (node.isHost() && !node.isDaemon() && !node.interfaces().isEmpty()) {
        node.addModule("routing");
        HostRoutes.add(draft, node, routes, diagnostics);
      }
      if (node.runs("routing")) {
        draft.put(Routing.NODE, node.id(), new RoutingNode(routes, settings.without("static")));
      }
    }
  }

  /** Routes that drop packets, such as those of networks that BGP originates. */
  private static void written(List<Value> entries, List<StaticRoute> routes) {
    for (Value entry : entries) {
      if (entry instanceof Value.Fields fields && fields.boolAt("nexthop.discard").orElse(false)) {
        for (String family : List.of("ipv4", "ipv6")) {
          for (String text : fields.textsAt(family)) {
            Optional<Prefix> prefix = Prefix.tryParse(text);
            prefix.ifPresent(
                p -> routes.add(StaticRoute.of(p, NextHop.dropped(), fields.textAt("comment"))));
          }
        }
      }
    }
  }
}
