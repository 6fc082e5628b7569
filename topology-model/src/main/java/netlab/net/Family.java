package netlab.net;

import java.util.Optional;

/** An address family. The order is the order of output: IPv4 first. */
public enum Family {
  IPV4("ipv4", 32),
  IPV6("ipv6", 128);

  private final String text;
  private final int bits;

  Family(String text, int bits) {
    this.text = text;
    this.bits = bits;
  }

  /** The family called {@code ipv4} or {@code ipv6}. */
  public static Optional<Family> tryParse(String text) {
    for (Family family : values()) {
      if (family.text.equals(text)) {
        return Optional.of(family);
      }
    }
    return Optional.empty();
  }

  /** The name in lab files: {@code ipv4} or {@code ipv6}. */
  public String text() {
    return text;
  }

  /** The length of an address in bits: 32 or 128. */
  public int bits() {
    return bits;
  }

  @Override
  public String toString() {
    return text;
  }
}
