package netlab.protocol.evpn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.draft.RouterIds;
import netlab.lab.VrfId;
import netlab.net.Ip;
import netlab.protocol.vlan.Vlan;
import netlab.schema.Value;

/** Brings the services of the lab onto the nodes that have their VLANs and VRFs. */
final class EvpnPass {
  private static final String[] READ = {"session", "transport", "vlans", "vrfs"};

  private final Draft draft;
  private final Diagnostics diagnostics;

  private EvpnPass(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new EvpnPass(draft, diagnostics);
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("evpn")) {
        pass.node(node);
      }
    }
  }

  private void node(NodeDraft node) {
    Optional<Ip> routerId = RouterIds.of(draft, node, "bgp", diagnostics);
    var check = new EvpnChecks(draft, node, diagnostics);
    List<String> vlans = vlans(node, routerId, check);
    List<String> vrfs = vrfs(node, routerId, check);
    Value.Fields settings = node.attributes().fieldsAt("evpn");
    String transport = Services.transport(draft).equals("sr") ? "mpls" : Services.transport(draft);
    List<String> ownVlans = listed(node, "vlans", vlans);
    List<String> ownVrfs = listed(node, "vrfs", vrfs);
    check.node(ownVlans, ownVrfs);
    draft.put(
        Evpn.NODE,
        node.id(),
        new EvpnNode(
            settings.textsAt("session"),
            transport,
            Optional.of(ownVlans).filter(l -> !l.isEmpty()),
            Optional.of(ownVrfs).filter(l -> !l.isEmpty()),
            settings.without(READ)));
  }

  /** Completes the services among the VLANs of the node; returns their names. */
  private List<String> vlans(NodeDraft node, Optional<Ip> routerId, EvpnChecks check) {
    var names = new ArrayList<String>();
    for (String name : node.attributes().fieldsAt("vlans").fields().keySet()) {
      Value.Fields evpn = Vlan.onNode(draft, node, name).fieldsAt("evpn");
      Optional<String> evi = evpn.textAt("evi");
      if (evi.isEmpty()) {
        continue;
      }
      names.add(name);
      for (String list : List.of("import", "export")) {
        Optional<Value> targets = evpn.at(list);
        if (targets.isPresent()) {
          evpn = evpn.with(list, Services.targets(draft, targets.get()));
        }
      }
      if (routerId.isPresent() && evpn.at("rd").isEmpty()) {
        evpn = evpn.with("rd", Value.of(routerId.get() + ":" + evi.get()));
      }
      check.vlan(name, evpn);
      Vlan.refine(node, name, "evpn", evpn);
    }
    return names;
  }

  private List<String> vrfs(NodeDraft node, Optional<Ip> routerId, EvpnChecks check) {
    var names = new ArrayList<String>();
    Value.Fields vrfs = node.attributes().fieldsAt("vrfs");
    for (String name : node.runs("vrf") ? vrfs.fields().keySet() : List.<String>of()) {
      Value.Fields evpn = vrfs.fieldsAt(name).fieldsAt("evpn");
      Optional<Integer> evi = evpn.intAt("evi");
      if (evi.isEmpty()) {
        continue;
      }
      names.add(name);
      check.vrf(name, evpn);
      draft.put(
          Evpn.VRF,
          new VrfId(node.id(), name),
          new EvpnVrf(
              evi.get(),
              routerId.map(id -> id + ":" + evi.get()),
              evpn.intAt("transit_vni"),
              evpn.without("evi", "rd", "transit_vni")));
    }
    return names;
  }

  /** Those of the node's or else the lab's list which the node has. */
  private List<String> listed(NodeDraft node, String kind, List<String> present) {
    Value.Fields own = node.attributes().fieldsAt("evpn");
    Value.Fields from = own.at(kind).isPresent() ? own : draft.globals().fieldsAt("evpn");
    List<String> wanted = from.textsAt(kind);
    return present.stream().filter(wanted::contains).toList();
  }

  /** Where the lab file says something, or else the node. */
  static Span place(Span written, NodeDraft node) {
    return written.or(node.span());
  }
}
