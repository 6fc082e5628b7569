package netlab.protocol.lag;

import java.util.Optional;
import netlab.schema.Value;

/**
 * Link aggregation of a node.
 *
 * @param lacp {@code off}, {@code slow} or {@code fast}
 * @param lacpMode {@code active} or {@code passive}
 * @param mlag the peer switch, on devices that configure it once for the whole node
 * @param extra settings this package does not read
 */
public record LagNode(
    Optional<String> lacp,
    Optional<String> lacpMode,
    Optional<Value.Fields> mlag,
    Value.Fields extra) {}
