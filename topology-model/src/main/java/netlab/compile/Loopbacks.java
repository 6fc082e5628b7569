package netlab.compile;

import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.AddressPool;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Ports;
import netlab.lab.IfId;
import netlab.lab.InterfaceIp;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Prefix;
import netlab.schema.Value;

/** Makes the main loopback of routers, and of hosts that ask for one. */
final class Loopbacks implements Pass {
  @Override
  public String name() {
    return "loopbacks";
  }

  @Override
  public Phase phase() {
    return Phase.NUMBER;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    for (NodeDraft node : draft.nodes()) {
      Optional<Value> wish = node.attributes().at("loopback");
      boolean asked =
          wish.filter(v -> v instanceof Value.Fields).isPresent()
              || node.attributes().is("loopback", true);
      boolean usual = node.device().facts().boolAt("loopback").orElse(true);
      if (node.attributes().is("loopback", false)
          || (!usual && !asked)
          || (!isRouter(node) && !asked)) {
        continue;
      }
      Optional<String> name = Ports.name(node.device(), "loopback", first(node), Value.Fields.NONE);
      if (name.isPresent()) {
        make(draft, node, name.get(), diagnostics);
      } else if (asked) {
        diagnostics.error(
            Code.NO_INTERFACE_NAME,
            wish.orElseThrow().span(),
            "device `" + node.device().name() + "` of `" + node + "` has no loopback interfaces");
      }
    }
  }

  private static boolean isRouter(NodeDraft node) {
    return !node.isHost() && !node.role().equals("bridge");
  }

  /** The index whose name is made from number 0. */
  private static int first(NodeDraft node) {
    return Ports.firstIndex(node.device(), "loopback")
        - node.device().facts().intAt("loopback_offset").orElse(1);
  }

  private static void make(Draft draft, NodeDraft node, String name, Diagnostics diagnostics) {
    Value.Fields wish = node.attributes().fieldsAt("loopback");
    InterfaceDraft made =
        draft.addVirtual(node, IfId.loopback(node.id()), name, "loopback", Optional.empty(), wish);
    String poolName = wish.textAt("pool").orElse("loopback");
    Optional<AddressPool> pool = draft.pool(poolName);
    if (pool.isEmpty()) {
      Value at = wish.at("pool").orElse(wish);
      diagnostics.error(
          Code.UNKNOWN_POOL, at.span(), "there is no address pool `" + poolName + "`");
      return;
    }
    for (Family family : Family.values()) {
      address(node, family, wish, pool.get(), diagnostics)
          .ifPresent(a -> made.setIp(family, new InterfaceIp.Numbered(a)));
    }
  }

  private static Optional<InterfaceAddress> address(
      NodeDraft node, Family family, Value.Fields wish, AddressPool pool, Diagnostics diagnostics) {
    Optional<Value> own = wish.at(family.text());
    if (wish.boolAt(family.text()).filter(b -> !b).isPresent()) {
      return Optional.empty();
    }
    Optional<String> text = wish.textAt(family.text()).filter(t -> !t.equals("true"));
    if (text.isPresent()) {
      return fixed(text.get(), own.orElseThrow(), family, diagnostics);
    }
    if (pool.isUnnumbered(family)) {
      diagnostics.error(
          Code.INVALID_POOL,
          pool.attributes().keySpan(family.text()),
          "the pool `" + pool.name() + "` of loopbacks has no " + family + " prefix, only `true`");
      return Optional.empty();
    }
    if (pool.subnets(family).isEmpty()) {
      return Optional.empty();
    }
    Optional<Prefix> subnet = pool.subnets(family).get().numbered(node.number());
    if (subnet.isEmpty()) {
      diagnostics.error(
          Code.POOL_EXHAUSTED,
          pool.attributes().keySpan(family.text()),
          "the pool `"
              + pool.name()
              + "` has no "
              + family
              + " subnet number "
              + node.number()
              + " for `"
              + node
              + "`");
    }
    return subnet.map(Loopbacks::host);
  }

  private static InterfaceAddress host(Prefix subnet) {
    return subnet.host(subnet.length() == subnet.family().bits() ? 0 : 1).with(subnet.length());
  }

  private static Optional<InterfaceAddress> fixed(
      String text, Value own, Family family, Diagnostics diagnostics) {
    Optional<InterfaceAddress> address =
        InterfaceAddress.tryParse(text)
            .or(() -> netlab.net.Ip.tryParse(text).map(ip -> ip.with(ip.family().bits())))
            .filter(a -> a.family() == family && !a.isNetwork());
    if (address.isEmpty()) {
      diagnostics.error(
          Code.INVALID_ADDRESS,
          own.span(),
          "`" + text + "` is no " + family + " address of a loopback with its prefix length");
    }
    return address;
  }
}
