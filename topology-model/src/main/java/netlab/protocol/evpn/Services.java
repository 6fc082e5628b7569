package netlab.protocol.evpn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.diag.Suggest;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.schema.Value;

/** Says which VLANs and VRFs of the lab are EVPN services, with their numbers and targets. */
final class Services {
  /** Numbers of instances of VRFs stay above those of VLANs. */
  private static final int VRF_OFFSET = 5000;

  private final Draft draft;
  private final Diagnostics diagnostics;
  private final boolean vxlan;

  private Services(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
    this.vxlan = transport(draft).equals("vxlan");
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    List<NodeDraft> nodes = draft.nodes().stream().filter(n -> n.runs("evpn")).toList();
    if (nodes.isEmpty()) {
      return;
    }
    var pass = new Services(draft, diagnostics);
    pass.checkTransport(nodes);
    nodes.forEach(pass::checkVrfs);
    Value.Fields vlans = draft.globals().fieldsAt("vlans");
    Value.Fields vrfs = draft.globals().fieldsAt("vrfs");
    pass.checkLabels(vlans, vrfs);
    List<String> services = pass.services("vlans", vlans, "vni");
    List<String> routed = pass.services("vrfs", vrfs, "evpn.transit_vni");
    vrfs = new TransitVnis(draft, diagnostics).resolve(vrfs);
    vrfs = pass.numbered(vrfs, routed);
    for (String vrf : vrfs.fields().keySet()) {
      if (vrfs.at(vrf + ".evpn.bundle").isPresent()) {
        List<String> members = pass.members(services, vlans, vrf);
        vlans = pass.bundled(vlans, members, vrfs.fieldsAt(vrf).fieldsAt("evpn"));
        vrfs = withMembers(vrfs, vrf, members, vlans);
      }
    }
    for (String vlan : services) {
      if (vlans.at(vlan + ".evpn.bundle").isEmpty()) {
        vlans = pass.single(vlans, vlan);
      }
    }
    pass.publish(vlans, vrfs, services, routed);
  }

  /** {@code vxlan}, {@code mpls} or {@code sr}. */
  static String transport(Draft draft) {
    return draft.globals().textAt("evpn.transport").orElse("vxlan");
  }

  private void checkTransport(List<NodeDraft> nodes) {
    String transport = transport(draft);
    for (NodeDraft node : nodes) {
      if (node.runs(transport) || (!vxlan && (node.runs("mpls") || node.runs("sr")))) {
        return;
      }
    }
    Optional<Value> written = draft.globals().at("evpn.transport");
    if (!vxlan) {
      diagnostics.error(
          Code.MODULE_REQUIRES,
          written.map(Value::span).orElse(Span.NONE),
          "EVPN shall run over " + transport + ", but no node with evpn runs " + transport,
          "add `" + transport + "` to the modules, or set another `evpn.transport`");
    }
  }

  /** What a VRF is for EVPN must be the same on all nodes. */
  private void checkVrfs(NodeDraft node) {
    Value.Fields vrfs = node.attributes().fieldsAt("vrfs");
    for (String name : vrfs.fields().keySet()) {
      if (vrfs.at(name + ".evpn").isPresent()) {
        diagnostics.error(
            Code.EVPN_SERVICE,
            vrfs.keySpan(name + ".evpn"),
            "VRF `" + name + "` of node `" + node + "` cannot have EVPN attributes of its own",
            "put them into `vrfs." + name + ".evpn` of the lab");
      }
    }
  }

  /** Labels stand in for the identifiers of VXLAN. */
  private void checkLabels(Value.Fields vlans, Value.Fields vrfs) {
    if (vxlan) {
      return;
    }
    for (String name : vlans.fields().keySet()) {
      unwanted(vlans, name + ".vni");
    }
    for (String name : vrfs.fields().keySet()) {
      unwanted(vrfs, name + ".evpn.transit_vni");
    }
  }

  private void unwanted(Value.Fields things, String path) {
    if (things.at(path).isPresent()) {
      diagnostics.error(
          Code.EVPN_SERVICE,
          things.keySpan(path),
          "`" + path + "` is for VXLAN, but EVPN runs over " + transport(draft));
    }
  }

  /** The names that are listed; else, over VXLAN, those that have an identifier. */
  private List<String> services(String kind, Value.Fields all, String identifier) {
    Optional<Value> written = draft.globals().at("evpn." + kind);
    var names = new ArrayList<String>();
    if (written.isEmpty()) {
      for (String name : vxlan ? all.fields().keySet() : Set.<String>of()) {
        Optional<Value> has = all.at(name + "." + identifier);
        if (has.isPresent() && all.boolAt(name + "." + identifier).orElse(true)) {
          names.add(name);
        }
      }
      return names;
    }
    for (Value item : draft.globals().fieldsAt("evpn").itemsAt(kind)) {
      String name = item instanceof Value.Scalar s ? s.data().toString() : "";
      if (all.at(name).isPresent()) {
        names.add(name);
      } else {
        diagnostics.report(
            Severity.ERROR,
            kind.equals("vlans") ? Code.UNKNOWN_VLAN : Code.UNKNOWN_VRF,
            item.span(),
            "the lab has no " + (kind.equals("vlans") ? "VLAN" : "VRF") + " `" + name + "`",
            Suggest.hint(name, all.fields().keySet()),
            List.of());
      }
    }
    return names;
  }

  private Value.Fields numbered(Value.Fields vrfs, List<String> routed) {
    Value.Fields done = vrfs;
    for (String name : vrfs.fields().keySet()) {
      Value.Fields evpn = vrfs.fieldsAt(name).fieldsAt("evpn");
      long id = vrfs.longAt(name + ".id").orElse(0L);
      if (routed.contains(name)) {
        evpn = evpn.with("evi", Value.of(id + VRF_OFFSET));
      } else if (!evpn.isEmpty()) {
        evpn = evpn.with("evi", Value.of(id));
      }
      if (!evpn.isEmpty()) {
        done = done.with(name, done.fieldsAt(name).with("evpn", evpn));
      }
    }
    return done;
  }

  private List<String> members(List<String> services, Value.Fields vlans, String vrf) {
    return services.stream()
        .filter(v -> vlans.textAt(v + ".vrf").filter(vrf::equals).isPresent())
        .toList();
  }

  private Value.Fields bundled(Value.Fields vlans, List<String> members, Value.Fields ofVrf) {
    Value.Fields done = vlans;
    for (String name : members) {
      Value.Fields vlan = vlans.fieldsAt(name);
      if (vlan.at("evpn").isPresent()) {
        diagnostics.error(
            Code.EVPN_SERVICE,
            vlan.keySpan("evpn"),
            "VLAN `" + name + "` is in a bundle, so its VRF says everything about EVPN");
      }
      Value.Fields evpn =
          Value.Fields.NONE
              .with("bundle", ofVrf.at("bundle").orElseThrow())
              .with("evi", ofVrf.at("evi").orElseThrow());
      done = done.with(name, vlan.with("evpn", evpn));
    }
    return done;
  }

  private static Value.Fields withMembers(
      Value.Fields vrfs, String vrf, List<String> members, Value.Fields vlans) {
    var names = new ArrayList<Value>();
    var ids = new ArrayList<Value>();
    for (String name : members) {
      names.add(Value.of(name));
      vlans.at(name + ".id").ifPresent(ids::add);
    }
    Value.Fields data = vrfs.fieldsAt(vrf);
    Value.Fields evpn =
        data.fieldsAt("evpn")
            .with("vlans", new Value.Items(names, Span.NONE))
            .with("vlan_ids", new Value.Items(ids, Span.NONE));
    return vrfs.with(vrf, data.with("evpn", evpn));
  }

  /** A VLAN that is a service of its own (RFC 7432, section 6.1). */
  private Value.Fields single(Value.Fields vlans, String name) {
    Value.Fields vlan = vlans.fieldsAt(name);
    Value.Fields evpn = vlan.fieldsAt("evpn");
    long evi = evpn.longAt("evi").or(() -> vlan.longAt("id")).orElse(0L);
    evpn = evpn.with("evi", Value.of(evi));
    for (String list : List.of("import", "export")) {
      Value targets =
          evpn.at(list)
              .map(written -> targets(draft, written))
              .orElseGet(() -> new Value.Items(List.of(Value.of(as() + ":" + evi)), Span.NONE));
      evpn = evpn.with(list, targets);
    }
    return vlans.with(name, vlan.with("evpn", evpn));
  }

  private String as() {
    return as(draft);
  }

  private static String as(Draft draft) {
    return draft
        .globals()
        .textAt("evpn.as")
        .or(() -> draft.globals().textAt("vrf.as"))
        .or(() -> draft.globals().textAt("bgp.as"))
        .orElse("65000");
  }

  /** Route targets; a number stands behind the AS number of services. */
  static Value targets(Draft draft, Value written) {
    var targets = new ArrayList<Value>();
    List<Value> items = written instanceof Value.Items i ? i.items() : List.of(written);
    for (Value item : items) {
      if (item instanceof Value.Scalar s) {
        String text = s.data().toString();
        targets.add(new Value.Scalar(text.contains(":") ? text : as(draft) + ":" + text, s.span()));
      }
    }
    return new Value.Items(targets, written.span());
  }

  private void publish(
      Value.Fields vlans, Value.Fields vrfs, List<String> services, List<String> routed) {
    if (!vlans.isEmpty()) {
      draft.globals().refine("vlans", vlans);
    }
    if (!vrfs.isEmpty()) {
      draft.globals().refine("vrfs", vrfs);
    }
    Value.Fields settings = draft.globals().fieldsAt("evpn");
    settings = listed(listed(settings, "vlans", services), "vrfs", routed);
    draft.globals().refine("evpn", settings);
  }

  private static Value.Fields listed(Value.Fields settings, String key, List<String> names) {
    if (names.isEmpty()) {
      return settings;
    }
    List<Value> items = new LinkedHashSet<>(names).stream().<Value>map(Value::of).toList();
    return settings.with(key, new Value.Items(items, settings.keySpan(key)));
  }
}
