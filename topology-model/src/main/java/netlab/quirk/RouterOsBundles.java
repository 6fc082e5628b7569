package netlab.quirk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Node;
import netlab.protocol.bgp.Bgp;
import netlab.protocol.lag.Lag;
import netlab.protocol.vlan.Vlan;

/** RouterOS: members of a bundle must have room for tags, and there is no VPNv6. */
final class RouterOsBundles implements Quirk {
  private static final int USUAL_MTU = 1500;

  /** Octets of an IEEE 802.1Q tag. */
  private static final int TAG = 4;

  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    boolean vpnv6 =
        lab.find(Bgp.NODE, node.id())
            .filter(
                bgp -> bgp.neighbors().stream().anyMatch(n -> n.extra().at("vpnv6").isPresent()))
            .isPresent();
    if (vpnv6) {
      notices.error(
          "vpnv6",
          node.span(),
          "`" + node.id() + "` cannot have BGP sessions with VPNv6",
          "leave out IPv6 in `mpls.vpn`");
    }
    Set<IfId> parents = new HashSet<>();
    node.interfaces().forEach(port -> port.parent().ifPresent(parents::add));
    Map<Long, Integer> bundles = new HashMap<>();
    for (Interface port : node.interfaces()) {
      Optional<Integer> number = lab.find(Lag.INTERFACE, port.id()).flatMap(lag -> lag.ifindex());
      if (port.type().equals("lag")
          && number.isPresent()
          && (lab.find(Vlan.INTERFACE, port.id()).isPresent() || parents.contains(port.id()))) {
        bundles.put((long) number.get(), port.mtu().orElse(USUAL_MTU) + TAG);
      }
    }
    lab.interfaces(
        node, node.interfaces().stream().map(port -> member(port, bundles, lab)).toList());
  }

  private static Interface member(Interface port, Map<Long, Integer> bundles, LabEdit lab) {
    Optional<Integer> least =
        lab.find(Lag.INTERFACE, port.id())
            .flatMap(lag -> lag.extra().longAt("_parentindex"))
            .map(bundles::get);
    return least.isEmpty()
        ? port
        : port.withMtu(Math.max(port.mtu().orElse(USUAL_MTU), least.get()));
  }
}
