package netlab.protocol.srv6;

import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.net.Prefix;
import netlab.protocol.bgp.BgpNeighbor;
import netlab.protocol.bgp.FamilySessions;
import netlab.protocol.bgp.SessionRules;
import netlab.schema.Value;

/** Fills the column of SRv6 and tells BGP which sessions carry services over it. */
final class Srv6Pass {
  private static final String[] READ = {"locator", "igp", "bgp", "vpn", "transit_only"};

  private final Draft draft;
  private final Diagnostics diagnostics;

  private Srv6Pass(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new Srv6Pass(draft, diagnostics);
    var locators = new Locators(draft, diagnostics);
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("srv6")) {
        locators
            .of(node)
            .ifPresent(locator -> draft.put(Srv6.NODE, node.id(), pass.node(node, locator)));
      }
    }
    SessionRules.add(draft, (node, session) -> onSession(draft, node, session));
  }

  private static BgpNeighbor onSession(Draft draft, NodeDraft node, BgpNeighbor session) {
    Optional<Srv6Node> own = draft.find(Srv6.NODE, node.id());
    boolean peer = draft.find(Srv6.NODE, session.name()).isPresent();
    return own.isPresent() && peer && session.ipv6().isPresent()
        ? Services.on(session, own.get())
        : session;
  }

  private Srv6Node node(NodeDraft node, Prefix locator) {
    Value.Fields settings = node.attributes().fieldsAt("srv6");
    List<String> igps = settings.textsAt("igp");
    igps.forEach(igp -> checkIgp(node, settings, igp));
    Optional<FamilySessions> bgp = service(node, settings, "bgp");
    Optional<FamilySessions> vpn = service(node, settings, "vpn");
    boolean numbered = node.loopback().flatMap(l -> l.address(Family.IPV6)).isPresent();
    if (!numbered) {
      diagnostics.error(
          Code.NO_ADDRESS,
          node.span(),
          "`" + node + "` runs SRv6 and has no IPv6 address on its loopback",
          "give the pool `loopback` an IPv6 prefix");
    }
    if (node.runs("bgp") && (bgp.isPresent() || vpn.isPresent())) {
      node.attributes()
          .refine("bgp", node.attributes().fieldsAt("bgp").with("srv6", Value.of(true)));
    }
    Value.Fields extra =
        settings
            .without(READ)
            .with("_usid_block", Value.of(Locators.block(locator)))
            .with("_usid_node_id", Value.of(Locators.number(locator)));
    return new Srv6Node(locator, igps, bgp, vpn, settings.boolAt("transit_only"), extra);
  }

  private void checkIgp(NodeDraft node, Value.Fields settings, String igp) {
    String module = igp.equals("ebgp") ? "bgp" : igp;
    Span at = place(node, settings, "igp");
    if (!node.device().can("srv6." + igp)) {
      Lack.report(
          node,
          at,
          "cannot announce SRv6 locators with " + igp,
          other -> other.can("srv6." + igp),
          diagnostics);
    } else if (!node.runs(module)) {
      String message = "`" + node + "` is to announce its SRv6 locator with " + igp;
      if (node.wants(module)) {
        draft.warn(
            diagnostics,
            "srv6.warnings.inactive",
            Code.PROTOCOL_UNUSED,
            at,
            message + ", but has no interface for it",
            "give it a link");
      } else {
        diagnostics.error(
            Code.MODULE_REQUIRES,
            at,
            message + ", but does not run it",
            "add `" + module + "` to its modules, or set `srv6.igp`");
      }
    }
  }

  private Optional<FamilySessions> service(NodeDraft node, Value.Fields settings, String service) {
    Optional<FamilySessions> found =
        FamilySessions.of(settings, service, List.of("ibgp"), node.families());
    if (found.isEmpty()) {
      return found;
    }
    Span at = place(node, settings, service);
    if (!node.device().can("srv6." + service)) {
      Lack.report(
          node,
          at,
          "cannot carry "
              + (service.equals("vpn") ? "routes of VRFs" : "BGP routes")
              + " over SRv6",
          other -> other.can("srv6." + service),
          diagnostics);
    } else if (!node.runs("bgp")) {
      diagnostics.error(
          Code.MODULE_REQUIRES,
          at,
          "`srv6." + service + "` of `" + node + "` needs module `bgp`",
          "add `bgp` to its modules, or set `srv6." + service + ": false`");
    }
    return found;
  }

  private static Span place(NodeDraft node, Value.Fields settings, String key) {
    Span written = settings.at(key).map(Value::span).orElse(Span.NONE);
    return written.or(node.span());
  }
}
