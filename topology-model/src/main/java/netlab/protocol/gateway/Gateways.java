package netlab.protocol.gateway;

import java.util.Optional;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.net.Prefix;
import netlab.schema.Value;

/** Addresses of shared gateways. */
public final class Gateways {
  private Gateways() {}

  /** The gateway address of a family in settings; one without length stands alone. */
  static Optional<InterfaceAddress> address(Value.Fields settings, Family family) {
    Optional<String> text = settings.textAt(family.text());
    return text.flatMap(InterfaceAddress::tryParse)
        .or(() -> text.flatMap(Ip::tryParse).map(ip -> ip.with(family.bits())));
  }

  /**
   * The settings of a VLAN with the addresses of its gateway, when they say which host that is.
   *
   * @param prefix the prefix of the VLAN
   */
  public static Value.Fields ofVlan(Value.Fields vlan, Optional<Value.Fields> prefix) {
    Value.Fields gateway = vlan.fieldsAt("gateway");
    Optional<Integer> id = gateway.intAt("id");
    if (id.isEmpty() || prefix.isEmpty()) {
      return vlan;
    }
    for (Family family : Family.values()) {
      Optional<Prefix> subnet = prefix.get().textAt(family.text()).flatMap(Prefix::tryParse);
      if (subnet.filter(s -> s.hasHost(id.get())).isPresent()) {
        Prefix network = subnet.get();
        gateway =
            gateway.with(family.text(), Value.of(network.host(id.get()).with(network.length())));
      }
    }
    return vlan.with("gateway", gateway);
  }
}
