package netlab.lab;

import java.util.Optional;
import netlab.schema.Value;

/**
 * Another interface on the same network, as seen from one interface.
 *
 * @param id the other interface
 * @param name its name there
 * @param attributes module settings of the other end that its neighbors may use
 */
public record Neighbor(
    IfId id,
    String name,
    Optional<InterfaceIp> ipv4,
    Optional<InterfaceIp> ipv6,
    Value.Fields attributes) {}
