package netlab.protocol.bgp;

import java.util.List;
import java.util.Optional;
import netlab.net.Ip;
import netlab.protocol.igp.RouteImports;
import netlab.schema.Value;

/**
 * BGP in a VRF of a node.
 *
 * @param routerId empty for the one of the node
 * @param advertise networks the node advertises here
 * @param import_ protocols whose routes it takes over
 * @param extra settings this package does not read
 */
public record BgpVrf(
    Optional<Ip> routerId,
    Optional<List<PrefixPair>> advertise,
    Optional<RouteImports> import_,
    List<BgpNeighbor> neighbors,
    Value.Fields extra) {
  public BgpVrf {
    advertise = advertise.map(List::copyOf);
    neighbors = List.copyOf(neighbors);
  }

  /** The same with other sessions. */
  public BgpVrf with(List<BgpNeighbor> sessions) {
    return new BgpVrf(routerId, advertise, import_, sessions, extra);
  }

  /** The same with a further setting. */
  public BgpVrf with(String key, Value value) {
    return new BgpVrf(routerId, advertise, import_, neighbors, extra.with(key, value));
  }
}
