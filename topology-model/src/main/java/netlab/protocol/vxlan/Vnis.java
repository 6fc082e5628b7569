package netlab.protocol.vxlan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Suggest;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.protocol.vlan.Vlan;
import netlab.schema.Value;

/** Gives the VLANs that VXLAN extends their identifiers. */
final class Vnis {
  private static final long FIRST = 100_000;
  private static final long LAST = 16_777_215;

  private final Draft draft;
  private final Diagnostics diagnostics;
  private final Map<Long, Value> taken = new HashMap<>();
  private long next;

  private Vnis(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
    this.next = start();
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    List<NodeDraft> nodes = draft.nodes().stream().filter(n -> n.runs("vxlan")).toList();
    if (nodes.isEmpty()) {
      return;
    }
    var pass = new Vnis(draft, diagnostics);
    Value.Fields ofLab = draft.globals().fieldsAt("vlans");
    pass.claim(ofLab, true);
    nodes.forEach(n -> pass.claimOfNode(n, ofLab));
    pass.lab(ofLab);
    nodes.forEach(pass::node);
  }

  private long start() {
    return draft
        .globals()
        .at("vxlan.start_vni")
        .or(() -> draft.defaults().at("vxlan.start_vni"))
        .flatMap(v ->
            v instanceof Value.Scalar s && s.data() instanceof Long n
                ? Optional.of(n)
                : Optional.empty())
        .orElse(FIRST);
  }

  private void claim(Value.Fields vlans, boolean unique) {
    for (String name : vlans.fields().keySet()) {
      Optional<Value> vni = vlans.at(name + ".vni").filter(v -> number(v).isPresent());
      if (vni.isEmpty()) {
        continue;
      }
      Value other = taken.putIfAbsent(number(vni.get()).orElseThrow(), vni.get());
      if (other != null && unique) {
        diagnostics.report(
            Severity.ERROR,
            Code.VNI,
            vni.get().span(),
            "VLAN `" + name + "` has the same VNI as another one",
            Optional.empty(),
            List.of(new Note("the other one", other.span())));
      }
    }
  }

  private static Optional<Long> number(Value value) {
    return value instanceof Value.Scalar s && s.data() instanceof Long n
        ? Optional.of(n)
        : Optional.empty();
  }

  /** A node may repeat the identifier of a VLAN of the lab, but not change it. */
  private void claimOfNode(NodeDraft node, Value.Fields ofLab) {
    Value.Fields own = node.attributes().fieldsAt("vlans");
    for (String name : own.fields().keySet()) {
      Optional<Long> vni = own.longAt(name + ".vni");
      Optional<Long> expected = ofLab.longAt(name + ".vni");
      if (vni.isPresent() && expected.isPresent() && !vni.equals(expected)) {
        diagnostics.error(
            Code.VNI,
            own.at(name + ".vni").orElseThrow().span(),
            "VLAN `"
                + name
                + "` has VNI "
                + expected.get()
                + " in the lab and "
                + vni.get()
                + " on node `"
                + node
                + "`");
      }
    }
    claim(own, false);
  }

  private void lab(Value.Fields ofLab) {
    Optional<Value> wish = draft.globals().at("vxlan.vlans");
    Value.Fields done = ofLab;
    var extended = new ArrayList<Value>();
    for (Value.Scalar name : names(wish, ofLab)) {
      String vlan = name.data().toString();
      if (ofLab.at(vlan).isEmpty()) {
        unknown(name, ofLab.fields().keySet());
      } else if (ofLab.boolAt(vlan + ".vni").isEmpty()) {
        done = done.with(vlan, numbered(done.fieldsAt(vlan)));
        extended.add(name);
      }
    }
    if (!done.isEmpty()) {
      draft.globals().refine("vlans", done);
    }
    Value.Fields settings = draft.globals().fieldsAt("vxlan");
    if (!extended.isEmpty()) {
      settings = settings.with("vlans", new Value.Items(extended, settings.keySpan("vlans")));
    }
    draft.globals().refine("vxlan", settings.over(usual()));
  }

  /** What the lab does where it says nothing else. */
  private Value.Fields usual() {
    boolean evpn = draft.nodes().stream().anyMatch(n -> n.runs("evpn"));
    return Value.Fields.NONE
        .with("flooding", Value.of(evpn ? "evpn" : "static"))
        .with("use_v6_vtep", Value.of(draft.defaults().boolAt("vxlan.use_v6_vtep").orElse(false)));
  }

  /** VLANs that only a node knows. */
  private void node(NodeDraft node) {
    Value.Fields ofLab = draft.globals().fieldsAt("vlans");
    Value.Fields own = node.attributes().fieldsAt("vlans");
    for (Value.Scalar name : names(node.attributes().at("vxlan.vlans"), own)) {
      String vlan = name.data().toString();
      if (own.at(vlan).isEmpty() && ofLab.at(vlan).isEmpty()) {
        Set<String> known = new LinkedHashSet<>(own.fields().keySet());
        known.addAll(ofLab.fields().keySet());
        unknown(name, known);
      } else if (ofLab.at(vlan).isEmpty() && own.boolAt(vlan + ".vni").isEmpty()) {
        Value vni = numbered(own.fieldsAt(vlan)).at("vni").orElseThrow();
        Vlan.refine(node, vlan, "vni", vni);
      }
    }
  }

  private static List<Value.Scalar> names(Optional<Value> wish, Value.Fields usual) {
    var names = new ArrayList<Value.Scalar>();
    if (wish.isPresent() && wish.get() instanceof Value.Items items) {
      for (Value item : items.items()) {
        if (item instanceof Value.Scalar s) {
          names.add(s);
        }
      }
    } else {
      usual.fields().keySet().forEach(n -> names.add(new Value.Scalar(n, usual.keySpan(n))));
    }
    return names;
  }

  private void unknown(Value.Scalar name, Set<String> known) {
    diagnostics.report(
        Severity.ERROR,
        Code.UNKNOWN_VLAN,
        name.span(),
        "there is no VLAN `" + name.data() + "` that VXLAN could extend",
        Suggest.hint(name.data().toString(), known),
        List.of());
  }

  private Value.Fields numbered(Value.Fields vlan) {
    if (vlan.longAt("vni").isPresent()) {
      return vlan;
    }
    long vni = start() + vlan.longAt("id").orElse(0L);
    if (taken.containsKey(vni)) {
      while (taken.containsKey(next)) {
        next++;
      }
      vni = next;
    }
    if (vni > LAST) {
      diagnostics.error(
          Code.VNI, vlan.span(), "VNI " + vni + " is too large: the largest one is " + LAST);
    }
    Value made = Value.of(vni);
    taken.put(vni, made);
    return vlan.with("vni", made);
  }
}
