package netlab.net;

import java.util.Optional;

/**
 * An IPv6 address.
 *
 * @param high the upper 64 bits, to be read as unsigned
 * @param low the lower 64 bits, to be read as unsigned
 */
public record Ip6(long high, long low) implements Ip {
  private static final int GROUPS = 8;

  /** Reads the forms of RFC 4291, section 2.2. Zones ({@code fe80::1%eth0}) are refused. */
  public static Optional<Ip6> tryParse(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(g -> g.length == GROUPS).map(g -> of(g, new int[0]));
    }
    if (text.indexOf("::", gap + 1) >= 0) {
      return Optional.empty();
    }
    String before = text.substring(0, gap);
    if (before.indexOf('.') >= 0) {
      return Optional.empty();
    }
    Optional<int[]> head = groups(before);
    Optional<int[]> tail = groups(text.substring(gap + 2));
    if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length >= GROUPS) {
      return Optional.empty();
    }
    return Optional.of(of(head.get(), tail.get()));
  }

  /**
   * Reads an address known to be right.
   *
   * @throws IllegalArgumentException when it is not
   */
  public static Ip6 parse(String text) {
    return tryParse(text)
        .orElseThrow(() -> new IllegalArgumentException("not an IPv6 address: " + text));
  }

  private static Optional<int[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] parts = text.split(":", -1);
    boolean dotted = parts[parts.length - 1].indexOf('.') >= 0;
    if (parts.length > GROUPS) {
      return Optional.empty();
    }
    int[] groups = new int[parts.length + (dotted ? 1 : 0)];
    for (int i = 0; i < parts.length - (dotted ? 1 : 0); i++) {
      int group = group(parts[i]);
      if (group < 0) {
        return Optional.empty();
      }
      groups[i] = group;
    }
    if (dotted) {
      Optional<Ip4> embedded = Ip4.tryParse(parts[parts.length - 1]);
      if (embedded.isEmpty()) {
        return Optional.empty();
      }
      groups[parts.length - 1] = embedded.get().value() >>> 16;
      groups[parts.length] = embedded.get().value() & 0xffff;
    }
    return Optional.of(groups);
  }

  private static int group(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = hexDigit(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }

  /** The value of an ASCII hexadecimal digit, -1 for anything else. */
  static int hexDigit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static Ip6 of(int[] head, int[] tail) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < GROUPS; i++) {
      int fromEnd = i - (GROUPS - tail.length);
      long group = i < head.length ? head[i] : fromEnd >= 0 ? tail[fromEnd] : 0;
      if (i < GROUPS / 2) {
        high = high << 16 | group;
      } else {
        low = low << 16 | group;
      }
    }
    return new Ip6(high, low);
  }

  @Override
  public Family family() {
    return Family.IPV6;
  }

  @Override
  public Ip6 plus(long n) {
    long sum = low + n;
    boolean carry = n >= 0 && Long.compareUnsigned(sum, low) < 0;
    boolean borrow = n < 0 && Long.compareUnsigned(sum, low) > 0;
    if ((carry && high == -1) || (borrow && high == 0)) {
      throw new ArithmeticException(this + " plus " + n + " is not an IPv6 address");
    }
    return new Ip6(high + (carry ? 1 : 0) - (borrow ? 1 : 0), sum);
  }

  @Override
  public Ip6 first(int length) {
    return new Ip6(high & highMask(length), low & lowMask(length));
  }

  @Override
  public Ip6 last(int length) {
    return new Ip6(high | ~highMask(length), low | ~lowMask(length));
  }

  @Override
  public boolean isMulticast() {
    return high >>> 56 == 0xff;
  }

  @Override
  public boolean isLoopback() {
    return high == 0 && low == 1;
  }

  @Override
  public boolean isLinkLocal() {
    return high >>> 54 == 0xfe80 >>> 6;
  }

  @Override
  public boolean isUnspecified() {
    return high == 0 && low == 0;
  }

  int compareBits(Ip6 other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /** The canonical form of RFC 5952: IPv4-mapped addresses end in dots. */
  @Override
  public String toString() {
    if (high == 0 && low >>> 32 == 0xffff) {
      return "::ffff:" + new Ip4((int) low);
    }
    int gapStart = -1;
    int gapLength = 1; // A single zero group is not shortened (RFC 5952, section 4.2.2).
    for (int i = 0; i < GROUPS; i++) {
      int run = 0;
      while (i + run < GROUPS && groupAt(i + run) == 0) {
        run++;
      }
      if (run > gapLength) {
        gapStart = i;
        gapLength = run;
      }
      i += run;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == gapStart) {
        text.append("::");
        i += gapLength - 1;
        continue;
      }
      if (i > 0 && i != gapStart + gapLength) {
        text.append(':');
      }
      text.append(Integer.toHexString(groupAt(i)));
    }
    return text.toString();
  }

  private int groupAt(int i) {
    long half = i < GROUPS / 2 ? high : low;
    return (int) (half >>> (48 - 16 * (i % (GROUPS / 2)))) & 0xffff;
  }

  private static long highMask(int length) {
    return length == 0 ? 0 : length >= 64 ? -1L : -1L << (64 - length);
  }

  private static long lowMask(int length) {
    return length <= 64 ? 0 : -1L << (128 - length);
  }
}
