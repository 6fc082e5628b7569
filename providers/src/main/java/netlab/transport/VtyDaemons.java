package netlab.transport;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Which FRR daemon answers a command: what {@code vtysh} knows by having all their grammars. The
 * longest entry that a command begins with counts. From the chapters of the FRR 8.4 and 10 manuals.
 */
final class VtyDaemons {
  private static final SequencedMap<String, String> BY_BEGINNING = new LinkedHashMap<>();

  static {
    answers("zebra", "show");
    answers(
        "bgpd",
        "show bgp",
        "show ip bgp",
        "show rpki",
        "show debugging bgp",
        "clear bgp",
        "clear ip bgp");
    answers("ospfd", "show ip ospf", "show debugging ospf", "clear ip ospf");
    answers("ospf6d", "show ipv6 ospf6", "show debugging ospf6", "clear ipv6 ospf6");
    answers("isisd", "show isis", "show debugging isis", "clear isis");
    answers("ripd", "show ip rip", "clear ip rip");
    answers("ripngd", "show ipv6 ripng", "clear ipv6 rip");
    answers("eigrpd", "show ip eigrp", "clear ip eigrp");
    answers("babeld", "show babel");
    answers("ldpd", "show mpls ldp", "show l2vpn", "clear mpls ldp");
    answers("bfdd", "show bfd", "clear bfd");
    answers("vrrpd", "show vrrp");
    answers("staticd", "show static");
    answers("pathd", "show sr-te");
    answers("pbrd", "show pbr");
    answers("nhrpd", "show dmvpn", "show ip nhrp");
    answers("fabricd", "show openfabric");
    answers(
        "pimd",
        "show ip pim",
        "show ip igmp",
        "show ip mroute",
        "show ip multicast",
        "show ip msdp",
        "show ip rpf",
        "clear ip pim",
        "clear ip igmp",
        "clear ip mroute");
    answers("pim6d", "show ipv6 pim", "show ipv6 mld", "show ipv6 mroute", "clear ipv6 mroute");
  }

  private VtyDaemons() {}

  private static void answers(String daemon, String... beginnings) {
    for (String beginning : beginnings) {
      BY_BEGINNING.put(beginning, daemon);
    }
  }

  /** The daemon for a command; zebra for what none of the others knows. */
  static String of(String command) {
    String words = command.strip().replaceAll("\\s+", " ") + " ";
    return BY_BEGINNING.entrySet().stream()
        .filter(entry -> words.startsWith(entry.getKey() + " "))
        .reduce((a, b) -> b.getKey().length() > a.getKey().length() ? b : a)
        .map(entry -> entry.getValue())
        .orElse("zebra");
  }
}
