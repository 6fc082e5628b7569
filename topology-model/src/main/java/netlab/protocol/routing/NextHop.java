package netlab.protocol.routing;

import java.util.Optional;
import netlab.net.Ip;

/**
 * Where a static route leads.
 *
 * @param idx the place among the next hops of the same destination, from 0
 * @param intf name of the interface the address is reached over
 * @param discard packets are dropped
 */
public record NextHop(
    Optional<Ip> ipv4,
    Optional<Ip> ipv6,
    Optional<String> intf,
    Optional<Boolean> discard,
    int idx) {
  static NextHop dropped() {
    return new NextHop(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true), 0);
  }
}
