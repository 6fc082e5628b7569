package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.AddressPool;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.lab.InterfaceIp;
import netlab.net.Family;
import netlab.net.Prefix;
import netlab.schema.Value;

/**
 * The routes of a host over its gateway: those of the list {@code host} of the lab, or to the
 * prefixes of all address pools, or a default route when management has a routing table of its own.
 */
final class HostRoutes {

  private HostRoutes() {}

  /** True for a host whose routes nobody has written; floating ones are of other protocols. */
  static boolean wantedBy(NodeDraft node) {
    return node.isHost()
        && node.attributes().fieldsAt("routing").itemsAt("static").stream()
            .allMatch(r -> r instanceof Value.Fields f && f.boolAt("floating").orElse(false))
        && (needs(node, Family.IPV4) || needs(node, Family.IPV6));
  }

  /** True when a host needs routes of a family that neither routers nor DHCP servers tell it. */
  private static boolean needs(NodeDraft host, Family family) {
    boolean used = false;
    for (InterfaceDraft port : host.interfaces()) {
      if (port.ip(family).orElse(null) instanceof InterfaceIp.Dhcp) {
        return false;
      }
      used = used || port.address(family).isPresent();
    }
    return used && !(family == Family.IPV6 && host.device().can("initial.ipv6.use_ra"));
  }

  static void add(
      Draft draft,
      NodeDraft host,
      Gateways gateways,
      PrefixSets sets,
      List<StaticRoute> routes,
      Diagnostics diagnostics) {
    for (Family family : Family.values()) {
      List<Hop> hops = gateways.of(host, family, Optional.empty());
      if (hops.isEmpty() || !needs(host, family)) {
        continue;
      }
      for (Prefix destination : destinations(draft, host, family, sets, diagnostics)) {
        int idx = 0;
        for (Hop hop : hops) {
          NextHop next = hop.nextHop(Optional.empty(), idx++);
          routes.add(
              StaticRoute.of(
                  destination, next, Optional.empty(), Optional.empty(), Optional.empty()));
        }
      }
    }
  }

  private static List<Prefix> destinations(
      Draft draft, NodeDraft host, Family family, PrefixSets sets, Diagnostics diagnostics) {
    if (host.device().can("initial.mgmt_vrf")) {
      return List.of(Prefix.parse(family == Family.IPV4 ? "0.0.0.0/0" : "::/0"));
    }
    List<Value> list = StaticLists.named(draft, "host", diagnostics);
    if (!list.isEmpty()) {
      var written = new ArrayList<Prefix>();
      for (Value entry : list) {
        if (entry instanceof Value.Fields fields) {
          written.addAll(PrefixSets.of(sets.resolved(fields), family));
        }
      }
      return written;
    }
    var all = new ArrayList<Prefix>();
    for (AddressPool pool : draft.pools()) {
      if (!pool.name().equals("mgmt") && !pool.name().equals("router_id")) {
        pool.prefix(family).ifPresent(all::add);
      }
    }
    return all;
  }
}
