package netlab.protocol.eigrp;

import java.util.Optional;
import netlab.net.Asn;
import netlab.net.Ip;
import netlab.protocol.igp.FamilyFlags;
import netlab.schema.Value;

/**
 * EIGRP on a router.
 *
 * @param as number of the autonomous system; neighbors have the same
 * @param af families in use
 * @param extra settings this package does not read
 */
public record EigrpNode(Asn as, FamilyFlags af, Optional<Ip> routerId, Value.Fields extra) {}
