package netlab.protocol.routing;

import java.util.Optional;
import netlab.net.Ip;

/**
 * Where a static route leads.
 *
 * @param intf name of the interface the address is reached over; empty when routing decides
 * @param vrf the routing table in which the next hop is, when it is not that of the route; {@code
 *     default} is the global one
 * @param node the node whose address it is, when that is no neighbor
 * @param discard packets are dropped
 * @param idx the place among the next hops of the same destination, from 0
 */
public record NextHop(
    Optional<Ip> ipv4,
    Optional<Ip> ipv6,
    Optional<String> intf,
    Optional<String> vrf,
    Optional<String> node,
    Optional<Boolean> discard,
    int idx) {
  static NextHop dropped() {
    return new NextHop(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(true),
        0);
  }
}
