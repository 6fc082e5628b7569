package netlab.protocol.eigrp;

import netlab.schema.Value;

/**
 * EIGRP on an interface.
 *
 * @param passive announces the network, talks to nobody
 * @param extra settings this package does not read
 */
public record EigrpInterface(boolean passive, Value.Fields extra) {}
