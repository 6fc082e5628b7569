package netlab.provider.clab;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;
import netlab.net.InterfaceAddress;
import netlab.net.Prefix;

/** The networks that this machine has an address in. */
final class HostNetworks {
  /** An address of this machine: {@code br-61031f29f53e has 192.168.121.1/24}. */
  record Entry(String itf, InterfaceAddress address) {
    Prefix prefix() {
      return address.prefix();
    }

    @Override
    public String toString() {
      return itf + " has " + address;
    }
  }

  private HostNetworks() {}

  /** All of them, as they are now. */
  static List<Entry> now() {
    try {
      return NetworkInterface.networkInterfaces().flatMap(HostNetworks::of).toList();
    } catch (SocketException e) {
      return List.of();
    }
  }

  /** The interfaces of this machine, in alphabetical order. */
  static List<String> interfaces() {
    try {
      return NetworkInterface.networkInterfaces().map(NetworkInterface::getName).sorted().toList();
    } catch (SocketException e) {
      return List.of();
    }
  }

  private static Stream<Entry> of(NetworkInterface itf) {
    return itf.getInterfaceAddresses().stream()
        .flatMap(own -> {
          String text = own.getAddress().getHostAddress();
          int zone = text.indexOf('%');
          String address = zone < 0 ? text : text.substring(0, zone);
          return InterfaceAddress.tryParse(address + "/" + own.getNetworkPrefixLength()).stream();
        })
        .filter(address -> address.length() > 0)
        .map(address -> new Entry(itf.getName(), address));
  }
}
