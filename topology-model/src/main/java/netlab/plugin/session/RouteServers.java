package netlab.plugin.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.lab.NodeId;
import netlab.protocol.bgp.BgpNeighbor;
import netlab.protocol.bgp.BgpSessions;
import netlab.protocol.bgp.BgpSessions.Session;
import netlab.schema.Value;

/**
 * Sessions with route servers (RFC 7947): their clients have no other sessions over the same
 * interface, and route servers have none with each other.
 */
final class RouteServers {
  private static final Value YES = Value.of(true);

  private final Draft draft;
  private final Diagnostics diagnostics;

  /** By route server the nodes it has sessions with. */
  private final Map<NodeId, Set<NodeId>> served = new HashMap<>();

  private RouteServers(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var servers = new RouteServers(draft, diagnostics);
    draft.nodes().forEach(servers::find);
    if (!servers.served.isEmpty()) {
      draft.nodes().forEach(servers::change);
    }
  }

  private void find(NodeDraft node) {
    for (Session session : BgpSessions.of(draft, node)) {
      NodeId peer = session.neighbor().name();
      if (session.neighbor().extra().boolAt("rs").orElse(false)) {
        served.computeIfAbsent(node.id(), n -> new HashSet<>()).add(peer);
        if (!serves(peer, node.id())) {
          BgpSessions.set(draft, draft.node(peer.name()), "rs_client", YES);
        }
      }
    }
  }

  private boolean serves(NodeId server, NodeId client) {
    return served.getOrDefault(server, Set.of()).contains(client);
  }

  private void change(NodeDraft node) {
    Set<Integer> ports = new HashSet<>();
    for (Session session : BgpSessions.of(draft, node)) {
      NodeId peer = session.neighbor().name();
      if (serves(peer, node.id()) && !serves(node.id(), peer)) {
        session.neighbor().ifindex().ifPresent(ports::add);
      }
    }
    BgpSessions.change(draft, node, session -> left(node, session.neighbor(), ports));
    if (!ports.isEmpty() && !node.device().can("bgp.rs_client")) {
      diagnostics.error(
          Code.FEATURE_MISSING,
          node.span(),
          "device `"
              + node.device().name()
              + "` of `"
              + node
              + "` cannot be the client of a route server",
          "switch `bgp.rs` of the server off, or choose another device");
    }
  }

  /**
   * What becomes of a session.
   *
   * @param ports the interfaces of the node behind which a route server serves it
   */
  private Optional<BgpNeighbor> left(NodeDraft node, BgpNeighbor neighbor, Set<Integer> ports) {
    boolean client = serves(neighbor.name(), node.id());
    if (serves(node.id(), neighbor.name())) {
      return client ? Optional.empty() : Optional.of(neighbor);
    }
    if (client) {
      return Optional.of(neighbor.with("rs_client", YES));
    }
    boolean besides =
        neighbor.type().equals("ebgp") && neighbor.ifindex().filter(ports::contains).isPresent();
    return besides ? Optional.empty() : Optional.of(neighbor);
  }
}
