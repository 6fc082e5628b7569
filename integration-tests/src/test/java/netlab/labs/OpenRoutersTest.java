package netlab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
