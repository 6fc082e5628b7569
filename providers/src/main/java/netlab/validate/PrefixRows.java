package netlab.validate;

import java.util.List;
import java.util.Optional;
import netlab.expect.Observation;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.net.Prefix;

/** Rows that tell of prefixes. */
final class PrefixRows {
  private PrefixRows() {}

  /** Those of a prefix, written in whatever way. */
  static List<Observation> of(Prefix prefix, List<Observation> rows) {
    return rows.stream()
        .filter(row ->
            Judgement.field(row, "prefix")
                .flatMap(text -> parse(text, prefix.network().family()))
                .filter(prefix::equals)
                .isPresent())
        .toList();
  }

  /** A prefix, an address in one, an address alone, or {@code default}. */
  static Optional<Prefix> parse(String text, Family family) {
    if (text.equals("default")) {
      return Prefix.tryParse(family == Family.IPV6 ? "::/0" : "0.0.0.0/0");
    }
    return parse(text);
  }

  /** A prefix, an address in one, or an address alone: a prefix of its own. */
  static Optional<Prefix> parse(String text) {
    return InterfaceAddress.tryParse(text)
        .map(InterfaceAddress::prefix)
        .or(() -> Ip.tryParse(text).map(ip -> new Prefix(ip, ip.family().bits())));
  }
}
