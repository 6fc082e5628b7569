package netlab.validate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import netlab.net.Family;

/**
 * What a function wants to know of a node.
 *
 * @param reader the kind of facts, an entry of the device's {@code show} section
 * @param parameters what its commands are about: {@code prefix}, {@code vrf}
 * @param judge what the function says of the answer
 */
record Inquiry(String reader, Map<String, String> parameters, Judgement.Judge judge) {
  Inquiry {
    parameters = Map.copyOf(parameters);
  }

  static Inquiry of(String reader, Judgement.Judge judge) {
    return new Inquiry(reader, Map.of(), judge);
  }

  /** With a parameter, if there is a value for it. */
  Inquiry with(String parameter, Optional<String> value) {
    return value.map(text -> with(parameter, text)).orElse(this);
  }

  /** With a family of addresses in all the words that commands have for it. */
  Inquiry with(Family family) {
    boolean ipv6 = family == Family.IPV6;
    return with("af", family.text())
        .with("ip", ipv6 ? "ipv6" : "ip")
        .with("inet", ipv6 ? "inet6" : "inet")
        .with("family", ipv6 ? "6" : "4");
  }

  Inquiry with(String parameter, String value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(parameter, value);
    return new Inquiry(reader, more, judge);
  }
}
