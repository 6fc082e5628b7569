package netlab.protocol.vrf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.LinkPrefixes;
import netlab.draft.NodeDraft;
import netlab.draft.RouterIds;
import netlab.lab.InterfaceIp;
import netlab.lab.VrfId;
import netlab.net.Asn;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.schema.Value;

/** Puts onto each node the VRFs it uses, makes their loopbacks, and fills the columns. */
final class VrfPass {
  private static final int FIRST_INDEX = 100;

  private final Draft draft;
  private final Diagnostics diagnostics;
  private final VrfLoopbacks loopbacks;

  private VrfPass(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
    this.loopbacks = new VrfLoopbacks(draft, diagnostics);
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new VrfPass(draft, diagnostics);
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("vrf")) {
        pass.node(node);
      }
    }
  }

  private void node(NodeDraft node) {
    Value.Fields vrfs = vrfs(node);
    node.attributes().refine("vrfs", vrfs);
    SequencedMap<String, InterfaceDraft> made = loopbacks.make(node, vrfs);
    boolean active = false;
    for (InterfaceDraft port : node.interfaces()) {
      active = active || port.vrf().isPresent();
    }
    if (!active && !node.device().can("vrf.keep_module")) {
      leave(node);
      return;
    }
    borrow(node, made);
    columns(node, vrfs, made);
  }

  /** Interfaces without IPv4 address use that of the loopback of their VRF. */
  private static void borrow(NodeDraft node, SequencedMap<String, InterfaceDraft> loopbacks) {
    for (InterfaceDraft port : node.interfaces()) {
      InterfaceDraft lender = port.vrf().map(v -> loopbacks.get(v.name())).orElse(null);
      if (lender != null && port.ip(Family.IPV4).orElse(null) instanceof InterfaceIp.Unnumbered) {
        lender
            .address(Family.IPV4)
            .ifPresent(ip ->
                port.attributes()
                    .addMissing(
                        Value.Fields.NONE
                            .with("_parent_intf", Value.of(lender.name()))
                            .with("_parent_ipv4", Value.of(ip))
                            .with("_parent_vrf", Value.of(port.vrf().get().name()))));
      }
    }
  }

  private void leave(NodeDraft node) {
    node.leaveModule("vrf");
    draft.warn(
        diagnostics,
        "vrf.warnings.inactive",
        Code.PROTOCOL_UNUSED,
        node.span(),
        "node `" + node + "` runs vrf, but none of its interfaces is in a VRF",
        "take `vrf` out of its modules, or put an interface into a VRF");
  }

  /** Those the node defines, and then those of the lab that its interfaces and VLANs are in. */
  private Value.Fields vrfs(NodeDraft node) {
    Value.Fields lab = draft.globals().fieldsAt("vrfs");
    Value.Fields own = node.attributes().fieldsAt("vrfs");
    SequencedSet<String> names = new LinkedHashSet<>(own.fields().keySet());
    for (InterfaceDraft port : node.interfaces()) {
      port.vrf().ifPresent(v -> names.add(v.name()));
    }
    if (node.runs("vlan")) {
      Value.Fields vlans = draft.globals().fieldsAt("vlans");
      for (String vlan : node.attributes().fieldsAt("vlans").fields().keySet()) {
        node.attributes()
            .textAt("vlans." + vlan + ".vrf")
            .or(() -> vlans.textAt(vlan + ".vrf"))
            .ifPresent(names::add);
      }
    }
    Value.Fields all = new Value.Fields(new LinkedHashMap<>(), own.span());
    for (String name : names) {
      all = all.with(name, full(own.fieldsAt(name).over(usable(lab.fieldsAt(name), node))));
    }
    return all;
  }

  /** What the lab says about a VRF, without settings of modules that the node does not run. */
  private Value.Fields usable(Value.Fields vrf, NodeDraft node) {
    Value.Fields usable = vrf;
    for (String key : vrf.fields().keySet()) {
      if (draft.isModule(key) && !node.runs(key)) {
        usable = usable.without(key);
      }
    }
    return usable;
  }

  private void columns(
      NodeDraft node, Value.Fields vrfs, SequencedMap<String, InterfaceDraft> made) {
    Map<String, SequencedMap<Family, Boolean>> families = families(node);
    List<String> places = places(vrfs);
    boolean leaks = false;
    for (String name : vrfs.fields().keySet()) {
      Value.Fields vrf = vrfs.fieldsAt(name);
      Optional<SequencedMap<Family, InterfaceAddress>> loopback =
          Optional.ofNullable(made.get(name)).map(VrfPass::addresses);
      var data =
          new VrfData(
              vrf.intAt("id").orElse(0),
              vrf.textAt("rd").orElse(""),
              vrf.textsAt("import"),
              vrf.textsAt("export"),
              FIRST_INDEX + places.indexOf(name),
              Optional.ofNullable(families.get(name)),
              loopback,
              loopback.map(List::of),
              vrf.without("id", "rd", "import", "export", "links"));
      if (data.leaks()) {
        leaks = true;
        data = data.leaking();
      }
      draft.put(Vrf.VRF, new VrfId(node.id(), name), data);
    }
    vpnFamilies(node, families);
    if (leaks && !node.runs("bgp")) {
      node.attributes()
          .textAt("vrf.as")
          .flatMap(Asn::tryParse)
          .ifPresent(as ->
              draft.put(
                  Vrf.LEAKING,
                  node.id(),
                  new LeakingBgp(as, RouterIds.of(draft, node, "bgp", diagnostics))));
    }
  }

  /** The VRF with a loopback that is only a prefix as the mapping it stands for. */
  private Value.Fields full(Value.Fields vrf) {
    boolean written =
        vrf.at("loopback").orElse(null) instanceof Value.Scalar s && !(s.data() instanceof Boolean);
    return written
        ? vrf.with(
            "loopback",
            LinkPrefixes.written(draft, vrf.at("loopback").orElseThrow(), diagnostics)
                .orElse(Value.Fields.NONE))
        : vrf;
  }

  private static SequencedMap<Family, InterfaceAddress> addresses(InterfaceDraft loopback) {
    var addresses = new LinkedHashMap<Family, InterfaceAddress>();
    for (Family family : Family.values()) {
      loopback.address(family).ifPresent(a -> addresses.put(family, a));
    }
    return addresses;
  }

  private static Map<String, SequencedMap<Family, Boolean>> families(NodeDraft node) {
    Map<String, SequencedMap<Family, Boolean>> families = new HashMap<>();
    for (Family family : Family.values()) {
      for (InterfaceDraft port : node.interfaces()) {
        if (port.vrf().isPresent() && port.ip(family).isPresent()) {
          families
              .computeIfAbsent(port.vrf().get().name(), n -> new LinkedHashMap<>())
              .put(family, true);
        }
      }
    }
    return families;
  }

  /** The VRFs of the node by number. */
  private static List<String> places(Value.Fields vrfs) {
    var names = new ArrayList<>(vrfs.fields().keySet());
    names.sort(Comparator.comparing(n -> vrfs.intAt(n + ".id").orElse(0)));
    return names;
  }

  private static void vpnFamilies(
      NodeDraft node, Map<String, SequencedMap<Family, Boolean>> families) {
    Value.Fields more = Value.Fields.NONE;
    for (Family family : Family.values()) {
      for (SequencedMap<Family, Boolean> used : families.values()) {
        if (used.containsKey(family)) {
          more = more.with(family == Family.IPV4 ? "vpnv4" : "vpnv6", Value.of(true));
        }
      }
    }
    if (!more.isEmpty()) {
      node.attributes().addMissing(Value.Fields.NONE.with("af", more));
    }
  }
}
