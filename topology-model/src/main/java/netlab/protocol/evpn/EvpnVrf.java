package netlab.protocol.evpn;

import java.util.Optional;
import netlab.schema.Value;

/**
 * A VRF of a node as EVPN service.
 *
 * @param evi number of the instance
 * @param rd route distinguisher of its routes from this node; empty without router id
 * @param transitVni VXLAN of routed packets: symmetric routing (RFC 9135, section 5)
 * @param extra the bundle of VLANs, and further settings
 */
public record EvpnVrf(
    int evi, Optional<String> rd, Optional<Integer> transitVni, Value.Fields extra) {}
