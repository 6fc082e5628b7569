package netlab.protocol.gateway;

import java.util.Optional;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.schema.Value;

/**
 * The shared gateway of a network: on a router that is part of it, and on a host that uses it.
 *
 * @param id host number in the prefix; negative numbers count from the end
 * @param protocol {@code anycast} or {@code vrrp}; empty when the gateway is a plain router
 * @param ipv4 the shared address
 * @param ipv6 the shared address
 * @param extra {@code anycast} and {@code vrrp}: their settings, those of the active protocol on
 *     routers
 */
public record GatewayInterface(
    Optional<Integer> id,
    Optional<String> protocol,
    Optional<InterfaceAddress> ipv4,
    Optional<InterfaceAddress> ipv6,
    Value.Fields extra) {

  /** A gateway from its settings. */
  static GatewayInterface of(Value.Fields settings) {
    return new GatewayInterface(
        settings.intAt("id"),
        settings.textAt("protocol"),
        Gateways.address(settings, Family.IPV4),
        Gateways.address(settings, Family.IPV6),
        settings.without("id", "protocol", "ipv4", "ipv6"));
  }

  /** The shared address of a family. */
  public Optional<InterfaceAddress> address(Family family) {
    return family == Family.IPV4 ? ipv4 : ipv6;
  }
}
