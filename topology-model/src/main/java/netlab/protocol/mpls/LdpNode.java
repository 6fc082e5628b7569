package netlab.protocol.mpls;

import java.util.Optional;
import netlab.net.Ip;
import netlab.protocol.igp.FamilyFlags;
import netlab.schema.Value;

/**
 * LDP on a router.
 *
 * @param af families with labels, always IPv4
 * @param routerId first part of the LDP identifier, and the address sessions run from
 * @param extra settings for templates: {@code igp_sync}, {@code explicit_null}, {@code advertise}
 */
public record LdpNode(FamilyFlags af, Optional<Ip> routerId, Value.Fields extra) {}
