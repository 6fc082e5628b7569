package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.net.Prefix;
import netlab.schema.Value;

/**
 * Networks a node originates without having them. BGP advertises what is in the routing table, so
 * most devices get a static route that drops packets for each.
 */
final class Originated {
  private Originated() {}

  static void run(Draft draft, Diagnostics diagnostics) {
    for (NodeDraft node : draft.nodes()) {
      List<Value> wanted = node.attributes().fieldsAt("bgp").itemsAt("originate");
      if (!node.runs("bgp") || wanted.isEmpty() || !byStaticRoute(node)) {
        continue;
      }
      var routes = new ArrayList<Value>();
      for (Value item : wanted) {
        Optional<PrefixPair> pair = PrefixPair.of(draft, item);
        if (pair.isPresent()) {
          routes.add(route(pair.get(), item.span()));
        } else {
          diagnostics.error(
              Code.UNKNOWN_PREFIX,
              item.span(),
              "node `"
                  + node
                  + "` cannot originate this: it is neither a prefix nor the name"
                  + " of one");
        }
      }
      node.addModule("routing");
      node.attributes().append("routing", "static", routes);
    }
  }

  /** True when the device gets a static route for each network. */
  static boolean byStaticRoute(NodeDraft node) {
    return node.device().can("bgp.advertise") && node.device().can("routing.static.discard");
  }

  private static Value route(PrefixPair pair, Span span) {
    Value.Fields route = new Value.Fields(new LinkedHashMap<>(), span);
    route = with(with(route, "ipv4", pair.ipv4()), "ipv6", pair.ipv6());
    return route
        .with("nexthop", Value.Fields.NONE.with("discard", Value.of(true)))
        .with("comment", Value.of("Originated BGP networks"));
  }

  private static Value.Fields with(Value.Fields route, String family, Optional<Prefix> prefix) {
    return prefix.isPresent() ? route.with(family, Value.of(prefix.get())) : route;
  }
}
