package netlab.provider.netns;

import java.util.ArrayList;
import java.util.List;

/** Kernel parameters of the namespaces of a lab, as arguments for {@code sysctl -w}. */
final class Sysctls {
  private Sysctls() {}

  /**
   * The parameters of a node: those that its interfaces need because they were made before any
   * default could be set, then its own.
   */
  static List<String> ofNode(List<String> ports, List<String> own, boolean ipv6) {
    List<String> all = new ArrayList<>();
    // OSPF joins its groups on every interface with one socket; 20 memberships are the default.
    all.add("net.ipv4.igmp_max_memberships=1000");
    for (String port : ports) {
      // A dot in a name, as in eth1.100, is written as a slash.
      String key = port.replace('.', '/');
      all.add("net.ipv4.conf." + key + ".rp_filter=0");
      // Addresses of a lab are unique by construction: without this, IPv6 sessions start 2 s later.
      all.add("net.ipv6.conf." + key + ".accept_dad=0");
    }
    all.addAll(own);
    return ipv6 ? List.copyOf(all) : all.stream().filter(s -> !s.startsWith("net.ipv6.")).toList();
  }

  /**
   * Those of the parking namespace: its ports carry frames of others and say nothing themselves.
   */
  static List<String> ofParking(boolean ipv6) {
    return ipv6
        ? List.of("net.ipv6.conf.all.disable_ipv6=1", "net.ipv6.conf.default.disable_ipv6=1")
        : List.of();
  }
}
