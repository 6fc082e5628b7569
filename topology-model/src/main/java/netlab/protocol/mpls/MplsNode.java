package netlab.protocol.mpls;

import java.util.Optional;
import netlab.net.Family;
import netlab.protocol.bgp.FamilySessions;
import netlab.schema.Value;

/**
 * MPLS on a router.
 *
 * @param bgp sessions on which BGP gives labels to routes of the global table, by family
 * @param vpn sessions which carry routes of VRFs, by family
 * @param extra {@code 6pe}: types of sessions which carry IPv6 routes over MPLS; and settings this
 *     package does not read
 */
public record MplsNode(
    Optional<FamilySessions> bgp, Optional<FamilySessions> vpn, Value.Fields extra) {
  /** True when IPv6 routes are carried over MPLS on sessions of a type. */
  boolean sixPe(String type) {
    return extra.textsAt(MplsPass.SIX_PE).contains(type);
  }

  boolean sixPe() {
    return !extra.textsAt(MplsPass.SIX_PE).isEmpty();
  }

  boolean labels(Family family, String type) {
    return bgp.filter(b -> b.has(family, type)).isPresent();
  }
}
