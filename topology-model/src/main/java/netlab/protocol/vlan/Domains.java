package netlab.protocol.vlan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.draft.AddressPool;
import netlab.draft.Draft;
import netlab.draft.LinkPrefixes;
import netlab.draft.NodeDraft;
import netlab.protocol.gateway.Gateways;
import netlab.schema.Value;

/** Gives VLANs their identifiers and prefixes, and says which VLANs a node has. */
final class Domains {
  private static final int LAST_ID = 4094;

  /** Settings that do not go from the VLAN of the lab to links. */
  static final Set<String> OF_VLAN =
      Set.of("id", "vni", "mode", "prefix", "evpn", "stp", "lag", "links");

  private final Draft draft;
  private final Diagnostics diagnostics;
  private final Plan plan;
  private final Map<Integer, Value.Fields> taken = new HashMap<>();
  private final Map<Integer, String> names = new HashMap<>();
  private final Map<NodeDraft, SequencedMap<String, Plan.Domain>> owned = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();
  private int next;

  Domains(Draft draft, Plan plan, Diagnostics diagnostics) {
    this.draft = draft;
    this.plan = plan;
    this.diagnostics = diagnostics;
    this.next =
        draft
            .globals()
            .intAt("vlan.start_vlan_id")
            .or(() -> draft.defaults().intAt("vlan.start_vlan_id"))
            .orElse(1000);
  }

  /** Finds all VLANs. */
  void collect() {
    Value.Fields ofLab = draft.globals().fieldsAt("vlans");
    claim(ofLab);
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("vlan")) {
        claimOfNode(node, ofLab);
      }
    }
    for (String name : ofLab.fields().keySet()) {
      Value.Fields written = ofLab.fieldsAt(name);
      Mode mode = mode(written.textAt("mode")).or(this::ofLab).orElse(Mode.IRB);
      plan.domains.put(name, domain(name, Optional.empty(), mode, written));
    }
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("vlan")) {
        owned.put(node, domainsOf(node, ofLab));
      }
    }
  }

  private SequencedMap<String, Plan.Domain> domainsOf(NodeDraft node, Value.Fields ofLab) {
    var domains = new LinkedHashMap<String, Plan.Domain>();
    Value.Fields own = node.attributes().fieldsAt("vlans");
    for (String name : own.fields().keySet()) {
      if (ofLab.at(name).isEmpty()) {
        Value.Fields written = own.fieldsAt(name);
        Mode mode =
            mode(written.textAt("mode"))
                .or(() -> mode(node.attributes().textAt("vlan.mode")))
                .or(this::ofLab)
                .orElse(Mode.IRB);
        domains.put(name, domain(name, Optional.of(node), mode, written));
      }
    }
    return domains;
  }

  private Plan.Domain domain(
      String name, Optional<NodeDraft> owner, Mode mode, Value.Fields written) {
    int id = id(name, written);
    String place = owner.map(o -> "vlan " + name + " of " + o).orElse("vlan " + name);
    Optional<Value.Fields> prefix = prefix(place, written, mode);
    return new Plan.Domain(name, owner, id, mode, prefix, Gateways.ofVlan(written, prefix));
  }

  private void claim(Value.Fields vlans) {
    for (String name : vlans.fields().keySet()) {
      Value.Fields vlan = vlans.fieldsAt(name);
      Optional<Integer> id = vlan.intAt("id");
      if (id.isEmpty()) {
        continue;
      }
      Value.Fields other = taken.putIfAbsent(id.get(), vlan);
      String otherName = names.putIfAbsent(id.get(), name);
      if (other != null && otherName != null && !otherName.equals(name)) {
        diagnostics.report(
            Severity.ERROR,
            Code.VLAN_ID,
            vlan.at("id").orElseThrow().span(),
            "VLANs `" + otherName + "` and `" + name + "` have the same id " + id.get(),
            Optional.empty(),
            List.of(new Note("`" + otherName + "` has it from here", other.keySpan("id"))));
      }
      used.add(id.get());
    }
  }

  /** A node may repeat the id of a VLAN of the lab, but not change it. */
  private void claimOfNode(NodeDraft node, Value.Fields ofLab) {
    Value.Fields own = node.attributes().fieldsAt("vlans");
    for (String name : own.fields().keySet()) {
      Optional<Integer> id = own.intAt(name + ".id");
      Optional<Integer> expected = ofLab.intAt(name + ".id");
      if (id.isPresent() && expected.isPresent() && !id.equals(expected)) {
        diagnostics.error(
            Code.VLAN_ID,
            own.at(name + ".id").orElseThrow().span(),
            "VLAN `"
                + name
                + "` has id "
                + expected.get()
                + " in the lab and "
                + id.get()
                + " on node `"
                + node
                + "`");
      }
      id.ifPresent(used::add);
    }
  }

  private int id(String name, Value.Fields written) {
    Optional<Integer> id = written.intAt("id");
    if (id.isPresent()) {
      return id.get();
    }
    while (used.contains(next)) {
      next++;
    }
    if (next > LAST_ID) {
      diagnostics.error(
          Code.VLAN_ID, written.span(), "there is no free VLAN id for `" + name + "`");
    }
    used.add(next);
    return next;
  }

  private Optional<Value.Fields> prefix(String user, Value.Fields written, Mode mode) {
    Optional<Value> own = written.at("prefix");
    if (mode == Mode.ROUTE) {
      own.ifPresent(p ->
          diagnostics.error(
              Code.VLAN_PORT,
              p.span(),
              "a routed VLAN has no prefix of its own: each of its links has one"));
      return Optional.empty();
    }
    if (own.isPresent() && own.get() instanceof Value.Scalar s && s.data() instanceof Boolean) {
      return Optional.empty();
    }
    Optional<Value.Fields> found =
        own.isPresent()
            ? LinkPrefixes.written(draft, own.get(), diagnostics)
            : pool(written)
                .flatMap(p ->
                    LinkPrefixes.next(
                        draft, p, draft.numbers().user(user), written.span(), diagnostics));
    return found.map(p -> p.over(Value.Fields.NONE.with("allocation", Value.of("id_based"))));
  }

  private Optional<AddressPool> pool(Value.Fields written) {
    return written
        .textAt("pool")
        .flatMap(draft::pool)
        .or(() -> draft.pool("vlan"))
        .or(() -> draft.pool("lan"));
  }

  private Optional<Mode> ofLab() {
    return mode(draft.globals().textAt("vlan.mode"));
  }

  static Optional<Mode> mode(Optional<String> text) {
    return text.flatMap(Mode::of);
  }

  /** A VLAN on a node; empty when neither the lab nor the node knows it. */
  Optional<Plan.OnNode> find(NodeDraft node, String name) {
    SequencedMap<String, Plan.OnNode> known =
        plan.nodes.computeIfAbsent(node, n -> new LinkedHashMap<>());
    Plan.OnNode there = known.get(name);
    if (there != null) {
      return Optional.of(there);
    }
    SequencedMap<String, Plan.Domain> own = owned.get(node);
    Plan.Domain domain = own == null ? null : own.get(name);
    if (domain == null) {
      domain = plan.domains.get(name);
    }
    if (domain == null) {
      return Optional.empty();
    }
    Plan.OnNode made = onNode(node, domain);
    known.put(name, made);
    return Optional.of(made);
  }

  private Plan.OnNode onNode(NodeDraft node, Plan.Domain domain) {
    Value.Fields own = node.attributes().fieldsAt("vlans").fieldsAt(domain.name());
    Mode mode =
        mode(own.textAt("mode"))
            .or(() -> mode(node.attributes().textAt("vlan.mode")))
            .or(() -> mode(domain.written().textAt("mode")))
            .or(this::ofLab)
            .orElse(Mode.IRB);
    return new Plan.OnNode(domain, mode, own);
  }
}
