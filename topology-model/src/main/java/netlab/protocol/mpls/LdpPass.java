package netlab.protocol.mpls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.draft.RouterIds;
import netlab.net.Family;
import netlab.protocol.igp.FamilyFlags;
import netlab.protocol.igp.Igp;
import netlab.schema.Value;

/** Fills the columns of LDP. */
final class LdpPass {
  /** Protocols that find the ways for which LDP gives labels. */
  private static final List<String> IGPS = List.of("ospf", "isis", "eigrp");

  private final Draft draft;
  private final Diagnostics diagnostics;

  private LdpPass(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new LdpPass(draft, diagnostics);
    for (NodeDraft node : draft.nodes()) {
      Value.Fields mpls = node.attributes().fieldsAt("mpls");
      boolean off = mpls.at("ldp").isEmpty() || mpls.boolAt("ldp").filter(on -> !on).isPresent();
      if (node.runs("mpls") && !off && pass.mayRun(node, mpls)) {
        pass.node(node, mpls.fieldsAt("ldp"));
      }
    }
  }

  /** True unless something LDP needs is missing, which is reported. */
  private boolean mayRun(NodeDraft node, Value.Fields mpls) {
    Span written = mpls.at("ldp").map(Value::span).orElse(Span.NONE);
    Span at = written.or(node.span());
    if (!node.device().can("mpls.ldp")) {
      Lack.report(
          node,
          at,
          "has no LDP",
          "`mpls.ldp: false` switches it off",
          other -> other.can("mpls.ldp"),
          diagnostics);
      return false;
    }
    boolean igp = IGPS.stream().anyMatch(node::wants);
    boolean ipv4 = node.families().contains(Family.IPV4);
    if (!igp) {
      diagnostics.error(
          Code.LDP,
          at,
          "`" + node + "` runs LDP and no interior routing protocol",
          "add ospf, isis or eigrp to its modules, or set `mpls.ldp: false`");
    }
    if (!ipv4) {
      diagnostics.error(
          Code.LDP,
          at,
          "`" + node + "` runs LDP and has no IPv4 address",
          "give it IPv4 addresses, or set `mpls.ldp: false`");
    }
    return igp && ipv4;
  }

  private void node(NodeDraft node, Value.Fields settings) {
    var ports = new LinkedHashMap<InterfaceDraft, LdpInterface>();
    for (InterfaceDraft port : node.interfaces()) {
      if (runsOn(port)) {
        boolean passive = Igp.isPassive(draft, port, Value.Fields.NONE, "mpls");
        ports.put(port, new LdpInterface(passive));
      }
    }
    if (ports.isEmpty()) {
      draft.warn(
          diagnostics,
          "ldp.warnings.inactive",
          Code.PROTOCOL_UNUSED,
          node.span(),
          "node `" + node + "` runs ldp, but none of its interfaces does",
          "set `mpls.ldp: false` for it");
      return;
    }
    ports.forEach((port, ldp) -> draft.put(Mpls.LDP_INTERFACE, port.id(), ldp));
    draft.put(
        Mpls.LDP,
        node.id(),
        new LdpNode(
            FamilyFlags.all(List.of(Family.IPV4)),
            settings
                .at("router_id")
                .flatMap(RouterIds::parse)
                .or(() -> RouterIds.of(draft, node, "ldp", diagnostics)),
            settings.without("router_id")));
  }

  /** True on IPv4 interfaces that lead to other routers of the network. */
  private boolean runsOn(InterfaceDraft port) {
    Optional<Boolean> wish = port.attributes().fields().boolAt("mpls.ldp");
    boolean outside = port.role().filter("external"::equals).isPresent();
    boolean usable = port.ip(Family.IPV4).isPresent() && !outside && !port.isLoopback();
    if (!usable || !wish.orElse(true)) {
      return false;
    }
    if (port.attributes().at("vrf").isEmpty()) {
      return true;
    }
    if (wish.isPresent() && !port.node().device().can("mpls.csc")) {
      Lack.report(
          port.node(),
          port.attributes().at("mpls.ldp").map(Value::span).orElse(port.node().span()),
          "cannot run LDP in a VRF (`" + port.name() + "`)",
          other -> other.can("mpls.csc"),
          diagnostics);
    }
    return wish.isPresent();
  }
}
