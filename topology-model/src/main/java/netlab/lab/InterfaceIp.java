package netlab.lab;

import netlab.net.InterfaceAddress;

/** How one address family is used on an interface. */
public sealed interface InterfaceIp {
  /** An address with its prefix length. */
  record Numbered(InterfaceAddress address) implements InterfaceIp {}

  /**
   * The family runs without an address of its own (IPv4 borrowed from the loopback, IPv6
   * link-local).
   */
  record Unnumbered() implements InterfaceIp {}

  /** The address comes from a DHCP server. */
  record Dhcp() implements InterfaceIp {}
}
