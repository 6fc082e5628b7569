package netlab.protocol.bgp;

import java.util.Optional;
import netlab.net.Prefix;

/** The prefixes of one network, by address family. */
public record PrefixPair(Optional<Prefix> ipv4, Optional<Prefix> ipv6) {}
