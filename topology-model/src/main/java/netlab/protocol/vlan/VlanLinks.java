package netlab.protocol.vlan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.intent.LinkIntent;
import netlab.schema.Value;

/** Looks at links: which VLANs they carry, and what that makes of their ends. */
final class VlanLinks {
  private final Draft draft;
  private final Diagnostics diagnostics;
  private final Plan plan = new Plan();
  private final Domains domains;

  private VlanLinks(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
    this.domains = new Domains(draft, plan, diagnostics);
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    boolean used = false;
    for (NodeDraft node : draft.nodes()) {
      used = used || node.runs("vlan");
    }
    if (!used) {
      return;
    }
    var pass = new VlanLinks(draft, diagnostics);
    pass.domains.collect();
    for (LinkDraft link : List.copyOf(draft.links())) {
      pass.link(link);
    }
    pass.unwired();
    pass.publish();
    draft.note(Plan.class, pass.plan);
  }

  /** Says in the attributes which VLANs there are, with their identifiers. */
  private void publish() {
    Value.Fields ofLab = draft.globals().fieldsAt("vlans");
    for (Plan.Domain domain : plan.domains.values()) {
      ofLab = known(ofLab, domain);
    }
    if (!ofLab.isEmpty()) {
      draft.globals().refine("vlans", ofLab);
    }
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("vlan")) {
        Value.Fields own = node.attributes().fieldsAt("vlans");
        for (String name : own.fields().keySet()) {
          domains.find(node, name);
        }
        for (Plan.OnNode vlan : plan.vlans(node).values()) {
          own = present(own, vlan);
        }
        if (!own.isEmpty()) {
          node.attributes().refine("vlans", own);
        }
      }
    }
  }

  private static Value.Fields known(Value.Fields vlans, Plan.Domain domain) {
    Value.Fields written = domain.written();
    return vlans.with(
        domain.name(),
        written.at("id").isPresent() ? written : written.with("id", Value.of((long) domain.id())));
  }

  /** A VLAN of the lab on a node keeps what only this node says. */
  private static Value.Fields present(Value.Fields vlans, Plan.OnNode vlan) {
    if (vlan.domain().owner().isPresent()) {
      return known(vlans, vlan.domain());
    }
    return vlans.at(vlan.name()).isPresent() ? vlans : vlans.with(vlan.name(), Value.Fields.NONE);
  }

  private void link(LinkDraft link) {
    Value.Fields ofLink = link.attributes().fieldsAt("vlan");
    var ends = new ArrayList<EndDraft>();
    for (EndDraft end : link.ends()) {
      if (end.node().runs("vlan")) {
        normalize(end, ofLink);
        if (end.attributes().at("vlan").isPresent()) {
          ends.add(end);
        }
      }
    }
    if (ends.isEmpty()) {
      if (!ofLink.isEmpty()) {
        diagnostics.error(
            Code.VLAN_PORT,
            ofLink.span(),
            "link `" + link.name() + "` has VLAN attributes, but none of its nodes runs vlan");
      }
      return;
    }
    if (!ofLink.isEmpty()) {
      link.attributes().refine("vlan", withTrunk(ofLink));
    }
    untagged(link, ends);
    trunk(link, ends);
  }

  /** Puts the attributes of the link under those of the end; lists of VLANs become mappings. */
  private static void normalize(EndDraft end, Value.Fields ofLink) {
    Value.Fields own = withTrunk(end.attributes().fieldsAt("vlan"));
    Value.Fields merged = own.over(withTrunk(ofLink));
    if (!merged.isEmpty()) {
      end.attributes().refine("vlan", merged);
    }
  }

  private static Value.Fields withTrunk(Value.Fields vlan) {
    Optional<Value> trunk = vlan.at("trunk");
    if (trunk.isEmpty()) {
      return vlan;
    }
    var sorted = new TreeMap<String, Value.Field>();
    switch (trunk.get()) {
      case Value.Items items -> {
        for (Value item : items.items()) {
          if (item instanceof Value.Scalar s) {
            sorted.put(s.data().toString(), empty(s.span()));
          }
        }
      }
      case Value.Fields fields ->
          fields
              .fields()
              .forEach((name, field) ->
                  sorted.put(
                      name, field.value() instanceof Value.Fields ? field : empty(field.key())));
      case Value.Scalar s -> sorted.put(s.data().toString(), empty(s.span()));
      case Value.Empty e -> {}
    }
    return vlan.with("trunk", new Value.Fields(new LinkedHashMap<>(sorted), trunk.get().span()));
  }

  private static Value.Field empty(Span key) {
    return new Value.Field(new Value.Fields(new LinkedHashMap<>(), key), key);
  }

  /** The VLAN of frames without tag: access ports and native VLANs of trunks. */
  private void untagged(LinkDraft link, List<EndDraft> ends) {
    Set<String> names = new LinkedHashSet<>();
    for (EndDraft end : ends) {
      Value.Fields vlan = end.attributes().fieldsAt("vlan");
      check(end, vlan);
      vlan.textAt("access").or(() -> vlan.textAt("native")).ifPresent(names::add);
    }
    if (names.size() > 1) {
      diagnostics.error(
          Code.VLAN_PORT,
          link.span(),
          "link `"
              + link.name()
              + "` has more than one VLAN without tag: "
              + String.join(", ", names));
      return;
    }
    for (String name : names) {
      var carriers = new LinkedHashMap<EndDraft, Plan.Carried>();
      for (EndDraft end : ends) {
        Value.Fields vlan = end.attributes().fieldsAt("vlan");
        boolean access = vlan.textAt("access").isPresent();
        if (access || vlan.textAt("native").isPresent()) {
          Plan.Kind kind = access ? Plan.Kind.ACCESS : Plan.Kind.NATIVE;
          carry(end, name, kind, Optional.empty()).ifPresent(c -> carriers.put(end, c));
        }
      }
      if (!carriers.isEmpty()) {
        attach(link, carriers);
      }
    }
  }

  private void check(EndDraft end, Value.Fields vlan) {
    boolean access = vlan.at("access").isPresent();
    Optional<Value> trunk = vlan.at("trunk");
    Optional<Value> nativeVlan = vlan.at("native");
    if (access && trunk.isPresent()) {
      diagnostics.error(
          Code.VLAN_PORT,
          trunk.get().span(),
          "`"
              + end.node()
              + "` has both `vlan.access` and `vlan.trunk` on link `"
              + end.link().name()
              + "`",
          "the VLAN without tag on a trunk is `vlan.native`");
    }
    if (nativeVlan.isPresent()) {
      String name = vlan.textAt("native").orElse("");
      if (trunk.isEmpty() || vlan.at("trunk." + name).isEmpty()) {
        diagnostics.error(
            Code.VLAN_PORT,
            nativeVlan.get().span(),
            "the native VLAN `"
                + name
                + "` of `"
                + end.node()
                + "` on link `"
                + end.link().name()
                + "` is not in its trunk");
      }
    }
  }

  private Optional<Plan.Carried> carry(
      EndDraft end, String name, Plan.Kind kind, Optional<EndDraft> parent) {
    Optional<Plan.OnNode> vlan = domains.find(end.node(), name);
    if (vlan.isEmpty()) {
      diagnostics.error(
          Code.UNKNOWN_VLAN,
          end.attributes().keySpan("vlan"),
          "there is no VLAN `" + name + "` in the lab or on node `" + end.node() + "`",
          "define it under `vlans`");
      return Optional.empty();
    }
    Value.Fields settings = end.attributes().fieldsAt("vlan");
    Mode mode =
        Domains.mode(settings.textAt("mode"))
            .or(() -> Domains.mode(settings.fieldsAt("trunk").textAt(name + ".vlan.mode")))
            .orElse(vlan.get().mode());
    return Optional.of(new Plan.Carried(vlan.get(), kind, mode, parent));
  }

  /** Makes a link part of a VLAN. */
  private void attach(LinkDraft link, SequencedMap<EndDraft, Plan.Carried> carriers) {
    Plan.Domain domain = carriers.firstEntry().getValue().vlan().domain();
    boolean routed = true;
    for (Plan.Carried carried : carriers.values()) {
      routed = routed && carried.mode() == Mode.ROUTE;
      if (!carried.vlan().domain().equals(domain)) {
        diagnostics.error(
            Code.UNKNOWN_VLAN,
            link.span(),
            "VLAN `"
                + domain.name()
                + "` of link `"
                + link.name()
                + "` is used on several nodes, so it must be defined in the lab");
      }
    }
    plan.routed.put(link, routed);
    boolean member = carriers.firstEntry().getValue().kind() == Plan.Kind.MEMBER;
    if (!member) {
      plan.untagged.put(link, domain);
    }
    if (routed) {
      if (member) {
        link.attributes().addMissing("vlan_name", domain.name());
      } else {
        route(link, carriers);
      }
    } else {
      domain.prefix().ifPresent(p -> link.attributes().addMissing("prefix", p));
      if (domain.prefix().isEmpty()) {
        link.attributes().addMissing("prefix", Value.of(false));
      }
      link.attributes().addMissing("type", "lan");
      link.attributes().addMissing("vlan_name", domain.name());
    }
    link.attributes().addMissing(ofLinks(domain));
    for (Map.Entry<EndDraft, Plan.Carried> e : carriers.entrySet()) {
      end(e.getKey(), e.getValue());
    }
  }

  private static void route(LinkDraft link, SequencedMap<EndDraft, Plan.Carried> carriers) {
    Value route = Value.of(Mode.ROUTE.toString());
    Value.Fields ofLink = link.attributes().fieldsAt("vlan");
    link.attributes().refine("vlan", ofLink.with("mode", route));
    for (EndDraft end : carriers.keySet()) {
      Value.Fields own = end.attributes().fieldsAt("vlan");
      end.attributes().refine("vlan", own.with("mode", route));
    }
  }

  /** What the VLAN says about the links in it. */
  private static Value.Fields ofLinks(Plan.Domain domain) {
    Value.Fields all = domain.written();
    for (String key : Domains.OF_VLAN) {
      all = all.without(key);
    }
    return domain.owner().isPresent() ? Value.Fields.NONE : all;
  }

  private void end(EndDraft end, Plan.Carried carried) {
    plan.carried.put(end, carried);
    boolean defined =
        end.node().attributes().fieldsAt("vlans").at(carried.vlan().name()).isPresent();
    Value.Fields own =
        defined ? Vlan.onNode(draft, end.node(), carried.vlan().name()) : Value.Fields.NONE;
    for (String key : own.fields().keySet()) {
      boolean copied =
          key.equals("ipv4")
              || key.equals("ipv6")
              || (draft.isModule(key) && end.node().runs(key) && !Domains.OF_VLAN.contains(key));
      if (copied) {
        end.attributes().addMissing(Value.Fields.NONE.with(key, own.at(key).orElseThrow()));
      }
    }
    if (carried.mode() == Mode.BRIDGE) {
      end.leaveUnaddressed();
    }
    if (carried.kind() == Plan.Kind.MEMBER) {
      end.setUse(EndDraft.Use.NUMBERS);
    } else if (carried.mode() != Mode.ROUTE) {
      end.setUse(EndDraft.Use.PORT);
    }
  }

  private void trunk(LinkDraft link, List<EndDraft> ends) {
    var members = new TreeMap<String, List<EndDraft>>();
    for (EndDraft end : ends) {
      Value.Fields vlan = end.attributes().fieldsAt("vlan");
      Value.Fields trunk = vlan.fieldsAt("trunk");
      if (trunk.isEmpty()) {
        continue;
      }
      var vlans = new LinkedHashMap<String, Value.Fields>();
      for (String name : trunk.fields().keySet()) {
        vlans.put(name, trunk.fieldsAt(name));
        if (vlan.textAt("native").filter(name::equals).isEmpty()) {
          members.computeIfAbsent(name, n -> new ArrayList<>()).add(end);
        }
      }
      plan.trunks.put(end, vlans);
      if (vlan.at("native").isEmpty()) {
        bare(end);
      }
    }
    if (members.isEmpty()) {
      return;
    }
    showTrunk(link, members);
    allHearTags(link);
    if (!plan.untagged.containsKey(link) && !addressed(link)) {
      link.attributes().addMissing("prefix", new Value.Fields(new LinkedHashMap<>(), Span.NONE));
    }
    members.forEach((name, carriers) -> member(link, name, carriers));
  }

  /** Nodes that know no VLANs hear only frames without tag. */
  private void allHearTags(LinkDraft link) {
    if (plan.untagged.containsKey(link)) {
      return;
    }
    for (EndDraft end : link.ends()) {
      if (!end.node().runs("vlan")) {
        diagnostics.error(
            Code.VLAN_PORT,
            end.span(),
            "node `"
                + end.node()
                + "` does not run vlan, but is on link `"
                + link.name()
                + "`, where all frames have tags",
            "add module vlan to the node, or set `vlan.native` on the link");
      }
    }
  }

  /** A trunk port without native VLAN has no address, unless the link was given a prefix. */
  private static void bare(EndDraft end) {
    if (!addressed(end.link())) {
      end.leaveUnaddressed();
      end.setUse(EndDraft.Use.PORT);
    }
  }

  private static boolean addressed(LinkDraft link) {
    return (link.attributes().at("prefix").isPresent()
            && link.attributes().at("vlan_name").isEmpty())
        || link.attributes().at("pool").isPresent()
        || (link.role().isPresent() && link.attributes().at("vlan_name").isEmpty());
  }

  /** VLANs that nodes put into the trunk one by one are the trunk of the link. */
  private static void showTrunk(LinkDraft link, Map<String, List<EndDraft>> members) {
    Value.Fields ofLink = link.attributes().fieldsAt("vlan");
    if (ofLink.at("trunk").isPresent()) {
      return;
    }
    var shared = new LinkedHashMap<String, Value.Field>();
    members.forEach((name, ends) -> {
      if (ends.size() > 1) {
        shared.put(name, empty(Span.NONE));
      }
    });
    if (!shared.isEmpty()) {
      link.attributes().refine("vlan", ofLink.with("trunk", new Value.Fields(shared, Span.NONE)));
    }
  }

  private void member(LinkDraft trunk, String name, List<EndDraft> parents) {
    if (parents.size() == 1) {
      diagnostics.error(
          Code.VLAN_PORT,
          parents.getFirst().attributes().keySpan("vlan.trunk." + name),
          "VLAN `" + name + "` is in the trunk of one node only on link `" + trunk.name() + "`");
      return;
    }
    var ends = new ArrayList<LinkIntent.EndIntent>();
    for (EndDraft parent : parents) {
      Value.Fields own = parent.attributes().fieldsAt("vlan").fieldsAt("trunk").fieldsAt(name);
      ends.add(new LinkIntent.EndIntent(parent.node().name(), own, parent.span()));
    }
    Value.Fields attributes =
        trunk
            .attributes()
            .fieldsAt("vlan")
            .fieldsAt("trunk")
            .fieldsAt(name)
            .without("vlan")
            .with("type", Value.of("vlan_member"));
    LinkDraft link =
        draft.addLink(trunk.name() + "." + name, attributes, ends, trunk.span()).passing();
    var carriers = new LinkedHashMap<EndDraft, Plan.Carried>();
    for (int i = 0; i < parents.size(); i++) {
      EndDraft end = link.ends().get(i);
      carry(end, name, Plan.Kind.MEMBER, Optional.of(parents.get(i)))
          .ifPresent(c -> carriers.put(end, c));
    }
    if (carriers.size() == parents.size()) {
      attach(link, carriers);
    }
  }

  /** VLANs that a node routes without having a port in them. */
  private void unwired() {
    Map<NodeDraft, Set<String>> wired = new HashMap<>();
    plan.carried.forEach((end, carried) ->
        wired.computeIfAbsent(end.node(), n -> new HashSet<>()).add(carried.vlan().name()));
    for (NodeDraft node : draft.nodes()) {
      if (!node.runs("vlan")) {
        continue;
      }
      for (String name : node.attributes().fieldsAt("vlans").fields().keySet()) {
        boolean known = wired.getOrDefault(node, Set.of()).contains(name);
        Optional<Plan.OnNode> vlan = domains.find(node, name);
        if (!known && vlan.isPresent() && vlan.get().mode() == Mode.IRB) {
          internal(node, name);
        }
      }
    }
  }

  private void internal(NodeDraft node, String name) {
    var end = new LinkIntent.EndIntent(node.name(), Value.Fields.NONE, node.span());
    LinkDraft link =
        draft
            .addLink(
                "nodes." + node + ".vlans." + name,
                Value.Fields.NONE.with("type", Value.of("vlan_member")),
                List.of(end),
                node.span())
            .passing();
    EndDraft only = link.ends().getFirst();
    carry(only, name, Plan.Kind.MEMBER, Optional.empty())
        .ifPresent(c -> {
          var carriers = new LinkedHashMap<EndDraft, Plan.Carried>();
          carriers.put(only, c);
          attach(link, carriers);
        });
  }
}
