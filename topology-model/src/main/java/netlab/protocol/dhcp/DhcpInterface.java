package netlab.protocol.dhcp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.net.Family;
import netlab.net.Ip;
import netlab.schema.Value;

/**
 * DHCP on an interface.
 *
 * @param client the families it gets an address of
 * @param server names of the servers that requests are passed on to
 * @param relay their addresses, by family
 * @param vrf the VRF the servers are in, or {@code global}
 * @param subnet the families in which servers give out addresses of its VLAN
 */
public record DhcpInterface(
    Optional<Value.Fields> client,
    Optional<List<String>> server,
    Optional<SequencedMap<Family, List<Ip>>> relay,
    Optional<String> vrf,
    Optional<Value.Fields> subnet) {
  public DhcpInterface {
    server = server.map(List::copyOf);
    relay = relay.map(r -> Collections.unmodifiableSequencedMap(new LinkedHashMap<>(r)));
  }
}
