package netlab.protocol.services;

import java.util.Optional;
import netlab.schema.Value;

/**
 * Services of a node.
 *
 * @param dns how it resolves names
 * @param syslog where it sends its log
 * @param server the services it gives to others: {@code dns}, maybe with {@code forwarder}, and
 *     {@code syslog}
 */
public record ServicesNode(
    Optional<ServiceClient> dns,
    Optional<ServiceClient> syslog,
    Optional<Value.Fields> server,
    Value.Fields extra) {}
