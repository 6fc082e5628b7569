package netlab.protocol.routing;

import java.util.Optional;
import netlab.net.Family;
import netlab.net.Prefix;

/**
 * A line of a prefix list of one family.
 *
 * @param min the shortest prefix length that matches
 * @param max the longest prefix length that matches; without both only the prefix itself does
 */
public record PrefixLine(
    int sequence,
    String action,
    Optional<Prefix> ipv4,
    Optional<Prefix> ipv6,
    Optional<Integer> min,
    Optional<Integer> max) {
  static PrefixLine of(
      int sequence, String action, Prefix prefix, Optional<Integer> min, Optional<Integer> max) {
    Optional<Prefix> shown = Optional.of(prefix);
    boolean v4 = prefix.family() == Family.IPV4;
    return new PrefixLine(
        sequence, action, v4 ? shown : Optional.empty(), v4 ? Optional.empty() : shown, min, max);
  }
}
