package netlab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import netlab.exec.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routers of different projects in one lab, each asked what it thinks of the others. */
@Tag("lab")
final class OpenRoutersTest {
  @TempDir private Path folder;

  @BeforeAll
  static void host() {
    Netlab.needsNamespacesAndFrr();
    Netlab.needsProgram("birdc");
  }

  @Test
  void birdAndFrrAreProvenFromBothSidesAndADeadOneIsNamed() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write(
          "lab.yml",
          """
          name: birds
          provider: netns
          plugin: [bgp.session]
          module: [bgp, ospf, bfd]
          ospf: { timers: { hello: 1, dead: 4 }, bfd: true }
          addressing: { loopback: { ipv6: 2001:db8:1::/48 }, p2p: { ipv6: 2001:db8:2::/48 } }
          nodes:
            x: { device: frr, bgp.as: 65001, module: [bgp, bfd] }
            f: { device: frr, bgp.as: 65000 }
            b: { device: bird, bgp.as: 65000, role: router }
          links: [ { x: , b: , bgp.bfd: true, bgp.password: secret }, f-b ]
          validate:
            session: { nodes: [b], plugin: "bgp_neighbor(node.bgp.neighbors, 'x')", wait: 10 }
            details: { nodes: [b], plugin: "bgp_neighbor_details(node.bgp.neighbors, 'x', hold_timer=180)", wait: 10 }
            neighbor: { nodes: [b], plugin: "ospf_neighbor('10.0.0.2')", wait: 10 }
            neighbor6: { nodes: [b], plugin: "ospf6_neighbor('10.0.0.2')", wait: 10 }
            ospf: { nodes: [b], plugin: "ospf_prefix('10.0.0.2/32', rt='N', cost=10)", wait: 10 }
            ospf6: { nodes: [b], plugin: "ospf6_prefix('2001:db8:1:2::/64')", wait: 10 }
            table: { nodes: [b], plugin: "rt_prefix('10.0.0.2/32', proto='ospf')", wait: 10 }
            inside: { nodes: [b], plugin: "bgp_prefix('10.0.0.1/32')", wait: 10 }
            # BIRD has a better route to this than that of BGP, and tells the peer the path of BGP.
            through: { nodes: [x], plugin: "bgp_prefix('10.0.0.2/32')", wait: 10 }
          """);
      Result up = netlab.run("up", "lab.yml", "--timeout", "40");
      assertThat(up.ok()).as(up.out() + up.err()).isTrue();
      assertThat(up.out())
          .contains("10.1.0.2 AS65001 <-> 10.1.0.1 AS65000")
          .contains("f eth1 OSPFv3 <-> b eth2 OSPFv3")
          .contains("up and proven: ")
          .doesNotContain("not checked");
      assertThat(netlab.run("exec", "b", "show", "protocols", "direct1").out()).contains("Direct");
      Result tests = netlab.run("validate");
      assertThat(tests.ok()).as(tests.out() + tests.err()).isTrue();

      Path pid = Path.of("/run/netlab", "nl-" + netlab.id() + "-b", "bird.pid");
      ProcessHandle bird =
          ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
      assertThat(bird.destroyForcibly()).isTrue();
      bird.onExit().join();
      assertThat(netlab.run("status").out()).contains("degraded").contains("bird: has ended");
      assertThat(netlab.run("verify", "--timeout", "1").exit()).isEqualTo(1);

      assertThat(netlab.run("down").ok()).isTrue();
      assertThat(netlab.traces()).isEmpty();
      assertThat(pid.getParent()).doesNotExist();
    }
  }

  @Test
  void speakersOfFiveProjectsAreProvenFromEverySideAndAWrongAsIsNamedByBoth() throws Exception {
    for (String program : List.of("gobgpd", "gobgp", "bgpd", "bgpctl", "exabgp", "exabgpcli")) {
      Netlab.needsProgram(program);
    }
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write(
          "lab.yml",
          """
          name: speakers
          provider: netns
          plugin: [bgp.session]
          module: [bgp]
          addressing: { loopback: { ipv6: 2001:db8:1::/48 }, p2p: { ipv6: 2001:db8:2::/48 } }
          nodes:
            f: { device: frr, bgp.as: 65001 }
            b: { device: bird, bgp.as: 65002, role: router }
            g: { device: gobgp, bgp.as: 65003 }
            o: { device: openbgpd, bgp.as: 65004 }
            e: { device: exabgp, bgp.as: 65005 }
          links:
            - f-b
            - { f: , g: , bgp.password: secret }
            - { f: , o: , bgp.gtsm: 1 }
            - { f: , e: , bgp.password: secret }
            - b-g
            - o-e
            - g-o
          validate:
            session: { nodes: [b, g, o, e], plugin: "bgp_neighbor(node.bgp.neighbors, 'f')", wait: 10 }
            own: { nodes: [b, g, o, e], plugin: "bgp_prefix('10.0.0.1/32', aspath='65001')", wait: 10 }
            family: { nodes: [f, b, o, e], plugin: "bgp_prefix('2001:db8:1:3::/64')", wait: 10 }
            best: { nodes: [g], plugin: "bgp_prefix('10.0.0.1/32', best=True, nh='10.1.0.5')", wait: 10 }
            injected: { nodes: [f, b, g, o], plugin: "bgp_prefix('10.0.0.5/32', best=True)", wait: 10 }
            absent: { nodes: [b, g, o, e], plugin: "bgp_prefix('10.99.0.1/32', state='missing')" }
          """);
      Result up = netlab.run("up", "lab.yml", "--timeout", "40");
      assertThat(up.ok()).as(up.out() + up.err()).isTrue();
      assertThat(up.out())
          .contains("10.1.0.5 AS65001 <-> 10.1.0.6 AS65003")
          .contains("14 of 14 sessions")
          .doesNotContain("not checked");
      Result tests = netlab.run("validate");
      assertThat(tests.ok()).as(tests.out() + tests.err()).isTrue();
      assertThat(tests.out()).contains("6 passed");

      netlab.vtysh(
          "f",
          "configure terminal",
          "router bgp 65001",
          "neighbor 10.1.0.1 remote-as 65009",
          "neighbor 10.1.0.6 remote-as 65009",
          "neighbor 10.1.0.10 remote-as 65009",
          "neighbor 10.1.0.13 remote-as 65009");
      Result wrong = netlab.run("verify", "--timeout", "1");
      assertThat(wrong.exit()).isEqualTo(1);
      for (String line : List.of("b: 65002", "g: 65003", "o: 65004", "e: 65005")) {
        String node = line.substring(0, 1);
        String as = line.substring(3);
        assertThat(wrong.out())
            .containsPattern(
                "remote as 65009 \\(expected " + as + "\\)\\s+" + node + " says +state")
            .contains("`f` expects AS 65009, the lab says AS " + as);
      }
      assertThat(netlab.run("down").ok()).isTrue();
      assertThat(netlab.traces()).isEmpty();
    }
  }
}
