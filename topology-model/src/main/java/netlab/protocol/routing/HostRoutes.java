package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.AddressPool;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.lab.InterfaceIp;
import netlab.lab.Neighbor;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.net.Prefix;
import netlab.schema.Value;

/**
 * The routes of a host: to the prefixes of all address pools over the first router it sees, or a
 * default route when management has a routing table of its own.
 */
final class HostRoutes {

  private HostRoutes() {}

  private record Gateway(InterfaceDraft port, InterfaceAddress address) {}

  static void add(Draft draft, NodeDraft host, List<StaticRoute> routes, Diagnostics diagnostics) {
    for (Family family : Family.values()) {
      if (family == Family.IPV6 && host.device().can("initial.ipv6.use_ra")) {
        tell(draft, host, family, diagnostics);
        continue;
      }
      Optional<Gateway> gateway = tell(draft, host, family, diagnostics);
      if (gateway.isPresent()) {
        NextHop nextHop = nextHop(gateway.get());
        for (Prefix destination : destinations(draft, host, family)) {
          routes.add(StaticRoute.of(destination, nextHop, Optional.empty()));
        }
      }
    }
  }

  private static NextHop nextHop(Gateway gateway) {
    Optional<Ip> address = Optional.of(gateway.address().address());
    boolean v4 = gateway.address().family() == Family.IPV4;
    return new NextHop(
        v4 ? address : Optional.empty(),
        v4 ? Optional.empty() : address,
        Optional.of(gateway.port().name()),
        Optional.empty(),
        0);
  }

  /** Finds the gateway of a family and notes it on the interface. */
  private static Optional<Gateway> tell(
      Draft draft, NodeDraft host, Family family, Diagnostics diagnostics) {
    Optional<Neighbor> nameless = Optional.empty();
    for (InterfaceDraft port : host.interfaces()) {
      if (port.address(family).isEmpty()) {
        continue;
      }
      for (Neighbor neighbor : port.neighbors()) {
        boolean isHost = draft.node(neighbor.id().node().name()).isHost();
        Optional<InterfaceIp> ip = family == Family.IPV4 ? neighbor.ipv4() : neighbor.ipv6();
        if (!isHost && ip.orElse(null) instanceof InterfaceIp.Numbered n) {
          port.attributes()
              .addMissing(
                  Value.Fields.NONE.with(
                      "gateway", Value.Fields.NONE.with(family.text(), Value.of(n.address()))));
          return Optional.of(new Gateway(port, n.address()));
        }
        if (!isHost && ip.orElse(null) instanceof InterfaceIp.Unnumbered) {
          nameless = Optional.of(neighbor);
        }
      }
    }
    if (nameless.isPresent() && family == Family.IPV4) {
      diagnostics.error(
          Code.NO_ADDRESS,
          host.span(),
          "host `"
              + host
              + "` has no gateway: router `"
              + nameless.get().id().node()
              + "` has no "
              + family
              + " address on their link");
    }
    return Optional.empty();
  }

  private static List<Prefix> destinations(Draft draft, NodeDraft host, Family family) {
    if (host.device().can("initial.mgmt_vrf")) {
      return List.of(Prefix.parse(family == Family.IPV4 ? "0.0.0.0/0" : "::/0"));
    }
    var byName = new TreeMap<String, Prefix>();
    for (AddressPool pool : draft.pools()) {
      if (!pool.name().equals("mgmt") && !pool.name().equals("router_id")) {
        pool.prefix(family).ifPresent(p -> byName.put(pool.name(), p));
      }
    }
    return new ArrayList<>(byName.values());
  }
}
