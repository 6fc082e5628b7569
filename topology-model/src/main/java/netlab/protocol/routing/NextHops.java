package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.lab.Neighbor;
import netlab.net.Family;
import netlab.net.Ip;
import netlab.schema.Value;

/** Finds the next hops of static routes. */
final class NextHops {
  /** What the global routing table is called where a VRF is expected. */
  private static final String GLOBAL = "default";

  private final Draft draft;
  private final Gateways gateways;
  private final Diagnostics diagnostics;

  NextHops(Draft draft, Gateways gateways, Diagnostics diagnostics) {
    this.draft = draft;
    this.gateways = gateways;
    this.diagnostics = diagnostics;
  }

  /** The next hops of an entry for a family; none, and a report, when there is none. */
  List<NextHop> of(NodeDraft node, Value.Fields entry, Family family) {
    Value.Fields wish = entry.fieldsAt("nexthop");
    if (wish.boolAt("discard").orElse(false)) {
      return List.of(NextHop.dropped());
    }
    boolean other = wish.at("vrf").isPresent();
    Optional<String> vrf = table(entry);
    int before = diagnostics.errorCount();
    List<Hop> hops = hops(node, wish, family, vrf);
    if (hops.isEmpty() && before == diagnostics.errorCount()) {
      diagnostics.error(
          Code.STATIC_ROUTE,
          entry.at("nexthop").map(Value::span).filter(Span::known).orElse(entry.span()),
          "a static route of `"
              + node
              + "` has "
              + family
              + " destinations, but no "
              + family
              + " next hop",
          hint(wish, family));
    }
    int limit =
        node.device()
            .facts()
            .intAt("features.routing.static.max_nexthop")
            .orElse(Integer.MAX_VALUE);
    Optional<String> shown = other ? Optional.of(vrf.orElse(GLOBAL)) : Optional.empty();
    var all = new ArrayList<NextHop>();
    for (Hop hop : hops) {
      if (all.size() < limit) {
        all.add(hop.nextHop(shown, all.size()));
      }
    }
    return all;
  }

  /** The routing table in which the next hop of an entry is. */
  static Optional<String> table(Value.Fields entry) {
    return entry.at("nexthop.vrf").isPresent() ? entry.textAt("nexthop.vrf") : entry.textAt("vrf");
  }

  private static String hint(Value.Fields wish, Family family) {
    return wish.at("node").isPresent()
        ? "node `"
            + wish.textAt("node").orElse("")
            + "` has no "
            + family
            + " address that it"
            + " could be reached at"
        : wish.at("gateway").isPresent()
            ? "no router on the links of the node has an " + family + " address"
            : "add `nexthop." + family + "`";
  }

  private List<Hop> hops(NodeDraft node, Value.Fields wish, Family family, Optional<String> vrf) {
    Optional<String> name = wish.textAt("node");
    if (name.isPresent()) {
      return ofNode(node, wish, name.get(), family, vrf);
    }
    if (wish.boolAt("gateway").orElse(false)) {
      return gateways.of(node, family, vrf);
    }
    Optional<Ip> address = wish.textAt(family.text()).flatMap(Ip::tryParse);
    return address.map(ip -> List.of(direct(node, ip, vrf))).orElse(List.of());
  }

  /** Over every link to a neighbor; to a node further away by its own address. */
  private List<Hop> ofNode(
      NodeDraft node, Value.Fields wish, String name, Family family, Optional<String> vrf) {
    var hops = new ArrayList<Hop>();
    boolean elsewhere = false;
    boolean here = false;
    for (InterfaceDraft port : node.interfaces()) {
      boolean meant =
          port.attributes().textAt("vrf").equals(vrf)
              && wish.textAt("link").filter(l -> !l.equals(linkName(port))).isEmpty();
      for (Neighbor neighbor : port.neighbors()) {
        if (neighbor.id().node().name().equals(name)) {
          here |= meant;
          elsewhere |= !meant;
          if (meant) {
            Hop.of(neighbor, family, port).ifPresent(hops::add);
          }
        }
      }
    }
    if (elsewhere && !here) {
      notHere(node, wish, name, vrf);
      return List.of();
    }
    return here ? hops : farAway(name, family);
  }

  /** The name that the lab file gives the link of an interface. */
  private static String linkName(InterfaceDraft port) {
    return port.attributes().textAt("name").orElse(port.description());
  }

  private void notHere(NodeDraft node, Value.Fields wish, String name, Optional<String> vrf) {
    String table = vrf.map(v -> "VRF `" + v + "`").orElse("the global routing table");
    diagnostics.error(
        Code.STATIC_ROUTE,
        wish.at("node").orElse(wish).span(),
        "`"
            + name
            + "` is a neighbor of `"
            + node
            + "`, but not over a link "
            + wish.textAt("link").map(l -> "called `" + l + "` ").orElse("")
            + "in "
            + table,
        "name the VRF of the link with `nexthop.vrf`, or the link with `nexthop.link`");
  }

  private List<Hop> farAway(String name, Family family) {
    return draft
        .findNode(name)
        .flatMap(NodeDraft::endPoint)
        .flatMap(end -> end.address(family))
        .map(a -> new Hop(family, Optional.of(a.address()), Optional.empty(), Optional.of(name)))
        .map(List::of)
        .orElse(List.of());
  }

  /** An address, with the interface on whose network it is. */
  private static Hop direct(NodeDraft node, Ip address, Optional<String> vrf) {
    for (InterfaceDraft port : node.interfaces()) {
      boolean inside =
          port.attributes().textAt("vrf").equals(vrf)
              && port.address(address.family())
                  .filter(own -> own.prefix().contains(address))
                  .isPresent();
      if (inside) {
        return Hop.of(address, port);
      }
    }
    return new Hop(address.family(), Optional.of(address), Optional.empty(), Optional.empty());
  }
}
