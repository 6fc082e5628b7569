package netlab.protocol.dhcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.lab.Column;
import netlab.lab.Neighbor;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.schema.Value;

/** Fills the columns. */
final class DhcpPass {
  private static final String NAME = "dhcp";

  private final Draft draft;
  private final Diagnostics diagnostics;
  private final Set<NodeDraft> relays = new LinkedHashSet<>();
  private final Set<NodeDraft> inVrfs = new LinkedHashSet<>();

  private DhcpPass(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new DhcpPass(draft, diagnostics);
    boolean used = false;
    for (NodeDraft node : draft.nodes()) {
      if (node.runs(NAME)) {
        used = true;
        node.interfaces().forEach(port -> pass.port(node, port));
      }
    }
    if (!used) {
      return;
    }
    List<DhcpPool> pools = DhcpPools.of(draft);
    if (!pools.isEmpty()) {
      Optional<Boolean> none = Optional.empty();
      draft.put(Dhcp.LAB, Column.Global.LAB, new DhcpNode(none, none, none, Optional.of(pools)));
    }
    for (NodeDraft node : draft.nodes()) {
      if (node.runs(NAME)) {
        pass.node(node, pools);
      }
    }
  }

  private void node(NodeDraft node, List<DhcpPool> pools) {
    boolean server = node.attributes().is("dhcp.server", true);
    if (server && !node.device().can("dhcp.server")) {
      unable(
          node,
          "be a DHCP server",
          node.attributes().keySpan("dhcp.server"),
          other -> other.can("dhcp.server"));
    }
    boolean vrf = inVrfs.contains(node) || node.attributes().is("dhcp.vrf", true);
    for (DhcpPool pool : server ? pools : List.<DhcpPool>of()) {
      vrf = vrf || pool.vrf().isPresent();
    }
    if (server || vrf || relays.contains(node)) {
      draft.put(
          Dhcp.NODE,
          node.id(),
          new DhcpNode(
              flag(server),
              flag(relays.contains(node)),
              flag(vrf),
              server ? Optional.of(pools) : Optional.empty()));
    }
  }

  private static Optional<Boolean> flag(boolean set) {
    return set ? Optional.of(true) : Optional.empty();
  }

  private void unable(NodeDraft node, String what, Span at, Predicate<Device> able) {
    Lack.report(node, at, "cannot " + what, able, diagnostics);
  }

  private void port(NodeDraft node, InterfaceDraft port) {
    Value.Fields own = port.attributes().fieldsAt(NAME);
    List<String> servers = own.textsAt("server");
    if (!servers.isEmpty()) {
      relay(node, port, own, servers);
      return;
    }
    boolean leased = false;
    boolean server = node.attributes().is("dhcp.server", true);
    for (Family family : Family.values()) {
      boolean asks = !server && own.boolAt("client." + family.text()).orElse(false);
      if (asks) {
        leased = true;
        client(node, port, family);
      }
    }
    Optional<Value.Fields> subnet = subnet(own);
    if (leased || subnet.isPresent()) {
      draft.put(
          Dhcp.INTERFACE,
          port.id(),
          new DhcpInterface(
              leased ? Optional.of(own.fieldsAt("client")) : Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              subnet));
    }
  }

  private static Optional<Value.Fields> subnet(Value.Fields own) {
    return Optional.of(own.fieldsAt("subnet")).filter(s -> !s.isEmpty());
  }

  private void client(NodeDraft node, InterfaceDraft port, Family family) {
    Span at = port.link().map(l -> l.span()).orElse(node.span());
    if (!node.device().can("dhcp.client." + family.text())) {
      unable(
          node,
          "get " + family + " addresses from a DHCP server, as `" + port + "` should",
          at,
          other -> other.can("dhcp.client." + family.text()));
    }
    boolean routed =
        (node.runs("ospf") && !port.attributes().is("ospf", false))
            || (node.runs("isis") && !port.attributes().is("isis", false));
    if (routed && !node.device().can("dhcp.client.routing")) {
      unable(
          node,
          "run a routing protocol on `" + port + "`, whose address comes from DHCP",
          at,
          other -> other.can("dhcp.client.routing"));
    }
  }

  private void relay(NodeDraft node, InterfaceDraft port, Value.Fields own, List<String> servers) {
    relays.add(node);
    if (own.at("vrf").isPresent()) {
      inVrfs.add(node);
    }
    Span at = own.keySpan("server");
    for (String server : servers) {
      if (!draft.node(server).attributes().is("dhcp.server", true)) {
        diagnostics.error(
            Code.DHCP,
            at.or(node.span()),
            "`" + port + "` passes DHCP requests on to `" + server + "`, which is no server",
            "set `dhcp.server: true` for node `" + server + "`");
      }
    }
    SequencedMap<Family, List<Ip>> relay = new LinkedHashMap<>();
    for (Family family : Family.values()) {
      if (hasClient(port, family)) {
        if (!canRelay(node.device(), family)) {
          unable(
              node, "pass on " + family + " DHCP requests", at, other -> canRelay(other, family));
        }
        List<Ip> addresses = addresses(node, servers, family, at);
        relay.put(family, addresses);
      }
    }
    draft.put(
        Dhcp.INTERFACE,
        port.id(),
        new DhcpInterface(
            Optional.empty(),
            Optional.of(servers),
            Optional.of(relay).filter(r -> !r.isEmpty()),
            own.textAt("vrf"),
            subnet(own)));
  }

  private static boolean canRelay(Device device, Family family) {
    Optional<Value> relay = device.feature("dhcp.relay");
    return relay
        .filter(r -> !(r instanceof Value.Fields f) || f.at(family.text()).isPresent())
        .isPresent();
  }

  private static boolean hasClient(InterfaceDraft port, Family family) {
    String path = "dhcp.client." + family.text();
    for (Neighbor neighbor : port.neighbors()) {
      if (neighbor.attributes().boolAt(path).orElse(false)) {
        return true;
      }
    }
    return false;
  }

  private List<Ip> addresses(NodeDraft node, List<String> servers, Family family, Span at) {
    List<Ip> addresses = new ArrayList<>();
    for (String name : servers) {
      Optional<Ip> address = controlPlane(draft.node(name), family);
      if (address.isEmpty()) {
        diagnostics.error(
            Code.DHCP,
            at.or(node.span()),
            "DHCP server `"
                + name
                + "` has no "
                + family
                + " address for the requests of `"
                + node
                + "`",
            "give its loopback one");
      }
      address.ifPresent(addresses::add);
    }
    return addresses;
  }

  /** The loopback, or the first interface with an address where there is none. */
  private static Optional<Ip> controlPlane(NodeDraft node, Family family) {
    if (node.loopback().isPresent() && !node.isHost()) {
      return node.loopback().flatMap(l -> l.address(family)).map(InterfaceAddress::address);
    }
    for (InterfaceDraft port : node.interfaces()) {
      if (port.address(family).isPresent()) {
        return port.address(family).map(InterfaceAddress::address);
      }
    }
    return Optional.empty();
  }
}
