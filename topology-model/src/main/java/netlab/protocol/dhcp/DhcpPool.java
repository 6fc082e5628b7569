package netlab.protocol.dhcp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.net.Family;
import netlab.net.Ip;
import netlab.net.Prefix;

/**
 * The addresses of one network that a server gives out.
 *
 * @param cleanName the name with nothing but letters and digits
 * @param ipv4 the prefix
 * @param ipv6 the prefix
 * @param gateway by family
 * @param excluded addresses in use, by family
 */
public record DhcpPool(
    String name,
    String cleanName,
    Optional<Prefix> ipv4,
    Optional<Prefix> ipv6,
    Optional<SequencedMap<Family, Ip>> gateway,
    Optional<SequencedMap<Family, List<Ip>>> excluded,
    Optional<String> vrf) {
  public DhcpPool {
    gateway = gateway.map(g -> Collections.unmodifiableSequencedMap(new LinkedHashMap<>(g)));
    excluded = excluded.map(e -> Collections.unmodifiableSequencedMap(new LinkedHashMap<>(e)));
  }
}
