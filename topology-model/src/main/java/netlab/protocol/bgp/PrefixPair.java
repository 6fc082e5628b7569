package netlab.protocol.bgp;

import java.util.Optional;
import netlab.draft.Draft;
import netlab.net.Family;
import netlab.net.Prefix;
import netlab.schema.Value;

/** The prefixes of one network, by address family. */
public record PrefixPair(Optional<Prefix> ipv4, Optional<Prefix> ipv6) {

  /** A network as it is written: a prefix, the name of one, or a mapping; empty when it is none. */
  public static Optional<PrefixPair> of(Draft draft, Value item) {
    return switch (item) {
      case Value.Scalar s -> {
        Optional<Prefix> prefix = Prefix.tryParse(s.data().toString());
        yield prefix.isPresent()
            ? Optional.of(
                new PrefixPair(
                    prefix.filter(p -> p.family() == Family.IPV4),
                    prefix.filter(p -> p.family() == Family.IPV6)))
            : of(draft, draft.globals().fieldsAt("prefix." + s.data()));
      }
      case Value.Fields f -> {
        Optional<Prefix> ipv4 = f.textAt("ipv4").flatMap(Prefix::tryParse);
        Optional<Prefix> ipv6 = f.textAt("ipv6").flatMap(Prefix::tryParse);
        yield ipv4.isPresent() || ipv6.isPresent()
            ? Optional.of(new PrefixPair(ipv4, ipv6))
            : Optional.empty();
      }
      case Value.Empty e -> Optional.empty();
      case Value.Items i -> Optional.empty();
    };
  }
}
