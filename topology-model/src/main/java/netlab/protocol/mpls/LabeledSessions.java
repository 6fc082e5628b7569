package netlab.protocol.mpls;

import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.protocol.bgp.BgpNeighbor;
import netlab.protocol.bgp.SessionRules;
import netlab.schema.Value;

/** What MPLS adds to BGP sessions: labels, VPN routes, 6PE. */
record LabeledSessions(Draft draft, Diagnostics diagnostics) implements SessionRules.Rule {
  @Override
  public BgpNeighbor apply(NodeDraft node, BgpNeighbor session) {
    Optional<MplsNode> own = draft.find(Mpls.NODE, node.id());
    if (own.isEmpty()) {
      return session;
    }
    Optional<MplsNode> peer = draft.find(Mpls.NODE, session.name());
    BgpNeighbor labeled = labeled(session, own.get());
    BgpNeighbor vpn = peer.map(p -> vpn(node, labeled, own.get(), p)).orElse(labeled);
    return sixPe(vpn, own.get(), peer);
  }

  private static BgpNeighbor labeled(BgpNeighbor session, MplsNode own) {
    BgpNeighbor done = session;
    for (Family family : Family.values()) {
      if (session.ip(family).isPresent() && own.labels(family, session.type())) {
        done = done.with(family.text() + "_label", Value.of(true));
      }
    }
    return done;
  }

  /** Routes of VRFs are exchanged over IPv4 sessions, for families that both ends carry. */
  private BgpNeighbor vpn(NodeDraft node, BgpNeighbor session, MplsNode own, MplsNode peer) {
    BgpNeighbor done = session;
    for (Family family : Family.values()) {
      boolean both =
          own.vpn().filter(v -> v.has(family, session.type())).isPresent()
              && peer.vpn().filter(v -> v.has(family)).isPresent();
      if (both && session.ipv4().isPresent()) {
        String key = family == Family.IPV4 ? "vpnv4" : "vpnv6";
        done = done.with(key, Value.of(session.ipv4().get()));
        checkCommunities(node, session.type());
      }
    }
    return done;
  }

  /** Route targets are extended communities (RFC 4364, section 4.3.1). */
  private void checkCommunities(NodeDraft node, String type) {
    Value.Fields community = node.attributes().fieldsAt("bgp.community");
    String key = community.at(type).isPresent() ? type : "ibgp";
    if (!community.textsAt(key).contains("extended")) {
      draft.warn(
          diagnostics,
          "mpls.warnings.extcommunity",
          Code.LABELED_SESSION,
          node.span(),
          "`"
              + node
              + "` exchanges routes of VRFs on "
              + type
              + " sessions without extended"
              + " communities, which carry the route targets",
          "add `extended` to `bgp.community." + type + "`");
    }
  }

  private static BgpNeighbor sixPe(BgpNeighbor session, MplsNode own, Optional<MplsNode> peer) {
    if (session.ipv4().isEmpty() || !own.sixPe(session.type())) {
      return session;
    }
    BgpNeighbor done = session.with(MplsPass.SIX_PE, Value.of(true));
    return peer.filter(MplsNode::sixPe).isPresent() ? done.withoutSession(Family.IPV6) : done;
  }
}
