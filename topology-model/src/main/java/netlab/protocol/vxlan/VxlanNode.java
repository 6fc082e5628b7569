package netlab.protocol.vxlan;

import java.util.List;
import java.util.Optional;
import netlab.net.Family;
import netlab.net.Ip;
import netlab.schema.Value;

/**
 * VXLAN on a node.
 *
 * @param domain nodes flood only to those of their domain
 * @param flooding {@code static}: to a list of end points; {@code evpn}: to those EVPN tells of
 * @param vlans VLANs that are extended
 * @param l3vnis VRFs whose routed packets have a VXLAN of their own
 * @param vtep the tunnel end point
 * @param vtepInterface the loopback with that address
 * @param transport the family of packets between end points
 * @param vtepList all end points the node floods to
 * @param extra settings this package does not read
 */
public record VxlanNode(
    String domain,
    String flooding,
    Optional<List<String>> vlans,
    Optional<List<String>> l3vnis,
    Ip vtep,
    String vtepInterface,
    Family transport,
    Optional<List<String>> vtepList,
    Value.Fields extra) {
  public VxlanNode {
    vlans = vlans.map(List::copyOf);
    l3vnis = l3vnis.map(List::copyOf);
    vtepList = vtepList.map(List::copyOf);
  }
}
