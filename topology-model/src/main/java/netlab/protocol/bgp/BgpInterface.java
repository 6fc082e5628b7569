package netlab.protocol.bgp;

import java.util.Optional;
import netlab.schema.Value;

/**
 * BGP on an interface.
 *
 * @param advertise whether the prefix of the interface is advertised
 * @param extra settings this package does not read
 */
public record BgpInterface(Optional<Boolean> advertise, Value.Fields extra) {}
