package netlab.protocol.evpn;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.protocol.vlan.Vlan;
import netlab.schema.Value;

/** What the device of a node cannot do for EVPN. */
final class EvpnChecks {
  private final Draft draft;
  private final NodeDraft node;
  private final Diagnostics diagnostics;
  private final String transport;

  EvpnChecks(Draft draft, NodeDraft node, Diagnostics diagnostics) {
    this.draft = draft;
    this.node = node;
    this.diagnostics = diagnostics;
    this.transport = Services.transport(draft);
  }

  void node(List<String> vlans, List<String> vrfs) {
    boolean idle = vlans.isEmpty() && vrfs.isEmpty();
    boolean onlyControl = onlyControl(node.device());
    if (onlyControl ? !idle : !runs(node.device())) {
      cannot(
          draft.globals().at("evpn.transport").map(Value::span).orElse(Span.NONE),
          onlyControl
              ? "have EVPN services: it only passes on what others say"
              : "run EVPN over " + transport,
          other -> !onlyControl(other) && runs(other));
    }
    sessions();
    if (transport.equals("vxlan")) {
      for (String vrf : node.attributes().fieldsAt("vrfs").fields().keySet()) {
        routing(vrf, vlans);
      }
    }
  }

  private static boolean onlyControl(Device device) {
    return transports(device).stream().allMatch(t -> t.startsWith("cp_"));
  }

  private boolean runs(Device device) {
    return transports(device).stream()
        .anyMatch(t -> t.equals(transport) || t.equals("cp_" + transport));
  }

  /** The transports of a device: a list, or a mapping to the types of sessions for each. */
  private static List<String> transports(Device device) {
    Value.Fields features = device.facts().fieldsAt("features.evpn");
    Value.Fields byTransport = features.fieldsAt("transport");
    return byTransport.isEmpty()
        ? features.textsAt("transport")
        : List.copyOf(byTransport.fields().keySet());
  }

  /** The types of sessions on which a device exchanges EVPN routes. */
  private List<String> sessions(Device device) {
    Value.Fields byTransport = device.facts().fieldsAt("features.evpn").fieldsAt("transport");
    if (!byTransport.isEmpty()) {
      return byTransport.textsAt(
          byTransport.at(transport).isPresent() ? transport : "cp_" + transport);
    }
    return transport.equals("vxlan") ? List.of("ibgp", "ebgp") : List.of("ibgp");
  }

  private void sessions() {
    for (Value type : node.attributes().fieldsAt("evpn").itemsAt("session")) {
      String name = type instanceof Value.Scalar s ? s.data().toString() : "";
      if (!sessions(node.device()).contains(name)) {
        cannot(
            type.span(),
            "exchange EVPN routes on " + name + " sessions over " + transport,
            other -> runs(other) && sessions(other).contains(name));
      } else if (!node.attributes().textsAt("bgp.community." + name).contains("extended")) {
        draft.warn(
            diagnostics,
            "evpn.warnings.extended_community",
            Code.EVPN_SERVICE,
            EvpnPass.place(type.span(), node),
            "node `"
                + node
                + "` sends no extended communities on "
                + name
                + " sessions, so its EVPN routes have no targets there",
            "set `bgp.community." + name + ": [standard, extended]`");
      }
    }
  }

  /** Packets between VLANs of a VRF: over a VXLAN of the VRF, or each node has all VLANs. */
  private void routing(String vrf, List<String> vlans) {
    Value.Fields data = node.attributes().fieldsAt("vrfs").fieldsAt(vrf);
    if (data.at("evpn.transit_vni").isPresent()) {
      if (!node.device().can("evpn.irb")) {
        cannot(
            place("vrfs." + vrf + ".evpn"),
            "route between VXLANs by a transit VNI",
            other -> other.can("evpn.irb"));
      }
      return;
    }
    Optional<String> routed =
        vlans.stream()
            .filter(v -> Vlan.onNode(draft, node, v).textAt("vrf").filter(vrf::equals).isPresent())
            .filter(
                v -> Vlan.onNode(draft, node, v).textAt("mode").filter("bridge"::equals).isEmpty())
            .findFirst();
    if (routed.isEmpty()) {
      return;
    }
    if (!node.device().can("evpn.asymmetrical_irb")) {
      cannot(
          place("vrfs." + vrf),
          "route between VXLANs without a transit VNI",
          other -> other.can("evpn.asymmetrical_irb"));
      return;
    }
    for (String vlan : draft.globals().fieldsAt("evpn").textsAt("vlans")) {
      boolean member =
          draft.globals().textAt("vlans." + vlan + ".vrf").filter(vrf::equals).isPresent();
      if (member && !vlans.contains(vlan)) {
        diagnostics.error(
            Code.EVPN_SERVICE,
            node.span(),
            "node `"
                + node
                + "` routes packets to VLAN `"
                + vlan
                + "` of VRF `"
                + vrf
                + "`, which it does not have",
            "add `vlans." + vlan + "` to the node, or give the VRF a transit VNI");
      }
    }
  }

  void vlan(String name, Value.Fields evpn) {
    boolean several = evpn.itemsAt("import").size() > 1 || evpn.itemsAt("export").size() > 1;
    if (several && !node.device().can("evpn.multi_rt")) {
      cannot(
          place("vlans." + name + ".evpn"),
          "have several route targets for VLAN `" + name + "`",
          other -> other.can("evpn.multi_rt"));
    }
  }

  void vrf(String name, Value.Fields evpn) {
    Optional<Value> bundle = evpn.at("bundle");
    List<String> able = node.device().facts().textsAt("features.evpn.bundle");
    if (bundle.isPresent() && !able.contains(evpn.textAt("bundle").orElse(""))) {
      cannot(
          bundle.get().span(),
          "bundle VLANs as VRF `" + name + "` wants it",
          other ->
              other
                  .facts()
                  .textsAt("features.evpn.bundle")
                  .contains(evpn.textAt("bundle").orElse("")));
    }
  }

  private Span place(String path) {
    Span own = node.attributes().at(path).map(Value::span).orElse(Span.NONE);
    return own.or(draft.globals().at(path).map(Value::span).orElse(Span.NONE));
  }

  private void cannot(Span at, String what, Predicate<Device> able) {
    Lack.report(node, at, "cannot " + what, able, diagnostics);
  }
}
