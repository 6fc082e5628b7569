package netlab.protocol.dhcp;

import java.util.List;
import java.util.Optional;

/**
 * DHCP of a node.
 *
 * @param server it gives addresses out
 * @param relay it passes requests on
 * @param vrf some of its clients are in VRFs
 * @param pools what a server gives out
 */
public record DhcpNode(
    Optional<Boolean> server,
    Optional<Boolean> relay,
    Optional<Boolean> vrf,
    Optional<List<DhcpPool>> pools) {
  public DhcpNode {
    pools = pools.map(List::copyOf);
  }
}
