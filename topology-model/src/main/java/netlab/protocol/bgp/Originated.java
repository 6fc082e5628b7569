package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.net.Family;
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
      var prefixes = new EnumMap<Family, List<Value>>(Family.class);
      for (Value item : wanted) {
        Optional<PrefixPair> pair = PrefixPair.of(draft, item);
        pair.flatMap(PrefixPair::ipv4).ifPresent(p -> add(prefixes, p, item.span()));
        pair.flatMap(PrefixPair::ipv6).ifPresent(p -> add(prefixes, p, item.span()));
        if (pair.isEmpty()) {
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
      node.attributes().append("routing", "static", List.of(route(prefixes)));
    }
  }

  /** True when the device gets a static route for each network. */
  static boolean byStaticRoute(NodeDraft node) {
    return node.device().can("bgp.advertise") && node.device().can("routing.static.discard");
  }

  private static void add(Map<Family, List<Value>> prefixes, Prefix prefix, Span span) {
    prefixes
        .computeIfAbsent(prefix.family(), f -> new ArrayList<>())
        .add(new Value.Scalar(prefix, span));
  }

  private static Value route(Map<Family, List<Value>> prefixes) {
    Value.Fields route = Value.Fields.NONE;
    for (Map.Entry<Family, List<Value>> e : prefixes.entrySet()) {
      Span first = e.getValue().getFirst().span();
      route = route.with(e.getKey().text(), new Value.Items(e.getValue(), first));
    }
    return route
        .with("nexthop", Value.Fields.NONE.with("discard", Value.of(true)))
        .with("comment", Value.of("Originated BGP networks"));
  }
}
