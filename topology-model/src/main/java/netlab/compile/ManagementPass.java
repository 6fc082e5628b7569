package netlab.compile;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.draft.AddressPool;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Ports;
import netlab.lab.Management;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.net.Mac;
import netlab.net.Prefix;
import netlab.schema.Value;

/** Gives every node its management interface: name, MAC address, IP addresses. */
final class ManagementPass implements Pass {
  /** From this node id on, ids do not fit into one octet of the MAC address. */
  private static final int WIDE_ID = 256;

  private static final long MAC_STEP = 65_536;

  @Override
  public String name() {
    return "management";
  }

  @Override
  public Phase phase() {
    return Phase.NUMBER;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    Optional<AddressPool> pool = draft.pool("mgmt");
    Map<Object, NodeDraft> taken = new HashMap<>();
    for (NodeDraft node : draft.nodes()) {
      Value.Fields wish = node.attributes().fieldsAt("mgmt");
      Map<Family, Ip> addresses = addresses(node, wish, pool, diagnostics);
      if (addresses.isEmpty()) {
        diagnostics.error(
            Code.NO_ADDRESS,
            wish.span().or(node.span()),
            "node `" + node + "` has no management address",
            pool.isEmpty()
                ? "there is no address pool `mgmt`"
                : "give the pool `mgmt` or the node an `ipv4` or `ipv6` value");
      }
      var management =
          new Management(
              interfaceName(node, wish),
              Optional.ofNullable(addresses.get(Family.IPV4)),
              Optional.ofNullable(addresses.get(Family.IPV6)),
              mac(node, wish, pool));
      node.setManagement(management);
      claim(taken, node, wish, management, diagnostics);
    }
  }

  private static String interfaceName(NodeDraft node, Value.Fields wish) {
    return wish.textAt("ifname")
        .or(() -> node.device().facts().textAt("mgmt_if"))
        .or(() ->
            Ports.name(node.device(), "", Ports.firstPort(node.device()) - 1, Value.Fields.NONE))
        .orElse("");
  }

  private static Optional<Mac> mac(NodeDraft node, Value.Fields wish, Optional<AddressPool> pool) {
    return wish.textAt("mac")
        .flatMap(Mac::tryParse)
        .or(() ->
            pool.flatMap(p -> p.attributes().textAt("mac"))
                .flatMap(Mac::tryParse)
                .map(base -> base.plus(node.number() * (node.number() < WIDE_ID ? MAC_STEP : 1))));
  }

  private static Map<Family, Ip> addresses(
      NodeDraft node, Value.Fields wish, Optional<AddressPool> pool, Diagnostics diagnostics) {
    Map<Family, Ip> addresses = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      wish.textAt(family.text())
          .flatMap(ManagementPass::address)
          .ifPresent(ip -> addresses.put(family, ip));
    }
    boolean isStatic = !addresses.isEmpty();
    for (Family family : Family.values()) {
      Optional<Value> own = wish.at(family.text());
      if (addresses.containsKey(family)
          || (own.isEmpty() && isStatic)
          || wish.boolAt(family.text()).filter(b -> !b).isPresent()) {
        continue;
      }
      Optional<Prefix> prefix = pool.flatMap(p -> p.prefix(family));
      int start = pool.flatMap(p -> p.attributes().intAt("start")).orElse(1);
      long host = wish.longAt(family.text()).orElse((long) node.number() + start);
      if (prefix.isEmpty()) {
        continue;
      }
      if (prefix.get().hasHost(host)) {
        addresses.put(family, prefix.get().host(host));
      } else {
        diagnostics.error(
            Code.POOL_EXHAUSTED,
            own.map(Value::span).orElse(node.span()),
            "the pool `mgmt` has no address "
                + host
                + " for `"
                + node
                + "`: it is "
                + prefix.get());
      }
    }
    return addresses;
  }

  private static Optional<Ip> address(String text) {
    return Ip.tryParse(text)
        .or(() -> InterfaceAddress.tryParse(text).map(InterfaceAddress::address));
  }

  private static void claim(
      Map<Object, NodeDraft> taken,
      NodeDraft node,
      Value.Fields wish,
      Management management,
      Diagnostics diagnostics) {
    management.ipv4().ifPresent(ip -> claim(taken, node, wish, "ipv4", ip, diagnostics));
    management.ipv6().ifPresent(ip -> claim(taken, node, wish, "ipv6", ip, diagnostics));
    management.mac().ifPresent(mac -> claim(taken, node, wish, "mac", mac, diagnostics));
  }

  private static void claim(
      Map<Object, NodeDraft> taken,
      NodeDraft node,
      Value.Fields wish,
      String key,
      Object address,
      Diagnostics diagnostics) {
    NodeDraft other = taken.putIfAbsent(address, node);
    if (other != null) {
      Span at = wish.at(key).map(Value::span).filter(Span::known).orElse(node.span());
      diagnostics.report(
          Severity.ERROR,
          Code.DUPLICATE_ADDRESS,
          at,
          "nodes `" + other + "` and `" + node + "` have the same management address " + address,
          Optional.empty(),
          List.of(new Note("`" + other + "` is defined here", other.span())));
    }
  }
}
