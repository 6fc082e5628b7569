package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.net.Prefix;
import netlab.schema.Value;

/** Turns the static routes that are written into one route for each prefix and next hop. */
final class StaticRoutes {
  private final Draft draft;
  private final PrefixSets sets;
  private final NextHops nextHops;
  private final Gateways gateways;
  private final Diagnostics diagnostics;

  StaticRoutes(Draft draft, PrefixSets sets, Diagnostics diagnostics) {
    this.draft = draft;
    this.sets = sets;
    this.gateways = new Gateways(draft, diagnostics);
    this.nextHops = new NextHops(draft, gateways, diagnostics);
    this.diagnostics = diagnostics;
  }

  /** The routes of a node. */
  List<StaticRoute> of(NodeDraft node) {
    var routes = new ArrayList<StaticRoute>();
    if (HostRoutes.wantedBy(node)) {
      HostRoutes.add(draft, node, gateways, sets, routes, diagnostics);
    }
    for (Value entry : node.attributes().fieldsAt("routing").itemsAt("static")) {
      if (entry instanceof Value.Fields fields && usable(node, fields)) {
        add(node, fields, routes);
      }
    }
    return routes;
  }

  /** True when the entry says where it leads, and to a routing table that there is. */
  private boolean usable(NodeDraft node, Value.Fields entry) {
    int before = diagnostics.errorCount();
    vrf(node, entry, "vrf", "vrf", "VRFs");
    boolean inter =
        entry.at("nexthop.vrf").isPresent()
            && !entry.textAt("nexthop.vrf").equals(entry.textAt("vrf"));
    if (inter) {
      vrf(node, entry, "nexthop.vrf", "inter_vrf", "other VRFs");
    }
    Value.Fields hop = entry.fieldsAt("nexthop");
    boolean drops = hop.boolAt("discard").orElse(false);
    if (drops && !node.device().can("routing.static.discard")) {
      unable(node, hop.keySpan("discard"), "drop packets (`discard`)", "discard");
    }
    boolean leads =
        drops
            || hop.boolAt("gateway").orElse(false)
            || hop.at("node").or(() -> hop.at("ipv4")).or(() -> hop.at("ipv6")).isPresent();
    if (!leads) {
      diagnostics.error(
          Code.STATIC_ROUTE,
          hop.isEmpty() ? entry.span() : entry.keySpan("nexthop"),
          "a static route of `" + node + "` leads nowhere",
          "`nexthop` needs `ipv4` or `ipv6`, `node`, `gateway: true` or `discard: true`");
    }
    return before == diagnostics.errorCount();
  }

  private void vrf(NodeDraft node, Value.Fields entry, String path, String feature, String where) {
    Optional<String> vrf = entry.textAt(path);
    if (vrf.isPresent()) {
      Set<String> known = new TreeSet<>(draft.globals().fieldsAt("vrfs").fields().keySet());
      known.addAll(node.attributes().fieldsAt("vrfs").fields().keySet());
      if (!known.contains(vrf.get())) {
        diagnostics.unknownName(
            Code.UNKNOWN_NAME,
            entry.at(path).orElse(entry).span(),
            "there is no VRF `" + vrf.get() + "`",
            vrf.get(),
            "the lab and the node have",
            known);
        return;
      }
    }
    boolean asked = vrf.isPresent() || entry.at(path).isPresent();
    if (asked && !node.device().can("routing.static." + feature)) {
      unable(node, entry.keySpan(path), "lead to " + where, feature);
    }
  }

  private void unable(NodeDraft node, Span at, String what, String feature) {
    Lack.report(
        node,
        at,
        "has no static routes that " + what,
        other -> other.can("routing.static." + feature),
        diagnostics);
  }

  private void add(NodeDraft node, Value.Fields entry, List<StaticRoute> routes) {
    Value.Fields full = withNodes(sets.resolved(entry));
    if (entry.boolAt("nexthop.gateway").orElse(false)) {
      Optional<String> vrf = NextHops.table(entry);
      gateways.of(node, Family.IPV4, vrf);
      gateways.of(node, Family.IPV6, vrf);
    }
    Map<Family, List<Prefix>> destinations = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      List<Prefix> prefixes = PrefixSets.of(full, family);
      if (!prefixes.isEmpty()) {
        destinations.put(family, prefixes);
      }
    }
    if (destinations.isEmpty()) {
      diagnostics.error(
          Code.STATIC_ROUTE,
          entry.span(),
          "a static route of `" + node + "` has no destination",
          "give it `ipv4`, `ipv6`, `prefix`, `pool` or `node`");
      return;
    }
    destinations.forEach((family, prefixes) -> add(node, entry, family, prefixes, routes));
  }

  private void add(
      NodeDraft node,
      Value.Fields entry,
      Family family,
      List<Prefix> prefixes,
      List<StaticRoute> routes) {
    List<NextHop> hops = nextHops.of(node, entry, family);
    Optional<String> comment = entry.textAt("comment");
    for (Prefix prefix : prefixes) {
      for (NextHop hop : hops) {
        routes.add(
            StaticRoute.of(prefix, hop, entry.textAt("vrf"), comment, entry.boolAt("floating")));
        comment = Optional.empty();
      }
    }
  }

  /** The entry with the addresses of the nodes it leads to. */
  private Value.Fields withNodes(Value.Fields entry) {
    Value.Fields full = entry;
    for (Value item : entry.itemsAt("node")) {
      Optional<InterfaceDraft> end =
          item instanceof Value.Scalar name
              ? draft.findNode(name.data().toString()).flatMap(NodeDraft::endPoint)
              : Optional.empty();
      for (Family family : Family.values()) {
        Optional<Prefix> prefix = end.flatMap(e -> e.address(family)).map(a -> a.prefix());
        full =
            prefix.isPresent()
                ? PrefixSets.append(full, family, List.of(prefix.get()), item)
                : full;
      }
    }
    return full.without("node");
  }
}
