package netlab.protocol.ripv2;

import java.util.Optional;
import netlab.net.Ip;
import netlab.protocol.igp.FamilyFlags;
import netlab.protocol.igp.RouteImports;
import netlab.schema.Value;

/**
 * RIP on a router.
 *
 * @param version of RIP for IPv4, always 2
 * @param af families in use: IPv4 is RIPv2, IPv6 is RIPng
 * @param bfd true when BFD watches neighbors where interfaces say nothing else
 * @param import_ protocols whose routes are announced
 * @param extra settings this package does not read
 */
public record RipNode(
    int version,
    FamilyFlags af,
    Optional<Ip> routerId,
    Optional<RipTimers> timers,
    Optional<Boolean> bfd,
    Optional<RouteImports> import_,
    Value.Fields extra) {}
