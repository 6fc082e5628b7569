package netlab.draft;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import netlab.lab.InterfaceIp;
import netlab.net.Family;
import netlab.net.Prefix;
import netlab.schema.Value;

/** A named address pool: for each family a row of subnets, unnumbered use, or nothing. */
public final class AddressPool {
  private static final int DEFAULT_V4 = 24;
  private static final int DEFAULT_V6 = 64;

  private final String name;
  private final Value.Fields attributes;
  private final Map<Family, SubnetPool> subnets = new EnumMap<>(Family.class);

  AddressPool(String name, Value.Fields attributes) {
    this.name = name;
    this.attributes = attributes;
    for (Family family : Family.values()) {
      prefix(family)
          .ifPresent(
              p -> subnets.put(family, new SubnetPool(p, length(family), name.equals("loopback"))));
    }
  }

  public String name() {
    return name;
  }

  public Value.Fields attributes() {
    return attributes;
  }

  /** The prefix of a family that subnets are cut from. */
  public Optional<Prefix> prefix(Family family) {
    return isUnnumbered()
        ? Optional.empty()
        : attributes.textAt(family.text()).flatMap(Prefix::tryParse);
  }

  /** The length of the subnets of a family. */
  public int length(Family family) {
    return family == Family.IPV4
        ? attributes.intAt("prefix").orElse(defaultLength())
        : attributes.intAt("prefix6").orElse(DEFAULT_V6);
  }

  private int defaultLength() {
    return name.contains("loopback") ? 32 : name.equals("p2p") ? 30 : DEFAULT_V4;
  }

  /** True when links of this pool borrow the addresses of loopbacks. */
  public boolean isUnnumbered() {
    return attributes.boolAt("unnumbered").orElse(false);
  }

  /** {@link InterfaceIp.Unnumbered} when the pool says {@code true} for the family. */
  public boolean isUnnumbered(Family family) {
    return !isUnnumbered() && attributes.boolAt(family.text()).orElse(false);
  }

  public Optional<SubnetPool> subnets(Family family) {
    return Optional.ofNullable(subnets.get(family));
  }

  /** {@code p2p}, {@code sequential} or {@code id_based} when the pool demands one. */
  public Optional<String> allocation() {
    return attributes.textAt("allocation");
  }
}
