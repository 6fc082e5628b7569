package netlab.jinja;

import java.util.List;
import java.util.Optional;
import netlab.expr.Args;
import netlab.expr.Items;
import netlab.expr.Undefined;
import netlab.expr.Values;
import netlab.expr.Wrong;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.net.Mac;

/** {@code ipaddr} and its relatives. What is no address becomes {@code False}. */
final class AddressFilters {
  private AddressFilters() {}

  static Object apply(String name, Object of, Args args) {
    return switch (of) {
      case Undefined u -> throw u.wrong();
      case List<?> l ->
          new Items(l.stream().map(i -> apply(name, i, args)).filter(Values::truth).toList());
      case String s when name.equals("hwaddr") -> mac(s, args.text(0, "query", "linux"));
      case String s -> address(name, s, args);
      default -> false;
    };
  }

  private static Object address(String name, String text, Args args) {
    boolean masked = text.contains("/");
    Optional<InterfaceAddress> parsed =
        masked
            ? InterfaceAddress.tryParse(text)
            : Ip.tryParse(text).map(ip -> ip.with(ip.family().bits()));
    Optional<InterfaceAddress> wanted =
        parsed
            .filter(a -> !name.equals("ipv4") || a.family() == Family.IPV4)
            .filter(a -> !name.equals("ipv6") || a.family() == Family.IPV6);
    if (wanted.isEmpty()) {
      return false;
    }
    InterfaceAddress address = wanted.get();
    if (name.equals("ipwrap")) {
      return address.family() == Family.IPV6 ? "[" + address.address() + "]" : text;
    }
    return query(address, text, args.text(0, "query", ""));
  }

  private static Object query(InterfaceAddress a, String text, String query) {
    return switch (query) {
      case "" -> text;
      case "address", "ip" -> a.address().toString();
      case "prefix", "prefixlen" -> (long) a.length();
      case "host", "address/prefix", "ip/prefix", "host/prefix", "cidr" -> a.toString();
      case "network", "network_id" -> a.prefix().network().toString();
      case "subnet", "network/prefix", "net" -> a.prefix().toString();
      case "netmask" -> a.prefix().netmask().toString();
      case "hostmask", "wildcard" -> a.prefix().wildcard().toString();
      case "broadcast" ->
          a.prefix().broadcast().map(Ip::toString).map(b -> (Object) b).orElse(false);
      case "size" -> a.prefix().size();
      case "version" -> a.family() == Family.IPV4 ? 4L : 6L;
      case "wrap" -> a.family() == Family.IPV6 ? "[" + a.address() + "]" : a.address().toString();
      default -> host(a, query);
    };
  }

  /** {@code ipaddr('5')}: the fifth address of the prefix; negative numbers count from its end. */
  private static Object host(InterfaceAddress a, String query) {
    if (!query.matches("-?\\d{1,9}")) {
      throw new Wrong(
          Wrong.NOWHERE,
          "`ipaddr` has no query `" + query + "`",
          "queries: address, prefix, network, subnet, netmask, hostmask, broadcast, size, or the"
              + " number of a host");
    }
    long n = Long.parseLong(query);
    long host = n < 0 ? a.prefix().size() + n : n;
    return a.prefix().hasHost(host) ? a.prefix().host(host) + "/" + a.length() : false;
  }

  private static Object mac(String text, String form) {
    Optional<Mac> mac = Mac.tryParse(text);
    if (mac.isEmpty()) {
      return false;
    }
    String plain = mac.get().toString();
    return switch (form) {
      case "cisco" -> mac.get().cisco();
      case "bare" -> plain.replace(":", "");
      case "win", "eui48" -> plain.replace(":", "-").toUpperCase(java.util.Locale.ROOT);
      default -> plain;
    };
  }
}
