package netlab.protocol.routing;

import java.util.Optional;

/**
 * A line of an access list of one family: a rule, or only a description.
 *
 * @param protocol a name, or a number as text (IANA protocol numbers)
 * @param established only packets of TCP sessions that are up
 */
public record AclLine(
    int sequence,
    Optional<String> action,
    Optional<Object> protocol,
    Optional<Address> src,
    Optional<Address> dst,
    Optional<Boolean> established,
    Optional<Boolean> log,
    Optional<String> description) {

  /**
   * One side of a rule.
   *
   * @param host the prefix is one address
   * @param any the prefix is every address
   * @param portOp {@code eq}, {@code neq}, {@code lt}, {@code gt} or {@code in}
   */
  public record Address(
      Optional<Object> ipv4,
      Optional<Object> ipv6,
      Optional<Boolean> host,
      Optional<Boolean> any,
      Optional<String> portOp,
      Optional<Integer> port,
      Optional<PortRange> portRange) {}

  /** Ports from one to another, both included. */
  public record PortRange(int min, int max) {}

  static AclLine described(int sequence, String description) {
    return new AclLine(
        sequence,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(description));
  }
}
