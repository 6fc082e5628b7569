package netlab.protocol.ripv2;

import java.util.Optional;
import netlab.schema.Value;

/**
 * RIP on an interface.
 *
 * @param passive announces the network, sends nothing there
 * @param bfd true when BFD watches the neighbors
 * @param extra settings this package does not read
 */
public record RipInterface(boolean passive, Optional<Boolean> bfd, Value.Fields extra) {}
