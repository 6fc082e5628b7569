package netlab.protocol.lag;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Mac;
import netlab.net.Prefix;
import netlab.schema.Value;

/** Fills the columns. */
final class LagPass {
  private static final String NAME = "lag";

  private final Draft draft;
  private final Diagnostics diagnostics;
  private final Bundles bundles;

  private LagPass(Draft draft, Bundles bundles, Diagnostics diagnostics) {
    this.draft = draft;
    this.bundles = bundles;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new LagPass(draft, draft.noted(Bundles.class).orElseGet(Bundles::new), diagnostics);
    for (LinkDraft link : draft.links()) {
      for (EndDraft end : link.ends()) {
        if (end.node().runs(NAME)) {
          end.port().ifPresent(port -> pass.port(end, port));
        }
      }
    }
    for (NodeDraft node : draft.nodes()) {
      if (node.runs(NAME)) {
        pass.node(node);
      }
    }
  }

  private void node(NodeDraft node) {
    Value.Fields own = node.attributes().fieldsAt(NAME);
    Optional<Value.Fields> pair =
        Optional.ofNullable(bundles.pairs.get(node))
            .filter(p -> isOfNode(node))
            .map(p -> peer(node, p, Optional.empty()));
    Value.Fields mlag = own.fieldsAt("mlag");
    draft.put(
        Lag.NODE,
        node.id(),
        new LagNode(
            own.textAt("lacp"),
            own.textAt("lacp_mode"),
            pair.map(mlag::over).or(() -> Optional.of(mlag).filter(m -> !m.isEmpty())),
            own.without("lacp", "lacp_mode", "mlag")));
  }

  /** Some devices have one peer, configured for the whole node. */
  private static boolean isOfNode(NodeDraft node) {
    return node.device().facts().boolAt("features.lag.mlag.peer.global").orElse(false);
  }

  private void port(EndDraft end, InterfaceDraft port) {
    Value.Fields own = port.attributes().fieldsAt(NAME);
    Integer parent = bundles.parents.get(end);
    if (parent != null) {
      draft.put(Lag.INTERFACE, port.id(), LagInterface.only("_parentindex", (long) parent));
    } else if (own.at("mlag.peergroup").isPresent()) {
      peerPort(end, port, own);
    } else if (own.at("_peerlink").isPresent()) {
      long first = own.longAt("_peerlink").orElseThrow();
      draft.put(Lag.INTERFACE, port.id(), LagInterface.only("_peerlink", first));
    } else if (port.type().equals(NAME)) {
      aggregated(end, port, own);
    } else if (!own.isEmpty()) {
      draft.put(Lag.INTERFACE, port.id(), interfaceOf(own, Value.Fields.NONE));
    }
  }

  private static LagInterface interfaceOf(Value.Fields own, Value.Fields more) {
    return new LagInterface(
        own.intAt("ifindex"),
        own.textAt("lacp"),
        own.textAt("lacp_mode"),
        own.textAt("lacp_system_id"),
        Optional.of(own.fieldsAt("mlag")).filter(m -> !m.isEmpty()),
        more.over(
            own.without("ifindex", "lacp", "lacp_mode", "lacp_system_id", "mlag", "members")));
  }

  private void peerPort(EndDraft end, InterfaceDraft port, Value.Fields own) {
    NodeDraft node = end.node();
    Bundles.Pair pair = bundles.pairs.get(node);
    Value.Fields mlag = own.fieldsAt("mlag");
    if (pair != null && !isOfNode(node)) {
      mlag = mlag.over(peer(node, pair, node.attributes().textAt("lag.mlag.mac")));
    }
    draft.put(
        Lag.INTERFACE,
        port.id(),
        interfaceOf(own.without("mlag").with("mlag", mlag), Value.Fields.NONE));
  }

  /** What a device must know about the other switch of a pair. */
  private Value.Fields peer(NodeDraft node, Bundles.Pair pair, Optional<String> mac) {
    Value.Fields facts = node.device().facts().fieldsAt("features.lag.mlag.peer");
    Value.Fields peer = Value.Fields.NONE;
    for (String key : List.of("vlan", "ifindex")) {
      Optional<Value> value = facts.at(key);
      peer = value.isPresent() ? peer.with(key, value.get()) : peer;
    }
    Optional<Mac> base = facts.textAt("mac").flatMap(Mac::tryParse);
    if (mac.isPresent()) {
      peer = peer.with("mac", Value.of(mac.get()));
    } else if (base.isPresent()) {
      String text = base.get().plus(pair.group()).toString();
      peer = peer.with("mac", Value.of(text.replace(':', '-').toUpperCase(Locale.ROOT)));
    }
    peer = withAddress(peer, node, pair, facts.textAt("ip"));
    Optional<String> backup =
        facts.textAt("backup_ip").flatMap(ip -> loopback(pair.other(node), ip));
    return backup.map(b -> Value.of(b)).isPresent()
        ? peer.with("peer_backup_ip", Value.of(backup.orElseThrow()))
        : peer;
  }

  private Value.Fields withAddress(
      Value.Fields peer, NodeDraft node, Bundles.Pair pair, Optional<String> ip) {
    if (ip.isEmpty()) {
      return peer;
    }
    Optional<Prefix> prefix = Prefix.tryParse(ip.get());
    if (prefix.isPresent()) {
      int own = node.number() < pair.other(node).number() ? 0 : 1;
      InterfaceAddress self = prefix.get().host(own).with(prefix.get().length());
      return peer.with("self", Value.of(self)).with("peer", Value.of(prefix.get().host(1 - own)));
    }
    Optional<String> loopback = loopback(pair.other(node), ip.get());
    return ip.get().startsWith("loopback")
        ? loopback.map(l -> peer.with("peer", Value.of(l))).orElse(peer)
        : peer.with("peer", Value.of(ip.get()));
  }

  private static Optional<String> loopback(NodeDraft node, String path) {
    Family family = path.endsWith("ipv6") ? Family.IPV6 : Family.IPV4;
    return node.loopback().flatMap(l -> l.address(family)).map(a -> a.address().toString());
  }

  private void aggregated(EndDraft end, InterfaceDraft port, Value.Fields own) {
    NodeDraft node = end.node();
    Value.Fields all = own.over(node.attributes().fieldsAt(NAME).without("mlag"));
    Optional<String> mode = all.textAt("mode").filter(m -> !m.equals("802.3ad"));
    if (mode.isPresent()) {
      old(node, all);
      all = all.with("lacp", Value.of("off"));
    }
    boolean passive = all.textAt("lacp_mode").filter("passive"::equals).isPresent();
    if (passive && !node.device().can("lag.passive")) {
      Span at = all.at("lacp_mode").map(Value::span).orElse(Span.NONE);
      Lack.report(
          node,
          at.or(end.link().span()),
          "cannot wait for its neighbor (`lacp_mode: passive`) on `" + port + "`",
          other -> other.can("lag.passive"),
          diagnostics);
    }
    Optional<Long> system = all.longAt("lacp_system_id");
    if (system.isPresent()) {
      String hex = String.format("%04x", system.get() & 0xffff);
      String half = hex.substring(0, 2) + ":" + hex.substring(2);
      all = all.with("lacp_system_id", Value.of("02:" + half + ":" + half + ":00"));
    }
    boolean shared = bundles.shared.containsKey(end);
    if (shared && !port.isUnaddressed()) {
      diagnostics.error(
          Code.LAG_PAIR,
          end.link().span(),
          "the bundle `"
              + end.link().name()
              + "` cannot have an address on `"
              + node
              + "`: it shares it with another node",
          "put the bundle into a VLAN, or use `pool: l2only`");
    }
    Value.Fields more =
        shared ? Value.Fields.NONE.with("_mlag", Value.of(true)) : Value.Fields.NONE;
    draft.put(Lag.INTERFACE, port.id(), interfaceOf(all, more));
  }

  private void old(NodeDraft node, Value.Fields all) {
    Span at = all.at("mode").map(Value::span).orElse(Span.NONE);
    draft.warn(
        diagnostics,
        "lag.warnings.mode",
        Code.OLD_SPELLING,
        at.or(node.span()),
        "`lag.mode` is an old setting",
        "write `lag.lacp: off`");
  }
}
