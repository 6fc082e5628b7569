package netlab.protocol.vlan;

import java.util.Optional;
import netlab.schema.Value;

/**
 * VLAN settings of a node.
 *
 * @param maxBridgeGroup how many VLANs it has interfaces in; empty when none
 */
public record VlanNode(Optional<Mode> mode, Optional<Integer> maxBridgeGroup, Value.Fields extra) {}
