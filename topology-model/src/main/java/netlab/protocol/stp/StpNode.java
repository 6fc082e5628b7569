package netlab.protocol.stp;

import java.util.Optional;
import netlab.schema.Value;

/**
 * Spanning trees of a node.
 *
 * @param protocol {@code stp}, {@code rstp}, {@code mstp} or {@code pvrst}
 * @param priority of the bridge, a multiple of 4096
 * @param portType what ports are unless they say otherwise
 * @param extra settings this package does not read
 */
public record StpNode(
    Optional<Boolean> enable,
    Optional<String> protocol,
    Optional<Integer> priority,
    Optional<String> portType,
    Value.Fields extra) {}
