package netlab.protocol.evpn;

import java.util.List;
import java.util.Optional;
import netlab.schema.Value;

/**
 * EVPN on a node.
 *
 * @param session types of BGP sessions that carry it
 * @param transport {@code vxlan} or {@code mpls}
 * @param vlans VLANs of the node that are services
 * @param vrfs VRFs of the node that are services
 * @param extra settings this package does not read
 */
public record EvpnNode(
    List<String> session,
    String transport,
    Optional<List<String>> vlans,
    Optional<List<String>> vrfs,
    Value.Fields extra) {
  public EvpnNode {
    session = List.copyOf(session);
    vlans = vlans.map(List::copyOf);
    vrfs = vrfs.map(List::copyOf);
  }
}
