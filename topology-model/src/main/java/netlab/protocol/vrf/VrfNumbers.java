package netlab.protocol.vrf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import netlab.schema.Value;

/**
 * Gives VRFs their numbers, route distinguishers and route targets: first those of the lab, then
 * those that nodes define for themselves.
 */
final class VrfNumbers {
  private final Draft draft;
  private final Diagnostics diagnostics;
  private final Set<Long> numbers = new HashSet<>();
  private final Set<String> distinguishers = new HashSet<>();
  private long next = 1;

  private VrfNumbers(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    List<NodeDraft> nodes = draft.nodes().stream().filter(n -> n.runs("vrf")).toList();
    if (nodes.isEmpty()) {
      return;
    }
    new VrfChecks(draft, diagnostics).run(nodes);
    var pass = new VrfNumbers(draft, diagnostics);
    Value.Fields ofLab = draft.globals().fieldsAt("vrfs");
    pass.claim(ofLab, Optional.empty());
    nodes.forEach(n -> pass.claim(n.attributes().fieldsAt("vrfs"), Optional.of(n)));
    Value.Fields lab = pass.numbered(ofLab, Optional.empty(), Value.Fields.NONE);
    Map<NodeDraft, Value.Fields> tables = new LinkedHashMap<>();
    for (NodeDraft node : nodes) {
      tables.put(node, pass.numbered(node.attributes().fieldsAt("vrfs"), Optional.of(node), lab));
    }
    if (!lab.isEmpty()) {
      draft.globals().refine("vrfs", pass.targeted(lab, Optional.empty(), lab));
    }
    Value.Fields finished = draft.globals().fieldsAt("vrfs");
    tables.forEach((node, table) -> {
      if (!table.isEmpty()) {
        node.attributes().refine("vrfs", pass.targeted(table, Optional.of(node), finished));
      }
    });
  }

  /** Notes what is given; no two VRFs of the lab, or of a node, have the same. */
  private void claim(Value.Fields vrfs, Optional<NodeDraft> node) {
    Map<String, Value> taken = new HashMap<>();
    for (String name : vrfs.fields().keySet()) {
      Value.Fields written = vrfs.fieldsAt(name);
      written
          .longAt("id")
          .ifPresent(id -> {
            numbers.add(id);
            unique(taken, "id", id.toString(), written);
          });
      written
          .textAt("rd")
          .flatMap(rd -> target(rd, node))
          .ifPresent(rd -> {
            distinguishers.add(rd);
            unique(taken, "rd", rd, written);
          });
    }
  }

  private void unique(Map<String, Value> taken, String kind, String value, Value.Fields written) {
    Value own = written.at(kind).orElse(written);
    Value other = taken.putIfAbsent(kind + value, own);
    if (other != null) {
      diagnostics.report(
          Severity.ERROR,
          Code.VRF_ID,
          own.span(),
          "two VRFs have the same `" + kind + "` " + value,
          Optional.empty(),
          List.of(new Note("the other one", other.span())));
    }
  }

  /** The VRFs with numbers and route distinguishers. */
  private Value.Fields numbered(Value.Fields vrfs, Optional<NodeDraft> node, Value.Fields lab) {
    Value.Fields done = vrfs;
    for (String name : vrfs.fields().keySet()) {
      Value.Fields own = vrfs.fieldsAt(name);
      Value.Fields shared = lab.fieldsAt(name);
      Optional<String> as = as(node);
      if (as.isEmpty()) {
        diagnostics.error(
            Code.VRF_ID,
            vrfs.keySpan(name),
            "there is no AS number to make a route distinguisher of VRF `" + name + "` of",
            "set `vrf.as`, or `rd` of the VRF");
        continue;
      }
      Optional<Long> id = own.longAt("id").or(() -> shared.longAt("id"));
      Optional<String> rd = own.textAt("rd").flatMap(t -> target(t, node));
      if (rd.isEmpty() && own.at("rd").isEmpty()) {
        rd = shared.textAt("rd");
      }
      long number = id.orElseGet(() -> free(as.get()));
      own =
          own.with("id", kept(own, "id", number))
              .with("rd", kept(own, "rd", rd.orElse(as.get() + ":" + number)));
      done = done.with(name, own);
    }
    return done;
  }

  /** A value at the place where the lab file has one for this key. */
  private static Value kept(Value.Fields own, String key, Object data) {
    return new Value.Scalar(data, own.at(key).orElse(own).span());
  }

  /** The next number that is free, as part of a route distinguisher as well. */
  private long free(String as) {
    while (numbers.contains(next) || distinguishers.contains(as + ":" + next)) {
      next++;
    }
    numbers.add(next);
    distinguishers.add(as + ":" + next);
    return next;
  }

  private Optional<String> as(Optional<NodeDraft> node) {
    return node.flatMap(n -> n.attributes().textAt("bgp.as"))
        .or(() -> node.flatMap(n -> n.attributes().textAt("vrf.as")))
        .or(() -> draft.globals().textAt("bgp.as"))
        .or(() -> draft.globals().textAt("vrf.as"));
  }

  /** The VRFs with the route targets they import and export. */
  private Value.Fields targeted(Value.Fields vrfs, Optional<NodeDraft> node, Value.Fields lab) {
    Value.Fields done = vrfs;
    for (String name : vrfs.fields().keySet()) {
      Value.Fields own = vrfs.fieldsAt(name);
      for (String list : List.of("import", "export")) {
        Optional<Value> wish = own.at(list).or(() -> lab.at(name + "." + list));
        List<Value> usual = own.at("rd").map(List::of).orElse(List.of());
        Value targets =
            wish.isPresent()
                ? targets(wish.get(), node, vrfs, lab)
                : new Value.Items(usual, vrfs.keySpan(name));
        own = own.with(list, targets);
      }
      done = done.with(name, own);
    }
    return done;
  }

  private Value targets(Value wish, Optional<NodeDraft> node, Value.Fields vrfs, Value.Fields lab) {
    List<Value> items =
        switch (wish) {
          case Value.Items i -> i.items();
          case Value.Scalar s -> List.of(s);
          case Value.Empty e -> List.of();
          case Value.Fields f -> List.of();
        };
    var targets = new ArrayList<Value>();
    for (Value item : items) {
      if (item instanceof Value.Scalar s) {
        String text = s.data().toString();
        Optional<String> target =
            target(text, node)
                .or(() -> lab.textAt(text + ".rd"))
                .or(() -> vrfs.textAt(text + ".rd"));
        target.ifPresent(t -> targets.add(new Value.Scalar(t, s.span())));
        if (target.isEmpty()) {
          unknown(s, vrfs, lab);
        }
      }
    }
    return new Value.Items(targets, wish.span());
  }

  private void unknown(Value.Scalar target, Value.Fields vrfs, Value.Fields lab) {
    Set<String> names = new HashSet<>(vrfs.fields().keySet());
    names.addAll(lab.fields().keySet());
    diagnostics.report(
        Severity.ERROR,
        Code.UNKNOWN_VRF,
        target.span(),
        "`" + target.data() + "` is neither a route target nor the name of a VRF",
        Suggest.hint(target.data().toString(), names),
        List.of());
  }

  /** {@code 65000:1}, or a number behind the AS number; empty when the text is something else. */
  private Optional<String> target(String text, Optional<NodeDraft> node) {
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return as(node).map(as -> as + ":" + text);
    }
    return text.indexOf(':') > 0 ? Optional.of(text) : Optional.empty();
  }
}
