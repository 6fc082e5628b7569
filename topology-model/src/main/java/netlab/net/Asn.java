package netlab.net;

import java.util.Optional;

/**
 * An autonomous system number (RFC 6793).
 *
 * @param value 1 to 4294967295
 */
public record Asn(long value) implements Comparable<Asn> {
  /** The highest number. */
  public static final long MAX = 4_294_967_295L;

  public Asn {
    if (value < 1 || value > MAX) {
      throw new IllegalArgumentException("not an AS number: " + value);
    }
  }

  /** Reads asplain ({@code 65546}) or asdot ({@code 1.10}, RFC 5396). */
  public static Optional<Asn> tryParse(String text) {
    int dot = text.indexOf('.');
    long value;
    if (dot < 0) {
      value = number(text, MAX);
    } else {
      long high = number(text.substring(0, dot), 0xffff);
      long low = number(text.substring(dot + 1), 0xffff);
      value = high < 0 || low < 0 ? -1 : high << 16 | low;
    }
    return value < 1 ? Optional.empty() : Optional.of(new Asn(value));
  }

  /**
   * Reads a number known to be right.
   *
   * @throws IllegalArgumentException when it is not
   */
  public static Asn parse(String text) {
    return tryParse(text)
        .orElseThrow(() -> new IllegalArgumentException("not an AS number: " + text));
  }

  private static long number(String text, long max) {
    boolean leadingZero = text.length() > 1 && text.charAt(0) == '0';
    if (text.isEmpty() || text.length() > 10 || leadingZero) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!Ip4.isDigit(text.charAt(i))) {
        return -1;
      }
    }
    long value = Long.parseLong(text);
    return value <= max ? value : -1;
  }

  /** True when the number needs four octets. */
  public boolean isFourOctet() {
    return value > 0xffff;
  }

  /** True for the private ranges of RFC 6996. */
  public boolean isPrivate() {
    return (value >= 64512 && value <= 65534)
        || (value >= 4_200_000_000L && value <= 4_294_967_294L);
  }

  /** The asdot form of RFC 5396: {@code 65000}, {@code 1.10}. */
  public String asdot() {
    return isFourOctet() ? (value >>> 16) + "." + (value & 0xffff) : Long.toString(value);
  }

  @Override
  public int compareTo(Asn other) {
    return Long.compare(value, other.value);
  }

  /** The asplain form. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
