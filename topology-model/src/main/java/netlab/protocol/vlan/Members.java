package netlab.protocol.vlan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.InterfaceDraft;
import netlab.draft.LinkDraft;
import netlab.draft.Neighborhood;
import netlab.draft.NodeDraft;
import netlab.lab.IfId;
import netlab.lab.Neighbor;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.schema.Value;

/** Who is in a VLAN, whatever link they are on. */
final class Members {
  private record Svi(InterfaceDraft port, Plan.OnNode vlan) {}

  private record Routed(EndDraft end, InterfaceDraft port, Plan.OnNode vlan) {}

  private record Outside(EndDraft end, InterfaceDraft port, Plan.Domain domain) {}

  private final Draft draft;
  private final Plan plan;
  private final List<Svi> svis = new ArrayList<>();
  private final List<Routed> routed = new ArrayList<>();
  private final List<Outside> outside = new ArrayList<>();
  private final Map<Plan.Domain, List<EndDraft>> ends = new HashMap<>();

  /** One entry a node: its first port in the VLAN stands for all. */
  private final Map<Plan.Domain, SequencedMap<NodeId, Neighbor>> members = new LinkedHashMap<>();

  Members(Draft draft, Plan plan) {
    this.draft = draft;
    this.plan = plan;
  }

  /** An interface of a VLAN. */
  void svi(InterfaceDraft port, Plan.OnNode vlan) {
    svis.add(new Svi(port, vlan));
  }

  /** An interface that routes the packets of a VLAN which others may switch. */
  void routed(EndDraft end, InterfaceDraft port, Plan.OnNode vlan) {
    routed.add(new Routed(end, port, vlan));
  }

  /** A port of a VLAN-aware node that sees the VLAN without tag as any other node does. */
  void plain(EndDraft end, InterfaceDraft port) {
    Plan.Domain domain = plan.untagged.get(end.link());
    if (domain != null) {
      outside.add(new Outside(end, port, domain));
    }
  }

  /** Finds everybody: node by node, first those on the node's ports, then the node itself. */
  void collect() {
    for (Map.Entry<LinkDraft, Plan.Domain> e : plan.untagged.entrySet()) {
      if (!plan.isRouted(e.getKey())) {
        for (EndDraft end : e.getKey().ends()) {
          ends.computeIfAbsent(e.getValue(), d -> new ArrayList<>()).add(end);
        }
      }
    }
    ends.values().forEach(list -> list.sort((a, b) -> a.link().index() - b.link().index()));
    Map<NodeDraft, List<Runnable>> byNode = new HashMap<>();
    for (Svi svi : svis) {
      byNode
          .computeIfAbsent(svi.port().node(), n -> new ArrayList<>())
          .add(() -> {
            beside(svi.port().node(), svi.vlan().domain());
            add(svi.vlan().domain(), entry(svi.port()));
          });
    }
    for (Routed each : routed) {
      boolean member = plan.isMember(each.end());
      if (member && !plan.isRouted(each.end().link())) {
        byNode
            .computeIfAbsent(each.port().node(), n -> new ArrayList<>())
            .add(() -> add(each.vlan().domain(), entry(each.port())));
      }
    }
    for (NodeDraft node : draft.nodes()) {
      byNode.getOrDefault(node, List.of()).forEach(Runnable::run);
    }
  }

  /** Those on links of a node's ports in a VLAN who have no interface of the VLAN themselves. */
  private void beside(NodeDraft node, Plan.Domain domain) {
    Set<LinkDraft> links = new HashSet<>();
    for (EndDraft end : ends.getOrDefault(domain, List.of())) {
      if (end.node().equals(node) && plan.carried.containsKey(end)) {
        links.add(end.link());
      }
    }
    for (EndDraft end : ends.getOrDefault(domain, List.of())) {
      boolean aware = plan.carried.containsKey(end) && end.use() == EndDraft.Use.PORT;
      if (links.contains(end.link()) && !aware && !plan.trunks.containsKey(end)) {
        add(domain, Neighborhood.neighbor(draft, node, end));
      } else if (links.contains(end.link()) && isRoutedNative(end)) {
        add(domain, Neighborhood.neighbor(draft, node, end));
      }
    }
  }

  private boolean isRoutedNative(EndDraft end) {
    return plan.carriedBy(end).filter(c -> c.mode() == Mode.ROUTE).isPresent();
  }

  private void add(Plan.Domain domain, Neighbor neighbor) {
    members
        .computeIfAbsent(domain, d -> new LinkedHashMap<>())
        .putIfAbsent(neighbor.id().node(), neighbor);
  }

  /** What others in the VLAN see of an interface. */
  private Neighbor entry(InterfaceDraft port) {
    var told = new LinkedHashMap<String, Value.Field>();
    port.attributes()
        .fields()
        .fields()
        .forEach((key, field) -> {
          if (draft.isModule(key) || key.equals("gateway") || key.equals("vrf")) {
            told.put(key, field);
          }
        });
    Value vlan =
        draft.find(Vlan.INTERFACE, port.id()).map(Members::shown).orElse(Value.Fields.NONE);
    told.put("vlan", new Value.Field(vlan, Span.NONE));
    return new Neighbor(
        port.id(),
        port.name(),
        port.ip(Family.IPV4),
        port.ip(Family.IPV6),
        new Value.Fields(told, Span.NONE));
  }

  private static Value shown(VlanInterface vlan) {
    Value.Fields fields = Value.Fields.NONE;
    if (vlan.mode().isPresent()) {
      fields = fields.with("mode", Value.of(vlan.mode().get()));
    }
    if (vlan.name().isPresent()) {
      fields = fields.with("name", Value.of(vlan.name().get()));
    }
    if (vlan.accessId().isPresent()) {
      fields = fields.with("access_id", Value.of((long) vlan.accessId().get()));
    }
    return fields;
  }

  /** Everybody in a VLAN; empty when nobody switches it. */
  Optional<List<Neighbor>> of(Plan.Domain domain) {
    return Optional.ofNullable(members.get(domain))
        .map(all -> all.values().stream().map(Members::relay).toList());
  }

  /** Who passes DHCP requests of a VLAN on is none of its clients. */
  private static Neighbor relay(Neighbor member) {
    Value.Fields dhcp = member.attributes().fieldsAt("dhcp");
    return dhcp.at("server").isEmpty() || dhcp.at("client").isEmpty()
        ? member
        : new Neighbor(
            member.id(),
            member.name(),
            member.ipv4(),
            member.ipv6(),
            member.attributes().with("dhcp", dhcp.without("client")));
  }

  int hosts(List<Neighbor> all) {
    Set<String> hosts = new HashSet<>();
    for (Neighbor neighbor : all) {
      if (draft.node(neighbor.id().node().name()).isHost()) {
        hosts.add(neighbor.id().node().name());
      }
    }
    return hosts.size();
  }

  /** Tells interfaces who is in their VLAN. */
  void tell() {
    for (Svi svi : svis) {
      Plan.Domain domain = svi.vlan().domain();
      List<Neighbor> others = others(domain, svi.port().id());
      svi.port().setNeighbors(others);
      String title =
          svi.port()
              .attributes()
              .textAt("name")
              .orElse("VLAN " + domain.name() + " (" + domain.id() + ")");
      svi.port()
          .setDescription(
              Neighborhood.cut(
                  draft,
                  others.isEmpty() ? title : title + " -> " + Neighborhood.list(draft, others)));
      role(svi.port(), domain);
    }
    for (Routed each : routed) {
      if (plan.isRouted(each.end().link())) {
        tellLink(each);
      } else {
        tell(each.port(), each.vlan().domain());
      }
    }
    outside.forEach(o -> tell(o.port(), o.domain()));
    ends.forEach((domain, list) -> {
      for (EndDraft end : list) {
        if (!plan.carried.containsKey(end)
            && !plan.trunks.containsKey(end)
            && end.port().isPresent()) {
          tell(end.port().get(), domain);
          role(end.port().get(), domain);
        }
      }
    });
  }

  /** On a link that nobody switches the neighbors are those of the link. */
  private void tellLink(Routed each) {
    if (!plan.isMember(each.end())) {
      return;
    }
    var neighbors = new ArrayList<Neighbor>();
    for (EndDraft end : each.end().link().ends()) {
      if (!end.equals(each.end())) {
        NodeDraft node = each.port().node();
        Neighbor told = Neighborhood.neighbor(draft, node, end);
        String name =
            node.nameOf(end.node())
                .or(() -> end.port().map(InterfaceDraft::name))
                .orElse(told.name());
        neighbors.add(new Neighbor(told.id(), name, told.ipv4(), told.ipv6(), told.attributes()));
      }
    }
    each.port().setNeighbors(neighbors);
    each.port().setDescription(Neighborhood.describe(draft, each.port().node(), neighbors));
  }

  private void tell(InterfaceDraft port, Plan.Domain domain) {
    List<Neighbor> others = others(domain, port.id());
    port.setNeighbors(others);
    String own = port.attributes().textAt("name").orElse(port.node().name());
    port.setDescription(Neighborhood.cut(draft, own + " -> " + Neighborhood.list(draft, others)));
  }

  /** A VLAN with a single router is a stub network. */
  private void role(InterfaceDraft port, Plan.Domain domain) {
    Set<String> routers = new HashSet<>();
    for (Neighbor neighbor : all(domain)) {
      if (!draft.node(neighbor.id().node().name()).isHost()) {
        routers.add(neighbor.id().node().name());
      }
    }
    if (routers.size() == 1) {
      port.attributes().addMissing("role", "stub");
    }
  }

  private List<Neighbor> others(Plan.Domain domain, IfId own) {
    var others = new ArrayList<Neighbor>();
    for (Neighbor neighbor : all(domain)) {
      if (!neighbor.id().node().equals(own.node())) {
        others.add(neighbor);
      }
    }
    return others;
  }

  private Collection<Neighbor> all(Plan.Domain domain) {
    SequencedMap<NodeId, Neighbor> known = members.get(domain);
    return known == null ? List.of() : known.values();
  }
}
