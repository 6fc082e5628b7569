package netlab.protocol.stp;

import java.util.Optional;
import netlab.schema.Value;

/**
 * Spanning trees on a port.
 *
 * @param portType {@code normal}, {@code edge}, {@code network} or {@code auto}
 * @param portPriority in the four bits that the priority of a port has
 * @param extra settings this package does not read
 */
public record StpInterface(
    Optional<Boolean> enable,
    Optional<String> portType,
    Optional<Integer> portPriority,
    Value.Fields extra) {}
