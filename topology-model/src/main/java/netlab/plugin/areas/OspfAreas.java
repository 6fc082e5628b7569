package netlab.plugin.areas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.draft.RouterIds;
import netlab.lab.VrfId;
import netlab.net.Ip;
import netlab.protocol.ospf.Ospf;
import netlab.protocol.ospf.OspfArea;
import netlab.protocol.ospf.OspfNode;
import netlab.schema.Value;

/** Says of what kind the areas of a router are, and what it tells one area about another. */
public final class OspfAreas implements Plugin {
  @Override
  public String name() {
    return "ospf.areas";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("OSPF areas", Phase.PROTOCOL, OspfAreas::run));
  }

  private static void run(Draft draft, Diagnostics diagnostics) {
    var reader = new AreaReader(draft, diagnostics);
    Value.Fields lab = draft.globals().fieldsAt("ospf");
    SequencedMap<Ip, Value.Fields> ofLab = reader.read(lab, "the lab");
    if (!ofLab.isEmpty()) {
      draft.globals().refine("ospf", lab.with("areas", list(ofLab, lab)));
    }
    for (NodeDraft node : draft.nodes()) {
      if (!node.runs("ospf")) {
        continue;
      }
      Value.Fields settings = node.attributes().fieldsAt("ospf");
      SequencedMap<Ip, Value.Fields> ofNode = reader.read(settings, "node `" + node + "`");
      var all = over(ofNode, ofLab);
      boolean prunes = settings.boolAt("_prune_areas").orElse(true);
      if (draft.find(Ospf.NODE, node.id()).isPresent()) {
        Set<Ip> links = areasOfLinks(draft, node);
        draft.revise(
            Ospf.NODE,
            node.id(),
            ospf -> changed(pruned(ospf.orElseThrow(), links, prunes), all, prunes, node, reader));
      }
      Value.Fields vrfs = node.attributes().fieldsAt("vrfs");
      for (String vrf : vrfs.fields().keySet()) {
        var id = new VrfId(node.id(), vrf);
        if (draft.find(Ospf.VRF, id).isPresent()) {
          Value.Fields own = vrfs.fieldsAt(vrf).fieldsAt("ospf");
          var ofVrf = over(reader.read(own, "VRF `" + vrf + "` of `" + node + "`"), all);
          draft.revise(
              Ospf.VRF, id, ospf -> changed(ospf.orElseThrow(), ofVrf, prunes, node, reader));
        }
      }
    }
  }

  /** The areas of the lab in full, its default area among them. */
  private static Value list(SequencedMap<Ip, Value.Fields> areas, Value.Fields lab) {
    var all = new ArrayList<Value>();
    areas.values().forEach(area -> all.add(full(area)));
    Optional<Ip> usual = lab.at("area").flatMap(RouterIds::parse);
    if (usual.isPresent() && !areas.containsKey(usual.get())) {
      all.add(full(Value.Fields.NONE.with("area", Value.of(usual.get()))));
    }
    return new Value.Items(all, lab.at("areas").orElse(lab).span());
  }

  /** With what is true of an area when nobody says otherwise. */
  private static Value.Fields full(Value.Fields data) {
    String kind = data.textAt("kind").orElse("regular");
    Value.Fields full = data.with("kind", Value.of(kind));
    return kind.equals("regular") || full.at("inter_area").isPresent()
        ? full
        : full.with("inter_area", Value.of(true));
  }

  private static SequencedMap<Ip, Value.Fields> over(
      SequencedMap<Ip, Value.Fields> own, SequencedMap<Ip, Value.Fields> lower) {
    var all = new LinkedHashMap<>(own);
    lower.forEach((area, data) -> all.merge(area, data, Value.Fields::over));
    return all;
  }

  /** The areas that the node is in by more than its loopback. */
  private static Set<Ip> areasOfLinks(Draft draft, NodeDraft node) {
    Set<Ip> areas = new HashSet<>();
    for (InterfaceDraft port : node.interfaces()) {
      if (port.vrf().isEmpty() && node.loopback().filter(port::equals).isEmpty()) {
        draft.find(Ospf.INTERFACE, port.id()).ifPresent(ospf -> areas.add(ospf.area()));
      }
    }
    return areas;
  }

  private static OspfNode pruned(OspfNode ospf, Set<Ip> links, boolean prunes) {
    return prunes
        ? ospf.with(ospf.areas().stream().filter(a -> links.contains(a.area())).toList())
        : ospf;
  }

  /** The process with its areas as they are described, and no others unless it keeps them. */
  private static OspfNode changed(
      OspfNode ospf,
      SequencedMap<Ip, Value.Fields> described,
      boolean prunes,
      NodeDraft node,
      AreaReader reader) {
    var areas = new ArrayList<OspfArea>();
    described.forEach((area, data) -> {
      Optional<OspfArea> used =
          ospf.areas().stream().filter(a -> a.area().equals(area)).findFirst();
      if (used.isPresent() || !prunes) {
        reader.check(node, data);
        areas.add(area(area, data));
      }
    });
    for (OspfArea area : ospf.areas()) {
      if (!described.containsKey(area.area())) {
        areas.add(area);
      }
    }
    return ospf.with(areas);
  }

  private static OspfArea area(Ip area, Value.Fields data) {
    Value.Fields full = full(data);
    return OspfArea.of(area, full.textAt("kind").orElseThrow(), full.without("area", "kind"));
  }
}
