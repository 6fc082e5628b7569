package netlab.net;

import java.util.Comparator;
import java.util.Optional;

/**
 * An address with the length of its network, as an interface carries it: {@code 10.1.0.2/30}.
 *
 * @param length the number of network bits, 0 to 32 or 128
 */
public record InterfaceAddress(Ip address, int length) implements Comparable<InterfaceAddress> {
  private static final Comparator<InterfaceAddress> ORDER =
      Comparator.comparing(InterfaceAddress::address).thenComparingInt(InterfaceAddress::length);

  public InterfaceAddress {
    if (length < 0 || length > address.family().bits()) {
      throw new IllegalArgumentException("no prefix length of " + address + ": " + length);
    }
  }

  /** Reads {@code address/length}; host bits may be set. Empty when the text is not that. */
  public static Optional<InterfaceAddress> tryParse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    Optional<Ip> address = Ip.tryParse(text.substring(0, slash));
    int length = length(text.substring(slash + 1));
    return address
        .filter(ip -> length >= 0 && length <= ip.family().bits())
        .map(ip -> new InterfaceAddress(ip, length));
  }

  /**
   * Reads an address known to be right.
   *
   * @throws IllegalArgumentException when it is not
   */
  public static InterfaceAddress parse(String text) {
    return tryParse(text)
        .orElseThrow(() -> new IllegalArgumentException("not an address with length: " + text));
  }

  private static int length(String text) {
    boolean leadingZero = text.length() > 1 && text.charAt(0) == '0';
    if (text.isEmpty() || text.length() > 3 || leadingZero) {
      return -1;
    }
    return text.chars().allMatch(c -> Ip4.isDigit((char) c)) ? Integer.parseInt(text) : -1;
  }

  /** The family of the address. */
  public Family family() {
    return address.family();
  }

  /** The network around the address. */
  public Prefix prefix() {
    return new Prefix(address, length);
  }

  /** True when all host bits are zero and the prefix has more than two addresses. */
  public boolean isNetwork() {
    return length < family().bits() - 1 && address.equals(prefix().network());
  }

  /** True when this is the IPv4 broadcast address of its network. */
  public boolean isBroadcast() {
    return prefix().broadcast().filter(address::equals).isPresent();
  }

  /** By address, then the shorter length first. */
  @Override
  public int compareTo(InterfaceAddress other) {
    return ORDER.compare(this, other);
  }

  /** {@code address/length}. */
  @Override
  public String toString() {
    return address + "/" + length;
  }
}
