package netlab.protocol.ospf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.net.Family;
import netlab.net.Ip;
import netlab.schema.Value;

/**
 * OSPF on a router.
 *
 * @param af families in use: IPv4 is version 2, IPv6 is version 3
 * @param area the area of interfaces that name none
 * @param areas every area the router is in
 * @param unnumbered true when some interface has no IPv4 address of its own
 * @param extra settings this package does not read
 */
public record OspfNode(
    SequencedMap<Family, Boolean> af,
    Optional<Ip> routerId,
    Ip area,
    List<OspfArea> areas,
    Optional<Boolean> unnumbered,
    Value.Fields extra) {
  public OspfNode {
    af = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(af));
    areas = List.copyOf(areas);
  }

  boolean runs(Family family) {
    return af.getOrDefault(family, false);
  }
}
