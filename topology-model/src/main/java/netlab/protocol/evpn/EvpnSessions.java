package netlab.protocol.evpn;

import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.protocol.bgp.BgpNeighbor;
import netlab.protocol.bgp.SessionRules;
import netlab.protocol.vxlan.Vxlan;
import netlab.protocol.vxlan.VxlanNode;
import netlab.schema.Value;

/** BGP sessions between nodes of a domain exchange EVPN routes. */
final class EvpnSessions {
  private final Draft draft;

  private EvpnSessions(Draft draft) {
    this.draft = draft;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    List<NodeDraft> nodes = draft.nodes().stream().filter(n -> n.runs("evpn")).toList();
    if (nodes.isEmpty()) {
      return;
    }
    var sessions = new EvpnSessions(draft);
    nodes.forEach(n -> sessions.check(n, diagnostics));
    SessionRules.add(draft, sessions::apply);
  }

  private void check(NodeDraft node, Diagnostics diagnostics) {
    if (family(node) == Family.IPV6 && !node.device().can("evpn.ipv6")) {
      Lack.report(
          node,
          EvpnPass.place(draft.globals().keySpan("vxlan.use_v6_vtep"), node),
          "cannot exchange EVPN routes over IPv6",
          other -> other.can("evpn.ipv6"),
          diagnostics);
    }
  }

  private BgpNeighbor apply(NodeDraft node, BgpNeighbor session) {
    NodeDraft peer = draft.node(session.name().name());
    boolean both = node.runs("evpn") && peer.runs("evpn") && domain(node).equals(domain(peer));
    Family family = family(node);
    return both
            && node.attributes().textsAt("evpn.session").contains(session.type())
            && session.ip(family).isPresent()
        ? session.with("evpn", Value.of(family.text()))
        : session;
  }

  private static Optional<String> domain(NodeDraft node) {
    return node.attributes().textAt("evpn.domain");
  }

  /** Sessions run over the family of the tunnels. */
  private Family family(NodeDraft node) {
    return draft
        .find(Vxlan.NODE, node.id())
        .map(VxlanNode::transport)
        .orElseGet(() ->
            draft.globals().fieldsAt("vxlan").boolAt("use_v6_vtep").orElse(false)
                ? Family.IPV6
                : Family.IPV4);
  }
}
