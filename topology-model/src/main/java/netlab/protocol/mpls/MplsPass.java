package netlab.protocol.mpls;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.protocol.bgp.FamilySessions;
import netlab.protocol.bgp.SessionRules;
import netlab.schema.Value;

/** Fills the column of MPLS and tells BGP which sessions carry labels. */
final class MplsPass {
  static final String SIX_PE = "6pe";
  private static final String[] READ = {"ldp", "bgp", "vpn", SIX_PE};

  private final Diagnostics diagnostics;

  private MplsPass(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new MplsPass(diagnostics);
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("mpls")) {
        draft.put(Mpls.NODE, node.id(), pass.node(node));
      }
    }
    SessionRules.add(draft, new LabeledSessions(draft, diagnostics));
  }

  private MplsNode node(NodeDraft node) {
    Value.Fields settings = node.attributes().fieldsAt("mpls");
    Set<Family> families = node.families();
    Optional<FamilySessions> bgp =
        FamilySessions.of(settings, "bgp", List.of("ibgp", "ebgp"), families);
    Optional<FamilySessions> vpn =
        FamilySessions.of(settings, "vpn", List.of("ibgp"), families)
            .map(all -> all.only(wantedVpn(node, all)));
    bgp.ifPresent(b -> check(node, settings, "bgp", b.types().keySet(), "labels in BGP"));
    vpn.ifPresent(v -> check(node, settings, "vpn", v.types().keySet(), "routes of VRFs in BGP"));
    List<Value> sixPe = settings.itemsAt(SIX_PE);
    Value.Fields extra = settings.without(READ);
    if (!sixPe.isEmpty()) {
      extra = extra.with(SIX_PE, new Value.Items(sixPe, settings.span()));
      check(node, settings, SIX_PE, Set.of(Family.IPV6), "IPv6 over MPLS (6PE)");
      if (bgp.filter(b -> !b.types().getOrDefault(Family.IPV6, List.of()).isEmpty()).isPresent()) {
        diagnostics.error(
            Code.LABELED_SESSION,
            place(node, settings, SIX_PE),
            "`"
                + node
                + "` cannot carry IPv6 both with 6PE and with labels in BGP (`mpls.bgp.ipv6`)",
            "take one of them away");
      }
    }
    return new MplsNode(bgp, vpn, extra);
  }

  /** A route reflector carries what others have; others what their VRFs have, or pass on. */
  private static Set<Family> wantedVpn(NodeDraft node, FamilySessions vpn) {
    if (node.attributes().is("bgp.rr", true)) {
      return EnumSet.allOf(Family.class);
    }
    Set<Family> wanted = EnumSet.noneOf(Family.class);
    for (Family family : Family.values()) {
      if (vpn.has(family, "ebgp")) {
        wanted.add(family);
      }
    }
    for (InterfaceDraft port : node.interfaces()) {
      if (port.attributes().at("vrf").isPresent()) {
        for (Family family : Family.values()) {
          if (port.ip(family).isPresent()) {
            wanted.add(family);
          }
        }
      }
    }
    return wanted;
  }

  private void check(
      NodeDraft node, Value.Fields settings, String service, Set<Family> families, String what) {
    Span at = place(node, settings, service);
    if (!node.runs("bgp")) {
      diagnostics.error(
          Code.MODULE_REQUIRES,
          at,
          "`mpls." + service + "` of `" + node + "` needs module `bgp`",
          "add `bgp` to its modules, or set `mpls." + service + ": false` for it");
      return;
    }
    for (Family family : families) {
      if (!can(node.device(), service, family)) {
        Lack.report(
            node,
            at,
            "has no " + what + (service.equals(SIX_PE) ? "" : " for " + family),
            other -> can(other, service, family),
            diagnostics);
      }
    }
  }

  /** A device says that it can, or for which families. */
  private static boolean can(Device device, String service, Family family) {
    return device
        .feature("mpls." + service)
        .filter(
            f -> !(f instanceof Value.Fields fields) || fields.boolAt(family.text()).orElse(false))
        .isPresent();
  }

  private static Span place(NodeDraft node, Value.Fields settings, String key) {
    Span written = settings.at(key).map(Value::span).orElse(Span.NONE);
    return written.or(node.span());
  }
}
