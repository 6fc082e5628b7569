package netlab.net;

import java.util.Optional;

/**
 * An IPv4 address.
 *
 * @param value the 32 bits, to be read as unsigned
 */
public record Ip4(int value) implements Ip {

  /**
   * Reads four decimal numbers. Leading zeros are refused: some readers take them as octal (RFC
   * 6943, section 3.1.1).
   */
  public static Optional<Ip4> tryParse(String text) {
    int value = 0;
    int octets = 0;
    int i = 0;
    while (octets < 4) {
      int start = i;
      int octet = 0;
      while (i < text.length() && isDigit(text.charAt(i)) && i - start < 3) {
        octet = octet * 10 + (text.charAt(i) - '0');
        i++;
      }
      boolean leadingZero = i - start > 1 && text.charAt(start) == '0';
      if (i == start || octet > 255 || leadingZero) {
        return Optional.empty();
      }
      value = value << 8 | octet;
      octets++;
      if (octets < 4) {
        if (i >= text.length() || text.charAt(i) != '.') {
          return Optional.empty();
        }
        i++;
      }
    }
    return i == text.length() ? Optional.of(new Ip4(value)) : Optional.empty();
  }

  /**
   * Reads an address known to be right.
   *
   * @throws IllegalArgumentException when it is not
   */
  public static Ip4 parse(String text) {
    return tryParse(text)
        .orElseThrow(() -> new IllegalArgumentException("not an IPv4 address: " + text));
  }

  @Override
  public Family family() {
    return Family.IPV4;
  }

  @Override
  public Ip4 plus(long n) {
    long sum = Math.addExact(Integer.toUnsignedLong(value), n);
    if (sum < 0 || sum > 0xffff_ffffL) {
      throw new ArithmeticException(this + " plus " + n + " is not an IPv4 address");
    }
    return new Ip4((int) sum);
  }

  @Override
  public Ip4 first(int length) {
    return new Ip4(value & mask(length));
  }

  @Override
  public Ip4 last(int length) {
    return new Ip4(value | ~mask(length));
  }

  @Override
  public boolean isMulticast() {
    return value >>> 28 == 0xe;
  }

  @Override
  public boolean isLoopback() {
    return value >>> 24 == 127;
  }

  @Override
  public boolean isLinkLocal() {
    return value >>> 16 == 0xa9fe;
  }

  @Override
  public boolean isUnspecified() {
    return value == 0;
  }

  /** The dotted form, such as {@code 10.0.0.1}. */
  @Override
  public String toString() {
    return (value >>> 24)
        + "."
        + (value >>> 16 & 0xff)
        + "."
        + (value >>> 8 & 0xff)
        + "."
        + (value & 0xff);
  }

  static int mask(int length) {
    return length == 0 ? 0 : -1 << (32 - length);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
