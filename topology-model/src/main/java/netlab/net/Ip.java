package netlab.net;

import java.util.Optional;

/** An IPv4 or IPv6 address. All IPv4 addresses come before all IPv6 addresses. */
public sealed interface Ip extends Comparable<Ip> permits Ip4, Ip6 {

  /** Reads an address of either family; empty when the text is not one. */
  static Optional<Ip> tryParse(String text) {
    return text.indexOf(':') >= 0
        ? Ip6.tryParse(text).map(ip -> ip)
        : Ip4.tryParse(text).map(ip -> ip);
  }

  /**
   * Reads an address known to be right.
   *
   * @throws IllegalArgumentException when it is not
   */
  static Ip parse(String text) {
    return tryParse(text)
        .orElseThrow(() -> new IllegalArgumentException("not an IP address: " + text));
  }

  /** The family of this address. */
  Family family();

  /**
   * The address n further; n may be negative.
   *
   * @throws ArithmeticException when that lies outside of the family
   */
  Ip plus(long n);

  /** The first address of the prefix of that length around this address. */
  Ip first(int length);

  /** The last address of the prefix of that length around this address. */
  Ip last(int length);

  /** True for 224.0.0.0/4 and ff00::/8. */
  boolean isMulticast();

  /** True for 127.0.0.0/8 and ::1. */
  boolean isLoopback();

  /** True for 169.254.0.0/16 and fe80::/10. */
  boolean isLinkLocal();

  /** True for 0.0.0.0 and ::. */
  boolean isUnspecified();

  /** This address as a prefix of full length, /32 or /128. */
  default Prefix asPrefix() {
    return new Prefix(this, family().bits());
  }

  /** This address with the length of a prefix, as an interface carries it. */
  default InterfaceAddress with(int length) {
    return new InterfaceAddress(this, length);
  }

  @Override
  default int compareTo(Ip other) {
    return switch (this) {
      case Ip4 a -> other instanceof Ip4 b ? Integer.compareUnsigned(a.value(), b.value()) : -1;
      case Ip6 a -> other instanceof Ip6 b ? a.compareBits(b) : 1;
    };
  }
}
