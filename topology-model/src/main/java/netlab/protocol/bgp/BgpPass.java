package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.draft.RouterIds;
import netlab.lab.VrfId;
import netlab.net.Asn;
import netlab.net.Family;
import netlab.net.Ip;
import netlab.protocol.igp.RouteImports;
import netlab.protocol.vrf.Vrf;
import netlab.schema.Value;

/** Fills the columns of BGP. */
final class BgpPass {
  /** Settings that end in components of {@link BgpNode}. */
  private static final String[] READ = {
    "as",
    "router_id",
    "ipv4",
    "ipv6",
    "rr",
    "rr_cluster_id",
    "advertise",
    "originate",
    "community",
    "neighbors",
    "import"
  };

  private BgpPass() {}

  static void run(Draft draft, Diagnostics diagnostics) {
    SequencedMap<String, Speaker> speakers = speakers(draft, diagnostics);
    Map<Asn, Ip> clusters = clusters(speakers);
    var sessions = new Sessions(draft, speakers, diagnostics);
    var rules = SessionRules.of(draft);
    for (Speaker speaker : speakers.values()) {
      NodeDraft node = speaker.node();
      Value.Fields settings = node.attributes().fieldsAt("bgp");
      Sessions.OfNode found = sessions.of(speaker);
      List<BgpNeighbor> neighbors = rules.apply(node, found.global());
      var networks = new Networks(draft, node, diagnostics);
      draft.put(
          Bgp.NODE,
          node.id(),
          new BgpNode(
              speaker.as(),
              speaker.routerId(),
              used(neighbors, networks, Family.IPV4),
              used(neighbors, networks, Family.IPV6),
              settings.boolAt("rr"),
              clusterId(speaker, clusters),
              Optional.of(networks.advertised()).filter(a -> !a.isEmpty()),
              networks.originated(),
              communities(node, settings, diagnostics),
              neighbors,
              RouteImports.of(node, "bgp", settings, diagnostics),
              ownSettings(node, settings)));
      networks.interfaces().forEach((id, port) -> draft.put(Bgp.INTERFACE, id, port));
      vrfs(draft, node, found, Optional.of(networks), diagnostics);
    }
    for (NodeDraft node : draft.nodes()) {
      if (!node.runs("bgp") && draft.find(Vrf.LEAKING, node.id()).isPresent()) {
        vrfs(draft, node, Sessions.OfNode.NONE, Optional.empty(), diagnostics);
      }
    }
  }

  /** What no other part of this package reads; and whether routes go on to other neighbors. */
  private static Value.Fields ownSettings(NodeDraft node, Value.Fields settings) {
    Value.Fields own = settings.without(READ);
    return node.device()
        .facts()
        .boolAt("bgp_transit")
        .filter(goesOn -> !goesOn)
        .map(no -> own.with(BgpReach.TRANSIT, Value.of(false)))
        .orElse(own);
  }

  private static void vrfs(
      Draft draft,
      NodeDraft node,
      Sessions.OfNode sessions,
      Optional<Networks> networks,
      Diagnostics diagnostics) {
    Value.Fields all = node.attributes().fieldsAt("vrfs");
    for (String name : all.fields().keySet()) {
      var id = new VrfId(node.id(), name);
      if (draft.find(Vrf.VRF, id).isEmpty()
          || all.boolAt(name + ".bgp").filter(on -> !on).isPresent()) {
        continue;
      }
      Value.Fields settings = all.fieldsAt(name).fieldsAt("bgp");
      List<String> sources =
          draft.defaults().textsAt("const.vrf_igp_protocols").stream()
              .filter(s -> s.equals("connected") || draft.knows(s, id))
              .toList();
      draft.put(
          Bgp.VRF,
          id,
          new BgpVrf(
              settings.at("router_id").flatMap(RouterIds::parse),
              networks.map(n -> n.advertised(name)).filter(a -> !a.isEmpty()),
              RouteImports.inVrf(node, "bgp", settings, sources, diagnostics),
              sessions.in(name),
              settings.without("router_id", "advertise", "originate", "import")));
    }
  }

  private static SequencedMap<String, Speaker> speakers(Draft draft, Diagnostics diagnostics) {
    var speakers = new LinkedHashMap<String, Speaker>();
    for (NodeDraft node : draft.nodes()) {
      if (!node.runs("bgp")) {
        continue;
      }
      Optional<Asn> as = node.attributes().textAt("bgp.as").flatMap(Asn::tryParse);
      if (as.isEmpty()) {
        diagnostics.error(
            Code.MISSING_VALUE,
            node.span(),
            "node `" + node + "` runs bgp but has no `bgp.as`",
            "give the node, its group or the whole lab an AS number");
        continue;
      }
      Optional<Ip> id = RouterIds.of(draft, node, "bgp", diagnostics);
      speakers.put(node.name(), new Speaker(node, as.get(), id));
    }
    return speakers;
  }

  /** The lowest router id among the reflectors of an AS that name no cluster id. */
  private static Map<Asn, Ip> clusters(SequencedMap<String, Speaker> speakers) {
    Map<Asn, Ip> lowest = new LinkedHashMap<>();
    for (Speaker speaker : speakers.values()) {
      if (speaker.isReflector() && speaker.clusterId().isEmpty()) {
        speaker
            .routerId()
            .ifPresent(id -> lowest.merge(speaker.as(), id, (a, b) -> a.compareTo(b) <= 0 ? a : b));
      }
    }
    return lowest;
  }

  private static Optional<Ip> clusterId(Speaker speaker, Map<Asn, Ip> clusters) {
    return speaker
        .clusterId()
        .or(() ->
            speaker.isReflector()
                ? Optional.ofNullable(clusters.get(speaker.as()))
                : Optional.empty());
  }

  /** A family is in use when a session or an advertised network has it. */
  private static Optional<Boolean> used(
      List<BgpNeighbor> neighbors, Networks networks, Family family) {
    for (PrefixPair pair : networks.advertised()) {
      if ((family == Family.IPV4 ? pair.ipv4() : pair.ipv6()).isPresent()) {
        return Optional.of(true);
      }
    }
    for (BgpNeighbor neighbor : neighbors) {
      if (neighbor.ip(family).isPresent()) {
        return Optional.of(true);
      }
    }
    return Optional.empty();
  }

  /** What a device calls a kind of communities; empty when it cannot send them. */
  private static List<String> words(Device device, String kind) {
    Value.Fields words = device.facts().fieldsAt("features.bgp.community");
    if (!words.isEmpty()) {
      return words.textsAt(kind);
    }
    return List.of("standard", "extended").contains(kind) ? List.of(kind) : List.of();
  }

  /** What is sent to each type of session, in the words of the device. */
  private static SequencedMap<String, List<String>> communities(
      NodeDraft node, Value.Fields settings, Diagnostics diagnostics) {
    var sent = new LinkedHashMap<String, List<String>>();
    Value.Fields wish = settings.fieldsAt("community");
    for (String type : wish.fields().keySet()) {
      sent.put(type, translated(node, wish, type, diagnostics));
    }
    for (String type : internalTypes(settings)) {
      if (sent.get("ibgp") != null) {
        sent.putIfAbsent(type, sent.get("ibgp"));
      }
    }
    return sent;
  }

  private static List<String> internalTypes(Value.Fields settings) {
    return settings.at("confederation").isPresent()
        ? List.of("localas_ibgp", "confed_ebgp")
        : List.of("localas_ibgp");
  }

  private static List<String> translated(
      NodeDraft node, Value.Fields wish, String type, Diagnostics diagnostics) {
    var translated = new ArrayList<String>();
    for (String kind : wish.textsAt(type)) {
      List<String> there = words(node.device(), kind);
      if (there.isEmpty()) {
        Lack.report(
            node,
            wish.at(type).orElse(wish).span(),
            "cannot send " + kind + " BGP communities",
            other -> !words(other, kind).isEmpty(),
            diagnostics);
      }
      for (String word : there) {
        if (!translated.contains(word)) {
          translated.add(word);
        }
      }
    }
    return translated;
  }
}
