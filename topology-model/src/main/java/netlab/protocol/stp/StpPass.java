package netlab.protocol.stp;

import java.util.List;
import java.util.Optional;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.lab.Neighbor;
import netlab.protocol.vlan.Vlan;
import netlab.protocol.vlan.VlanInterface;
import netlab.schema.Value;

/** Fills the columns. */
final class StpPass {
  private static final String NAME = "stp";

  /** Priorities of bridges have four bits, the rest is the number of the tree (IEEE 802.1Q). */
  private static final int STEP = 4096;

  private final Draft draft;
  private final Diagnostics diagnostics;
  private final Optional<String> stubType;

  private StpPass(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
    this.stubType =
        draft
            .globals()
            .textAt("stp.stub_port_type")
            .or(() -> draft.defaults().textAt("stp.stub_port_type"))
            .filter(type -> !type.equals("none"));
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new StpPass(draft, diagnostics);
    for (NodeDraft node : draft.nodes()) {
      if (node.runs(NAME)) {
        pass.node(node);
      }
    }
  }

  private void node(NodeDraft node) {
    Value.Fields own = node.attributes().fieldsAt(NAME);
    draft.put(
        Stp.NODE,
        node.id(),
        new StpNode(
            own.boolAt("enable"),
            own.textAt("protocol"),
            own.intAt("priority"),
            own.textAt("port_type"),
            own.without("enable", "protocol", "priority", "port_type")));
    boolean enabled = own.boolAt("enable").orElse(true);
    if (enabled) {
      protocol(node, own);
      priority(own, "bridge `" + node + "`");
      vlans(node, own);
    }
    for (InterfaceDraft port : node.interfaces()) {
      port(node, port, enabled);
    }
  }

  private void protocol(NodeDraft node, Value.Fields own) {
    List<String> can = node.device().facts().textsAt("features.stp.supported_protocols");
    Optional<Value> protocol = own.at("protocol");
    if (own.textAt("protocol").filter(p -> !can.contains(p)).isPresent()) {
      Lack.report(
          node,
          place(protocol.orElseThrow(), node),
          "does not know " + own.textAt("protocol").orElseThrow(),
          "it knows " + String.join(", ", can),
          other ->
              other
                  .facts()
                  .textsAt("features.stp.supported_protocols")
                  .contains(own.textAt("protocol").orElse("")),
          diagnostics);
    }
  }

  private void priority(Value.Fields settings, String of) {
    Optional<Integer> priority = settings.intAt("priority");
    if (priority.filter(p -> p % STEP != 0).isPresent()) {
      diagnostics.error(
          Code.OUT_OF_RANGE,
          settings.at("priority").orElseThrow().span(),
          "the priority " + priority.get() + " of " + of + " is no multiple of " + STEP,
          "use " + (priority.get() / STEP * STEP) + " or " + (priority.get() / STEP + 1) * STEP);
    }
  }

  private void vlans(NodeDraft node, Value.Fields own) {
    Value.Fields ofNode = node.attributes().fieldsAt("vlans");
    Value.Fields ofLab = draft.globals().fieldsAt("vlans");
    for (String name : ofNode.over(ofLab).fields().keySet()) {
      Value.Fields settings = ofNode.fieldsAt(name + ".stp").over(ofLab.fieldsAt(name + ".stp"));
      if (settings.at("priority").isEmpty()) {
        continue;
      }
      priority(settings, "VLAN `" + name + "`");
      if (own.textAt("protocol").filter("pvrst"::equals).isEmpty()) {
        diagnostics.error(
            Code.STP_PORT,
            settings.keySpan("priority"),
            "VLAN `"
                + name
                + "` has a priority, but `"
                + node
                + "` has one tree for all VLANs ("
                + own.textAt("protocol").orElse("stp")
                + ")",
            "set `stp.protocol: pvrst`, or the priority of the node");
      }
    }
  }

  private void port(NodeDraft node, InterfaceDraft port, boolean enabled) {
    Value.Fields own = port.attributes().fieldsAt(NAME);
    if (enabled) {
      check(node, port, own);
    }
    Value.Fields all = own;
    boolean physical = !port.isVirtual() && port.isUnaddressed();
    if (enabled
        && physical
        && own.at("port_type").isEmpty()
        && node.device().can("stp.port_type")) {
      Optional<String> type = portType(node, port);
      all = type.isPresent() ? own.with("port_type", Value.of(type.get())) : own;
    }
    if (!all.isEmpty()) {
      draft.put(
          Stp.INTERFACE,
          port.id(),
          new StpInterface(
              all.boolAt("enable"),
              all.textAt("port_type"),
              all.intAt("port_priority"),
              all.without("enable", "port_type", "port_priority")));
    }
    if (!all.isEmpty() || inTrunk(port)) {
      port.attributes().addMissing("_has_stp_config", Value.of(true));
    }
  }

  private void check(NodeDraft node, InterfaceDraft port, Value.Fields own) {
    if (own.isEmpty()) {
      return;
    }
    Device device = node.device();
    String key = own.fields().firstEntry().getKey();
    Span at = at(own, key, port);
    if (!port.isUnaddressed()) {
      diagnostics.error(
          Code.STP_PORT,
          at,
          "`" + port + "` has an address and is no port of a bridge: `stp." + key + "` has no use",
          "set `prefix: false` on the link, or put it into a VLAN");
    }
    if (own.at("enable").isPresent() && !device.can("stp.enable_per_port")) {
      unable(node, "switch STP on or off for one port", at(own, "enable", port), "enable_per_port");
    }
    if (own.at("port_type").isPresent() && !device.can("stp.port_type")) {
      unable(node, "set the type of a port", at(own, "port_type", port), "port_type");
    }
  }

  private void unable(NodeDraft node, String what, Span at, String feature) {
    Lack.report(node, at, "cannot " + what, other -> other.can("stp." + feature), diagnostics);
  }

  private static Span at(Value.Fields own, String key, InterfaceDraft port) {
    Span at = own.keySpan(key);
    return at.or(port.link().map(l -> l.span()).orElse(port.node().span()));
  }

  private static Span place(Value value, NodeDraft node) {
    return value.span().or(node.span());
  }

  private Optional<String> portType(NodeDraft node, InterfaceDraft port) {
    if (stubType.isPresent() && seesHostsOnly(port)) {
      return stubType;
    }
    Optional<String> access = draft.find(Vlan.INTERFACE, port.id()).flatMap(VlanInterface::access);
    return access
        .flatMap(vlan -> ofVlan(node, vlan).textAt("port_type"))
        .or(() -> node.attributes().textAt("stp.port_type"));
  }

  private Value.Fields ofVlan(NodeDraft node, String vlan) {
    String path = "vlans." + vlan + ".stp";
    return node.attributes().fieldsAt(path).over(draft.globals().fieldsAt(path));
  }

  private boolean seesHostsOnly(InterfaceDraft port) {
    for (Neighbor neighbor : port.neighbors()) {
      if (!draft.node(neighbor.id().node().name()).isHost()) {
        return false;
      }
    }
    return !port.neighbors().isEmpty();
  }

  private boolean inTrunk(InterfaceDraft port) {
    Value.Fields trunk =
        draft
            .find(Vlan.INTERFACE, port.id())
            .flatMap(VlanInterface::trunk)
            .orElse(Value.Fields.NONE);
    for (String vlan : trunk.fields().keySet()) {
      if (!trunk.fieldsAt(vlan).fieldsAt(NAME).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
