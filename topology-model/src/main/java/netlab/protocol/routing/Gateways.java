package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.lab.InterfaceIp;
import netlab.lab.Neighbor;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.schema.Value;

/**
 * Finds the default gateways of a node: the shared ones of its links, else those that its neighbors
 * know, else the first router it sees.
 */
final class Gateways {
  private final Draft draft;
  private final Diagnostics diagnostics;

  Gateways(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  /** The gateways of a family in a routing table; noted on the interface when a router is one. */
  List<Hop> of(NodeDraft node, Family family, Optional<String> vrf) {
    var hops = new ArrayList<Hop>();
    List<InterfaceDraft> ports = new ArrayList<>();
    for (InterfaceDraft port : node.interfaces()) {
      boolean used =
          port.address(family).isPresent()
              || port.ip(family).orElse(null) instanceof InterfaceIp.Dhcp;
      if (used && port.attributes().textAt("vrf").equals(vrf)) {
        ports.add(port);
      }
    }
    for (InterfaceDraft port : ports) {
      shared(port.attributes().fieldsAt("gateway"), family)
          .ifPresent(ip -> hops.add(Hop.of(ip, port)));
    }
    for (InterfaceDraft port : hops.isEmpty() ? ports : List.<InterfaceDraft>of()) {
      for (Neighbor neighbor : port.neighbors()) {
        Value.Fields theirs = neighbor.attributes().fieldsAt("gateway");
        Optional<Ip> ip = shared(theirs, family);
        if (ip.isPresent()) {
          note(port, theirs);
          hops.add(Hop.of(ip.get(), port));
          break;
        }
      }
    }
    if (hops.isEmpty()) {
      router(node, ports, family).ifPresent(hops::add);
    }
    return hops;
  }

  private static Optional<Ip> shared(Value.Fields gateway, Family family) {
    return gateway
        .textAt(family.text())
        .flatMap(InterfaceAddress::tryParse)
        .map(InterfaceAddress::address);
  }

  private Optional<Hop> router(NodeDraft node, List<InterfaceDraft> ports, Family family) {
    Optional<Neighbor> nameless = Optional.empty();
    for (InterfaceDraft port : ports) {
      for (Neighbor neighbor : port.neighbors()) {
        boolean isHost = draft.node(neighbor.id().node().name()).isHost();
        InterfaceIp ip = Hop.ip(neighbor, family).orElse(null);
        boolean leased = neighbor.attributes().boolAt("dhcp.client." + family.text()).orElse(false);
        if (!isHost && !leased && ip instanceof InterfaceIp.Numbered n) {
          note(port, Value.Fields.NONE.with(family.text(), Value.of(n.address())));
          return Optional.of(Hop.of(n.address().address(), port));
        }
        if (!isHost && ip instanceof InterfaceIp.Unnumbered) {
          nameless = Optional.of(neighbor);
        }
      }
    }
    if (nameless.isPresent() && family == Family.IPV4) {
      diagnostics.error(
          Code.NO_ADDRESS,
          node.span(),
          (node.isHost() ? "host" : "node")
              + " `"
              + node
              + "` has no gateway: router `"
              + nameless.get().id().node()
              + "` has no "
              + family
              + " address on their link");
    }
    return Optional.empty();
  }

  private static void note(InterfaceDraft port, Value.Fields gateway) {
    port.attributes().refine("gateway", port.attributes().fieldsAt("gateway").over(gateway));
  }
}
