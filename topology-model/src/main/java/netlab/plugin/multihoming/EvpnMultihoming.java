package netlab.plugin.multihoming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.schema.Value;

/**
 * Gives interfaces that name an Ethernet segment its identifier (RFC 7432, section 5). A segment
 * that the lab does not define gets the next free identifier, and a LACP system for its bundles.
 */
public final class EvpnMultihoming implements Plugin {
  private static final String SEGMENTS = "ethernet_segments";
  private static final String LACP = "_lacp_system_id";
  private static final String ESI = "_esi";

  @Override
  public String name() {
    return "evpn.multihoming";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("Ethernet segments", Phase.EXPAND, this::segments),
        Pass.of("Ethernet segment identifiers", Phase.ADDRESS, EvpnMultihoming::identifiers));
  }

  private void segments(Draft draft, Diagnostics diagnostics) {
    Map<NodeDraft, List<EndDraft>> ends = byNode(draft);
    Value.Fields known = draft.globals().fieldsAt("evpn." + SEGMENTS);
    int generated = 0;
    Map<String, List<EndDraft>> users = new LinkedHashMap<>();
    for (NodeDraft node : draft.nodes()) {
      for (EndDraft end : ends.getOrDefault(node, List.of())) {
        String segment = segment(end).orElseThrow();
        if (known.at(segment).isEmpty()) {
          known = known.with(segment, fresh(++generated));
        }
        if (supported(end, diagnostics)) {
          users.computeIfAbsent(segment, s -> new ArrayList<>()).add(end);
          complete(end, known.fieldsAt(segment), diagnostics);
        }
      }
    }
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("evpn")) {
        node.configuredBy(name());
        Value.Fields evpn = node.attributes().fieldsAt("evpn");
        Value.Fields all = evpn.fieldsAt(SEGMENTS).over(known);
        node.attributes().refine("evpn", all.isEmpty() ? evpn : evpn.with(SEGMENTS, all));
      }
    }
    users.forEach((segment, all) -> suspicious(draft, segment, all, diagnostics));
  }

  private static Map<NodeDraft, List<EndDraft>> byNode(Draft draft) {
    Map<NodeDraft, List<EndDraft>> ends = new LinkedHashMap<>();
    for (LinkDraft link : draft.links()) {
      for (EndDraft end : link.ends()) {
        if (segment(end).isPresent()) {
          ends.computeIfAbsent(end.node(), n -> new ArrayList<>()).add(end);
        }
      }
    }
    return ends;
  }

  private static Optional<String> segment(EndDraft end) {
    return end.attributes().textAt("evpn.es");
  }

  private static Value.Fields fresh(int number) {
    String system = String.format("02:00:00:00:%02x:%02x", number >> 8, number & 0xff);
    return Value.Fields.NONE
        .with("id", Value.of("00:" + system + ":00:00:00"))
        .with(LACP, Value.of(system));
  }

  private static boolean isBundle(EndDraft end) {
    return end.link().type().equals("lag");
  }

  private static boolean supported(EndDraft end, Diagnostics diagnostics) {
    String kind = isBundle(end) ? "lag" : "physical";
    NodeDraft node = end.node();
    if (node.device().can("evpn.multihoming." + kind)) {
      return true;
    }
    wrong(
        Code.FEATURE_MISSING,
        end,
        "device `"
            + node.device().name()
            + "` of node `"
            + node
            + "` cannot have an Ethernet segment on "
            + (isBundle(end) ? "a bundle of links" : "a single link"),
        diagnostics);
    return false;
  }

  private static void wrong(Code code, EndDraft end, String message, Diagnostics diagnostics) {
    diagnostics.error(code, place(end), message);
  }

  private static Span place(EndDraft end) {
    return end.attributes().at("evpn.es").map(Value::span).orElse(end.span());
  }

  /** Checks that the segment has an identifier here; bundles get the LACP system of the segment. */
  private static void complete(EndDraft end, Value.Fields segment, Diagnostics diagnostics) {
    boolean auto = segment.boolAt("auto").orElse(false);
    String what = "Ethernet segment `" + segment(end).orElseThrow() + "`";
    if (segment.at("id").isEmpty() && !auto) {
      String message = what + " has neither `id` nor `auto: true`";
      wrong(Code.EVPN_SERVICE, end, message, diagnostics);
    } else if (segment.at("id").isEmpty() && !isBundle(end)) {
      String message =
          what + " takes its identifier from LACP, but `" + end + "` is no bundle of links";
      wrong(Code.EVPN_SERVICE, end, message, diagnostics);
    }
    if (!isBundle(end) || end.attributes().at("lag.lacp_system_id").isPresent()) {
      return;
    }
    Optional<Value> system = segment.at(LACP);
    if (system.isPresent()) {
      Value.Fields lag = end.attributes().fieldsAt("lag");
      end.attributes().refine("lag", lag.with("lacp_system_id", system.get()));
    } else {
      String message =
          "node `"
              + end.node()
              + "` needs `lag.lacp_system_id` on bundle `"
              + end.link().name()
              + "`: all nodes of "
              + what
              + " must look like one";
      wrong(Code.EVPN_SERVICE, end, message, diagnostics);
    }
  }

  private static void suspicious(
      Draft draft, String segment, List<EndDraft> users, Diagnostics diagnostics) {
    if (users.size() == 1) {
      draft.warn(
          diagnostics,
          "evpn.warnings.evpn_mh_segment_used_once",
          Code.EVPN_SERVICE,
          place(users.getFirst()),
          "Ethernet segment `" + segment + "` is on one interface only",
          "name it on the other interfaces to the same neighbor");
    }
    Set<String> systems = new LinkedHashSet<>();
    users.forEach(end -> end.attributes().textAt("lag.lacp_system_id").ifPresent(systems::add));
    if (systems.size() > 1) {
      draft.warn(
          diagnostics,
          "evpn.warnings.evpn_mh_lacp_mismatch",
          Code.EVPN_SERVICE,
          place(users.getLast()),
          "the bundles of Ethernet segment `"
              + segment
              + "` have different LACP systems: "
              + String.join(", ", systems),
          "give all of them one `lag.lacp_system_id`");
    }
  }

  /** Neighbors do not see the identifiers, so interfaces get them when they know each other. */
  private static void identifiers(Draft draft, Diagnostics diagnostics) {
    for (LinkDraft link : draft.links()) {
      for (EndDraft end : link.ends()) {
        Optional<String> segment = segment(end);
        if (segment.isPresent() && end.port().isPresent()) {
          Value.Fields data =
              end.node().attributes().fieldsAt("evpn." + SEGMENTS).fieldsAt(segment.get());
          Value.Fields evpn = end.attributes().fieldsAt("evpn");
          end.port().get().attributes().refine("evpn", evpn.with(ESI, forDevice(end, data)));
        }
      }
    }
  }

  /** EOS writes identifiers in groups of four digits. */
  private static Value.Fields forDevice(EndDraft end, Value.Fields segment) {
    Optional<String> id =
        segment.textAt("id").filter(i -> end.node().device().name().equals("eos"));
    if (id.isEmpty()) {
      return segment;
    }
    String digits = id.get().replace(":", "");
    return segment.with("_eos_id", Value.of(digits.replaceAll("(.{4})(?=.)", "$1:")));
  }
}
