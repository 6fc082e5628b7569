package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.lab.IfId;
import netlab.lab.Neighbor;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.schema.Value;

/** The networks a node advertises: those it is told to, and those of its interfaces. */
final class Networks {
  private final Draft draft;
  private final NodeDraft node;
  private final SequencedMap<IfId, BgpInterface> interfaces = new LinkedHashMap<>();
  private final List<PrefixPair> advertised = new ArrayList<>();
  private final Map<String, List<PrefixPair>> inVrfs = new HashMap<>();
  private final List<String> originated = new ArrayList<>();

  Networks(Draft draft, NodeDraft node, Diagnostics diagnostics) {
    this.draft = draft;
    this.node = node;
    Value.Fields settings = node.attributes().fieldsAt("bgp");
    advertised.addAll(written(settings));
    Value.Fields vrfs = node.attributes().fieldsAt("vrfs");
    for (String vrf : vrfs.fields().keySet()) {
      inVrfs.put(vrf, written(vrfs.fieldsAt(vrf).fieldsAt("bgp")));
    }
    if (!Originated.byStaticRoute(node)) {
      for (PrefixPair pair : pairs(settings, "originate")) {
        pair.ipv4().ifPresent(p -> originated.add(p.toString()));
      }
    }
    for (InterfaceDraft port : node.allInterfaces()) {
      look(port);
    }
  }

  private List<PrefixPair> written(Value.Fields settings) {
    List<PrefixPair> pairs = pairs(settings, "advertise");
    pairs.addAll(pairs(settings, "originate"));
    return pairs;
  }

  private List<PrefixPair> pairs(Value.Fields settings, String setting) {
    var pairs = new ArrayList<PrefixPair>();
    for (Value item : settings.itemsAt(setting)) {
      PrefixPair.of(draft, item).ifPresent(pairs::add);
    }
    return pairs;
  }

  SequencedMap<IfId, BgpInterface> interfaces() {
    return interfaces;
  }

  List<PrefixPair> advertised() {
    return advertised;
  }

  /** What the node advertises in a VRF. */
  List<PrefixPair> advertised(String vrf) {
    return inVrfs.getOrDefault(vrf, List.of());
  }

  /** What the device itself has to originate; only IPv4 can be said that way. */
  Optional<List<String>> originated() {
    return originated.isEmpty() ? Optional.empty() : Optional.of(originated);
  }

  private void look(InterfaceDraft port) {
    Optional<Value> written = port.attributes().at("bgp");
    if (written.isPresent() && !(written.get() instanceof Value.Fields)) {
      return;
    }
    Value.Fields settings =
        port.id().isLoopback()
            ? port.attributes().fieldsAt("bgp")
            : draft.settings(port, "bgp").orElse(Value.Fields.NONE);
    Optional<Boolean> advertise = settings.boolAt("advertise");
    if (advertise.isEmpty()) {
      advertise = network(port);
    }
    Value.Fields extra = settings.without("advertise");
    if (advertise.isPresent() || !extra.isEmpty()) {
      interfaces.put(port.id(), new BgpInterface(advertise, extra));
    }
    if (advertise.orElse(false)) {
      var pair =
          new PrefixPair(
              port.address(Family.IPV4).map(InterfaceAddress::prefix),
              port.address(Family.IPV6).map(InterfaceAddress::prefix));
      if (pair.ipv4().isPresent() || pair.ipv6().isPresent()) {
        port.vrf()
            .map(v -> inVrfs.computeIfAbsent(v.name(), n -> new ArrayList<>()))
            .orElse(advertised)
            .add(pair);
      }
    }
  }

  /** Whether the network of an interface is advertised; empty when nothing decides that. */
  private Optional<Boolean> network(InterfaceDraft port) {
    if (port.isLoopback()) {
      return Optional.of(true).filter(t -> node.attributes().is("bgp.advertise_loopback", true));
    }
    Value.Fields globals = draft.globals().fieldsAt("bgp");
    List<String> roles =
        globals.at("advertise_roles").isPresent()
            ? globals.textsAt("advertise_roles")
            : draft.defaults().fieldsAt("bgp").textsAt("advertise_roles");
    String role = port.role().orElse("");
    if (role.equals("stub") && roles.contains("stub")) {
      return Optional.of(allHosts(port));
    }
    return Optional.of(true).filter(t -> roles.contains(role) || roles.contains(port.type()));
  }

  private boolean allHosts(InterfaceDraft port) {
    for (Neighbor neighbor : port.neighbors()) {
      NodeDraft other = draft.node(neighbor.id().node().name());
      if (!other.isHost() || other.isDaemon()) {
        return false;
      }
    }
    return true;
  }
}
