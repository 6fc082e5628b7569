package netlab.protocol.isis;

import java.util.Optional;
import netlab.protocol.igp.FamilyFlags;
import netlab.schema.Value;

/**
 * IS-IS on an interface.
 *
 * @param networkType {@code point-to-point}; empty for what the device does by itself
 * @param metric of the interface, for every level
 * @param type levels, where they are others than those of the router
 * @param bfd families whose neighbors BFD watches
 * @param passive announces the network, talks to nobody
 * @param extra settings this package does not read
 */
public record IsisInterface(
    Optional<String> networkType,
    Optional<Integer> metric,
    Optional<String> type,
    Optional<FamilyFlags> bfd,
    boolean passive,
    Value.Fields extra) {}
