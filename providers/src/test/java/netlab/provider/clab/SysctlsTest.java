package netlab.provider.clab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class SysctlsTest {
  private static final String LINES =
      """
      # comment
      net.ipv4.ip_forward=1
      net.ipv6.conf.all.forwarding=1
      net.ipv6.conf.default.disable_ipv6=0
      net.ipv6.conf.eth1.disable_ipv6=1
      net.ipv4.neigh.default.gc_thresh3=4096
      net.ipv4.neigh.eth1.gc_stale_time=10
      net.ipv4.conf.eth0/10.forwarding=1
      net.mpls.platform_labels=100000
      net.mpls.conf.eth1.input=1
      kernel.panic=10

      """;

  /** Docker takes only settings of the network namespace, and refuses the container otherwise. */
  @Test
  void dockerMakesThoseOfTheWholeNamespace() {
    assertThat(Sysctls.ofNamespace(LINES))
        .containsExactly(
            entry("net.ipv4.ip_forward", "1"),
            entry("net.ipv6.conf.all.forwarding", "1"),
            entry("net.ipv6.conf.default.disable_ipv6", "0"),
            entry("net.ipv4.neigh.default.gc_thresh3", "4096"),
            entry("net.mpls.platform_labels", "100000"));
  }

  @Test
  void thoseOfInterfacesComeAfterwards() {
    assertThat(Sysctls.ofInterfaces(LINES))
        .containsExactly(
            "net.ipv6.conf.eth1.disable_ipv6=1",
            "net.ipv4.neigh.eth1.gc_stale_time=10",
            "net.ipv4.conf.eth0/10.forwarding=1",
            "net.mpls.conf.eth1.input=1",
            "kernel.panic=10");
  }
}
