package netlab.lab;

import java.util.Optional;
import netlab.schema.Value;

/**
 * Where a link meets a node. The address belongs to the node on this link; the interface that
 * carries it may be another one than the port (a bridged port lends it to the interface of its
 * VLAN).
 *
 * @param port the interface the wire ends in
 * @param name its name as it was when the link was made
 * @param attributes what the lab file says about this end alone
 */
public record LinkEnd(
    IfId port,
    String name,
    Optional<InterfaceIp> ipv4,
    Optional<InterfaceIp> ipv6,
    Value.Fields attributes) {}
