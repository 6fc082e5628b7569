package netlab.protocol.vrf;

import java.util.Optional;
import netlab.net.Asn;
import netlab.net.Ip;

/** What a router that leaks routes between VRFs, and has no BGP neighbors, needs to run BGP. */
public record LeakingBgp(Asn as, Optional<Ip> routerId) {}
