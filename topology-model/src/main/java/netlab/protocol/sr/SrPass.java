package netlab.protocol.sr;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.protocol.igp.FamilyFlags;
import netlab.schema.Value;

/** Fills the column of segment routing. */
final class SrPass {
  private static final String[] READ = {"af", "protocol", "node_sid", "srgb"};

  /** The module that runs a protocol, and the families whose segments it can announce. */
  private record Carrier(String module, Set<Family> families) {}

  private static final Map<String, Carrier> CARRIERS =
      Map.of(
          "isis", new Carrier("isis", EnumSet.allOf(Family.class)),
          "ospfv2", new Carrier("ospf", EnumSet.of(Family.IPV4)));

  /** Labels of a block whose size nobody sets. */
  private static final long STANDARD_SIZE = 8000;

  private final Draft draft;
  private final Diagnostics diagnostics;

  private SrPass(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new SrPass(draft, diagnostics);
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("sr")) {
        pass.node(node);
      }
    }
  }

  private void node(NodeDraft node) {
    Value.Fields settings = node.attributes().fieldsAt("sr");
    List<String> protocols = settings.textsAt("protocol");
    Set<Family> families = families(node, settings);
    checkProtocols(node, settings, protocols);
    checkFamilies(node, settings, protocols, families);
    SequencedMap<Family, Long> sids = sids(node, settings, families);
    draft.put(
        Sr.NODE,
        node.id(),
        new SrNode(
            FamilyFlags.all(families),
            protocols,
            sids.isEmpty() ? Optional.empty() : Optional.of(sids),
            Optional.of(blocks(settings.fieldsAt("srgb"))).filter(b -> !b.isEmpty()),
            settings.without(READ)));
  }

  /** Those of the node; only the ones switched on if any is, else without those switched off. */
  private static Set<Family> families(NodeDraft node, Value.Fields settings) {
    Set<Family> families = node.families();
    if (settings.boolAt("af").filter(on -> !on).isPresent()) {
      families.clear();
    }
    Value.Fields wish = settings.fieldsAt("af");
    Set<Family> on = EnumSet.noneOf(Family.class);
    for (Family family : Family.values()) {
      if (wish.boolAt(family.text()).orElse(false)) {
        on.add(family);
      }
    }
    return on.isEmpty() ? without(families, wish) : on;
  }

  private static Set<Family> without(Set<Family> families, Value.Fields wish) {
    families.removeIf(f -> wish.boolAt(f.text()).filter(on -> !on).isPresent());
    return families;
  }

  /** A device that has no such list can do all. */
  private static boolean can(Device device, String list, String what) {
    List<String> able = device.facts().textsAt("features.sr." + list);
    return able.isEmpty() || able.contains(what);
  }

  private void checkProtocols(NodeDraft node, Value.Fields settings, List<String> protocols) {
    List<String> able = node.device().facts().textsAt("features.sr.protocol");
    Span at = place(node, settings, "protocol");
    for (String protocol : protocols) {
      Optional<Carrier> carrier = Optional.ofNullable(CARRIERS.get(protocol));
      if (!can(node.device(), "protocol", protocol)) {
        Lack.report(
            node,
            at,
            "cannot announce segments with " + protocol,
            "it can with " + String.join(", ", able),
            other -> other.can("sr") && can(other, "protocol", protocol),
            diagnostics);
      } else if (carrier.isPresent() && !node.runs(carrier.get().module())) {
        diagnostics.error(
            Code.MODULE_REQUIRES,
            at,
            "`" + node + "` announces segments with " + protocol + ", but does not run it",
            "add `" + carrier.get().module() + "` to its modules, or set `sr.protocol`");
      }
    }
  }

  private void checkFamilies(
      NodeDraft node, Value.Fields settings, List<String> protocols, Set<Family> families) {
    Span at = place(node, settings, "af");
    for (Family family : families) {
      if (!can(node.device(), "af", family.text())) {
        Lack.report(
            node,
            at,
            "has no segments for " + family,
            "leave the family out with `sr.af`",
            other -> other.can("sr") && can(other, "af", family.text()),
            diagnostics);
      } else if (protocols.stream().noneMatch(p -> carries(p, family))) {
        diagnostics.error(
            Code.SR_FAMILY,
            at,
            "no protocol of `" + node + "` announces segments for " + family,
            "leave the family out with `sr.af`, or add isis to `sr.protocol`");
      }
    }
  }

  private static boolean carries(String protocol, Family family) {
    Carrier carrier = CARRIERS.get(protocol);
    return carrier != null && carrier.families().contains(family);
  }

  private static Span place(NodeDraft node, Value.Fields settings, String key) {
    Span written = settings.at(key).map(Value::span).orElse(Span.NONE);
    return written.or(node.span());
  }

  /** What is set, else the number of the node plus the offset of the lab. */
  private SequencedMap<Family, Long> sids(
      NodeDraft node, Value.Fields settings, Set<Family> families) {
    var sids = new LinkedHashMap<Family, Long>();
    Value.Fields own = settings.fieldsAt("node_sid");
    for (Family family : families) {
      String path = "sr.node_sid_offset." + family.text();
      long offset =
          draft.globals().fields().longAt(path).or(() -> draft.defaults().longAt(path)).orElse(0L);
      if (own.at(family.text()).isEmpty()) {
        sids.put(family, node.number() + offset);
      } else {
        own.longAt(family.text()).ifPresent(sid -> sids.put(family, sid));
      }
    }
    return sids;
  }

  private static Value.Fields blocks(Value.Fields srgb) {
    return block(block(srgb, "start", "size", "_end"), "dyn_start", "dyn_size", "_dyn_end");
  }

  private static Value.Fields block(Value.Fields srgb, String start, String size, String end) {
    Optional<Long> first = srgb.longAt(start);
    if (first.isEmpty()) {
      return srgb;
    }
    long length = srgb.longAt(size).orElse(STANDARD_SIZE);
    return srgb.with(size, Value.of(length)).with(end, Value.of(first.get() + length - 1));
  }
}
