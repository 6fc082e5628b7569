package netlab.protocol.routing;

import java.util.Optional;
import netlab.draft.InterfaceDraft;
import netlab.lab.InterfaceIp;
import netlab.lab.Neighbor;
import netlab.net.Family;
import netlab.net.Ip;

/**
 * One way to a next hop of one family.
 *
 * @param address empty over an interface without addresses
 * @param port the interface it is reached over, when the next hop is a neighbor
 * @param node the node it is on, when that is no neighbor
 */
record Hop(Family family, Optional<Ip> address, Optional<String> port, Optional<String> node) {
  static Hop of(Ip address, InterfaceDraft port) {
    return new Hop(
        address.family(), Optional.of(address), Optional.of(port.name()), Optional.empty());
  }

  /** The neighbor as a next hop of a family; empty when it does not use the family. */
  static Optional<Hop> of(Neighbor neighbor, Family family, InterfaceDraft port) {
    return switch (ip(neighbor, family).orElse(null)) {
      case InterfaceIp.Numbered n -> Optional.of(of(n.address().address(), port));
      case InterfaceIp.Unnumbered u ->
          Optional.of(
              new Hop(family, Optional.empty(), Optional.of(port.name()), Optional.empty()));
      case InterfaceIp.Dhcp d -> Optional.empty();
      case null -> Optional.empty();
    };
  }

  static Optional<InterfaceIp> ip(Neighbor neighbor, Family family) {
    return family == Family.IPV4 ? neighbor.ipv4() : neighbor.ipv6();
  }

  NextHop nextHop(Optional<String> vrf, int idx) {
    return new NextHop(
        family == Family.IPV4 ? address : Optional.empty(),
        family == Family.IPV6 ? address : Optional.empty(),
        port,
        vrf,
        node,
        Optional.empty(),
        idx);
  }
}
