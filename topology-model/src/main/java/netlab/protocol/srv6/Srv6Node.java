package netlab.protocol.srv6;

import java.util.List;
import java.util.Optional;
import netlab.net.Prefix;
import netlab.protocol.bgp.FamilySessions;
import netlab.schema.Value;

/**
 * Segment routing over IPv6 on a router.
 *
 * @param locator the prefix of the router's segments
 * @param igp protocols that announce the locator
 * @param bgp sessions that carry routes of the global table with segments, by family
 * @param vpn sessions that carry routes of VRFs with segments, by family
 * @param transitOnly the router forwards and has no segments of its own for services
 * @param extra block and number of the router's micro segment, and settings this package does not
 *     read
 */
public record Srv6Node(
    Prefix locator,
    List<String> igp,
    Optional<FamilySessions> bgp,
    Optional<FamilySessions> vpn,
    Optional<Boolean> transitOnly,
    Value.Fields extra) {
  public Srv6Node {
    igp = List.copyOf(igp);
  }
}
