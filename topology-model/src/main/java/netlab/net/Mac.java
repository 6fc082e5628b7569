package netlab.net;

import java.util.Optional;

/**
 * A MAC address of 48 bits.
 *
 * @param value the bits, first octet highest
 */
public record Mac(long value) implements Comparable<Mac> {
  private static final long MAX = 0xffff_ffff_ffffL;

  public Mac {
    if (value < 0 || value > MAX) {
      throw new IllegalArgumentException("not 48 bits: " + value);
    }
  }

  /**
   * Reads {@code ca:fe:00:03:00:00}, {@code CA-FE-00-03-00-00} or {@code cafe.0003.0000}; upper and
   * lower case count the same.
   */
  public static Optional<Mac> tryParse(String text) {
    return switch (text.length()) {
      case 17 -> grouped(text, text.charAt(2) == '-' ? '-' : ':', 2);
      case 14 -> grouped(text, '.', 4);
      default -> Optional.empty();
    };
  }

  /**
   * Reads an address known to be right.
   *
   * @throws IllegalArgumentException when it is not
   */
  public static Mac parse(String text) {
    return tryParse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a MAC address: " + text));
  }

  private static Optional<Mac> grouped(String text, char separator, int digits) {
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i % (digits + 1) == digits) {
        if (c != separator) {
          return Optional.empty();
        }
        continue;
      }
      int digit = Ip6.hexDigit(c);
      if (digit < 0) {
        return Optional.empty();
      }
      value = value << 4 | digit;
    }
    return Optional.of(new Mac(value));
  }

  /**
   * The address n further.
   *
   * @throws IllegalArgumentException when that is not an address of 48 bits
   */
  public Mac plus(long n) {
    return new Mac(Math.addExact(value, n));
  }

  /** One octet, 0 is the first. */
  public int octet(int index) {
    return (int) (value >>> shift(index)) & 0xff;
  }

  /** This address with one octet replaced, 0 is the first. */
  public Mac withOctet(int index, int octet) {
    if (octet < 0 || octet > 0xff) {
      throw new IllegalArgumentException("not an octet: " + octet);
    }
    return new Mac((value & ~(0xffL << shift(index))) | ((long) octet << shift(index)));
  }

  private static int shift(int index) {
    if (index < 0 || index > 5) {
      throw new IndexOutOfBoundsException(index);
    }
    return 40 - 8 * index;
  }

  /** True for group addresses, broadcast included. */
  public boolean isMulticast() {
    return (octet(0) & 1) != 0;
  }

  @Override
  public int compareTo(Mac other) {
    return Long.compare(value, other.value);
  }

  /** The form of Cisco devices, {@code cafe.0003.0000}. */
  public String cisco() {
    return join('.', 4);
  }

  /** The form with colons in lower case, {@code ca:fe:00:03:00:00}. */
  @Override
  public String toString() {
    return join(':', 2);
  }

  private String join(char separator, int digits) {
    StringBuilder text = new StringBuilder();
    for (int digit = 0; digit < 12; digit++) {
      if (digit > 0 && digit % digits == 0) {
        text.append(separator);
      }
      text.append(Character.forDigit((int) (value >>> (44 - 4 * digit)) & 0xf, 16));
    }
    return text.toString();
  }
}
