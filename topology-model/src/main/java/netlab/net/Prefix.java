package netlab.net;

import java.util.Comparator;
import java.util.Optional;

/**
 * A network: an address whose host bits are zero, and a length. An address together with the length
 * of its network is an {@link InterfaceAddress}.
 *
 * @param network the first address; the constructor clears host bits
 * @param length the number of network bits, 0 to 32 or 128
 */
public record Prefix(Ip network, int length) implements Comparable<Prefix> {
  private static final Comparator<Prefix> ORDER =
      Comparator.comparing(Prefix::network).thenComparingInt(Prefix::length);

  public Prefix {
    if (length < 0 || length > network.family().bits()) {
      throw new IllegalArgumentException("no prefix length of " + network + ": " + length);
    }
    network = network.first(length);
  }

  /** Reads {@code network/length}; empty when it is not one or when a host bit is set. */
  public static Optional<Prefix> tryParse(String text) {
    return InterfaceAddress.tryParse(text)
        .filter(address -> address.address().equals(address.prefix().network()))
        .map(InterfaceAddress::prefix);
  }

  /**
   * Reads a prefix known to be right.
   *
   * @throws IllegalArgumentException when it is not
   */
  public static Prefix parse(String text) {
    return tryParse(text).orElseThrow(() -> new IllegalArgumentException("not a prefix: " + text));
  }

  /** The family of the addresses inside. */
  public Family family() {
    return network.family();
  }

  /** The highest address inside. */
  public Ip last() {
    return network.last(length);
  }

  /** The IPv4 broadcast address; empty for IPv6, /31 and /32 (RFC 3021). */
  public Optional<Ip> broadcast() {
    return family() == Family.IPV4 && length < 31 ? Optional.of(last()) : Optional.empty();
  }

  /** The network mask, such as {@code 255.255.255.0}. */
  public Ip netmask() {
    return switch (network) {
      case Ip4 v4 -> new Ip4(-1).first(length);
      case Ip6 v6 -> new Ip6(-1, -1).first(length);
    };
  }

  /** The inverted mask, such as {@code 0.0.0.255}. */
  public Ip wildcard() {
    return switch (network) {
      case Ip4 v4 -> new Ip4(0).last(length);
      case Ip6 v6 -> new Ip6(0, 0).last(length);
    };
  }

  /** The number of addresses inside, {@link Long#MAX_VALUE} when there are more. */
  public long size() {
    return powerOfTwo(family().bits() - length);
  }

  /** True when {@link #host} knows this number. */
  public boolean hasHost(long n) {
    long size = size();
    return size == Long.MAX_VALUE || (n >= -size && n < size);
  }

  /**
   * The address with this number. 0 is the network address itself; -1 is the last address, -2 the
   * one before it.
   *
   * @throws IndexOutOfBoundsException when the prefix has no such address
   */
  public Ip host(long n) {
    if (!hasHost(n)) {
      throw new IndexOutOfBoundsException(this + " has no host " + n);
    }
    return n >= 0 ? network.plus(n) : last().plus(n + 1);
  }

  /** True when the address lies inside. */
  public boolean contains(Ip ip) {
    return ip.family() == family() && ip.first(length).equals(network);
  }

  /** True when the other prefix lies inside or is equal. */
  public boolean contains(Prefix other) {
    return other.length >= length && contains(other.network);
  }

  /** True when some address lies in both. */
  public boolean overlaps(Prefix other) {
    return contains(other) || other.contains(this);
  }

  /**
   * The number of subnets of that length, {@link Long#MAX_VALUE} when there are more; 0 when the
   * length is shorter than ours or too long for the family.
   */
  public long subnets(int subnetLength) {
    return subnetLength < length || subnetLength > family().bits()
        ? 0
        : powerOfTwo(subnetLength - length);
  }

  /**
   * The subnet with this number, counted from 0.
   *
   * @throws IndexOutOfBoundsException when there is none
   */
  public Prefix subnet(long n, int subnetLength) {
    if (n < 0 || n >= subnets(subnetLength)) {
      throw new IndexOutOfBoundsException(this + " has no subnet " + n + " of /" + subnetLength);
    }
    int shift = family().bits() - subnetLength;
    Ip start =
        switch (network) {
          case Ip4 v4 -> new Ip4(v4.value() | (shift < 32 ? (int) n << shift : 0));
          case Ip6 v6 -> orShifted(v6, n, shift);
        };
    return new Prefix(start, subnetLength);
  }

  private static Ip6 orShifted(Ip6 base, long n, int shift) {
    if (shift >= 64) {
      return new Ip6(base.high() | (shift < 128 ? n << (shift - 64) : 0), base.low());
    }
    long carried = shift == 0 ? 0 : n >>> (64 - shift);
    return new Ip6(base.high() | carried, base.low() | n << shift);
  }

  private static long powerOfTwo(int exponent) {
    return exponent < 63 ? 1L << exponent : Long.MAX_VALUE;
  }

  /** By network, then the shorter prefix first. */
  @Override
  public int compareTo(Prefix other) {
    return ORDER.compare(this, other);
  }

  /** {@code network/length}. */
  @Override
  public String toString() {
    return network + "/" + length;
  }
}
