package netlab.protocol.gateway;

import netlab.schema.Value;

/**
 * Gateway settings of a node.
 *
 * @param extra {@code anycast} and {@code vrrp}, as far as one of its interfaces uses them
 */
public record GatewayNode(Value.Fields extra) {}
