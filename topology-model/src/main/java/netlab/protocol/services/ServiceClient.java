package netlab.protocol.services;

import java.util.List;
import java.util.Optional;
import netlab.net.Ip;
import netlab.schema.Value;

/**
 * What a node knows about a service that it uses.
 *
 * @param server nodes that give the service
 * @param ipv4 servers outside of the lab, then those nodes
 * @param ipv6 likewise
 * @param domain what completes short host names
 * @param transportVrf the VRF in which the servers are
 * @param extra {@code _server_list}, all addresses in the order to ask them; {@code _no_hosts} when
 *     names of the lab come from a server instead of a file
 */
public record ServiceClient(
    Optional<List<String>> server,
    Optional<List<Ip>> ipv4,
    Optional<List<Ip>> ipv6,
    Optional<String> domain,
    Optional<String> transportVrf,
    Value.Fields extra) {
  public ServiceClient {
    server = server.map(List::copyOf);
    ipv4 = ipv4.map(List::copyOf);
    ipv6 = ipv6.map(List::copyOf);
  }
}
