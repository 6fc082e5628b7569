package netlab.show;

import java.util.Locale;
import java.util.Map;
import netlab.net.Asn;
import netlab.net.Ip;
import netlab.net.Prefix;

/**
 * The words in which expectations are written. Every vendor abbreviates the states of RFC 2328
 * (section 10.1) and RFC 4271 (section 8.2.2) in its own way.
 */
final class Vocabulary {
  private static final Map<String, String> OSPF =
      Map.ofEntries(
          Map.entry("down", "Down"),
          Map.entry("attempt", "Attempt"),
          Map.entry("init", "Init"),
          Map.entry("2way", "2-Way"),
          Map.entry("2ways", "2-Way"),
          Map.entry("twoway", "2-Way"),
          Map.entry("exstart", "ExStart"),
          Map.entry("exchstart", "ExStart"),
          Map.entry("exchange", "Exchange"),
          Map.entry("loading", "Loading"),
          Map.entry("full", "Full"));

  private static final Map<String, String> BGP =
      Map.of(
          "idle", "Idle",
          "connect", "Connect",
          "active", "Active",
          "opensent", "OpenSent",
          "openconfirm", "OpenConfirm",
          "established", "Established",
          "estab", "Established",
          "establ", "Established");

  private Vocabulary() {}

  /** A text of a device in our words; unknown words stay as they are. */
  static String normal(String reader, String field, String text) {
    return switch (field) {
      case "state" -> state(reader, text);
      case "peer", "address", "local_address", "next_hop", "prefix" -> address(text);
      case "remote_as", "local_as" -> Asn.tryParse(text).map(Asn::toString).orElse(text);
      default -> text;
    };
  }

  /** Addresses of IPv6 in the one way of RFC 5952; Cisco shows them in capitals. */
  private static String address(String text) {
    if (text.indexOf(':') < 0) {
      return text;
    }
    return Ip.tryParse(text)
        .map(Ip::toString)
        .or(() -> Prefix.tryParse(text).map(Prefix::toString))
        .orElse(text);
  }

  private static String state(String reader, String text) {
    if (reader.startsWith("ospf")) {
      // Full/DR: the role of the neighbor is not part of its state
      return OSPF.getOrDefault(word(text.split("[/ ]", 2)[0]), text);
    }
    if (reader.startsWith("bgp")) {
      // a summary shows the number of prefixes in place of the state of a session that is up
      boolean prefixes = !text.isEmpty() && text.chars().allMatch(Character::isDigit);
      return prefixes ? "Established" : BGP.getOrDefault(word(text.split("[( ]", 2)[0]), text);
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private static String word(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }
}
