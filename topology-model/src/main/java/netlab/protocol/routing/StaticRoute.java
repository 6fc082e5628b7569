package netlab.protocol.routing;

import java.util.Optional;
import netlab.net.Family;
import netlab.net.Prefix;

/**
 * A static route: one destination of one family and one next hop.
 *
 * @param vrf the routing table it is in, when that is not the global one
 * @param comment why it is there, for people
 * @param floating any other route to the destination is better
 */
public record StaticRoute(
    Optional<Prefix> ipv4,
    Optional<Prefix> ipv6,
    NextHop nexthop,
    Optional<String> vrf,
    Optional<String> comment,
    Optional<Boolean> floating) {
  static StaticRoute of(
      Prefix destination,
      NextHop nexthop,
      Optional<String> vrf,
      Optional<String> comment,
      Optional<Boolean> floating) {
    Optional<Prefix> prefix = Optional.of(destination);
    boolean v4 = destination.family() == Family.IPV4;
    return new StaticRoute(
        v4 ? prefix : Optional.empty(),
        v4 ? Optional.empty() : prefix,
        nexthop,
        vrf,
        comment,
        floating);
  }
}
