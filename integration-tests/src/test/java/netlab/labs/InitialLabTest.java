package netlab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import netlab.exec.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running nodes become what an edited lab file says. */
@Tag("lab")
final class InitialLabTest {
  private static final String LAB =
      """
      name: edited
      provider: netns
      module: [ospf]
      ospf.timers: { hello: 1, dead: 4 }
      nodes: [r1, r2]
      links: [r1-r2]
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void host() {
    Netlab.needsNamespacesAndFrr();
  }

  @Test
  void onlyTheDifferenceIsGivenAndTheLabIsProvenByIt() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("lab.yml", LAB);
      Result up = netlab.run("up", "lab.yml", "-d", "frr");
      assertThat(up.ok()).as(up.out() + up.err()).isTrue();
      assertThat(netlab.run("initial").out()).contains("nothing differs: 2 nodes");

      netlab.write(
          "lab.yml", LAB.replace("links: [r1-r2]", "links: [ { r1, r2, ospf.cost: 77 } ]"));
      Result dry = netlab.run("initial", "--dry-run", "-l", "r1");
      assertThat(dry.out()).contains("== r1 frr.conf").contains("ip ospf cost 77");
      assertThat(dry.out()).doesNotContain("r2 frr.conf").doesNotContain("router ospf");
      assertThat(ospf(netlab)).doesNotContain("Cost: 77");
      Result initial = netlab.run("initial");
      assertThat(initial.ok()).as(initial.out() + initial.err()).isTrue();
      assertThat(initial.out()).contains("r1: frr.conf +1 -0").contains("2 of 2 nodes changed");
      assertThat(ospf(netlab)).contains("Cost: 77");
      assertThat(netlab.run("initial").out()).contains("nothing differs");
      assertThat(netlab.run("verify").ok()).isTrue();

      // What the next up finds is what it would have made.
      Result again = netlab.run("up", "lab.yml", "-d", "frr");
      assertThat(again.ok()).as(again.out() + again.err()).isTrue();
      assertThat(again.out()).doesNotContain("start zebra");

      netlab.write("lab.yml", LAB);
      assertThat(netlab.run("initial").out()).contains("r1: frr.conf +0 -1");
      assertThat(ospf(netlab)).doesNotContain("Cost: 77");
    }
  }

  @Test
  void aModuleThatIsAddedStartsItsDaemon() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("lab.yml", LAB.replace("name:", "defaults.device: frr\nname:"));
      assertThat(netlab.run("up", "lab.yml").ok()).isTrue();
      netlab.write(
          "lab.yml",
          LAB.replace("name:", "defaults.device: frr\nbgp.as: 65000\nname:")
              .replace("[ospf]", "[ospf, bgp]"));
      Result initial = netlab.run("initial");
      assertThat(initial.ok()).as(initial.out() + initial.err()).isTrue();
      Result verify = netlab.run("verify", "--timeout", "60");
      assertThat(verify.ok()).as(verify.out() + verify.err()).isTrue();
      assertThat(verify.out()).contains("bgp").contains("2 of 2 sessions");
      netlab.write("lab.yml", LAB.replace("name:", "defaults.device: frr\nname:"));
      assertThat(netlab.run("initial").ok()).isTrue();
      assertThat(netlab.vtysh("r1", "show running-config").out()).doesNotContain("router bgp");
      Result down = netlab.run("down");
      assertThat(down.ok()).as(down.err()).isTrue();
      assertThat(netlab.traces()).isEmpty();
    }
  }

  @Test
  void otherLinksAreLeftToUpAndARefusedLineHasItsPlace() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("lab.yml", LAB);
      assertThat(netlab.run("up", "lab.yml", "-d", "frr").ok()).isTrue();
      netlab.write("lab.yml", LAB.replace("links: [r1-r2]", "links: [r1-r2, r1-r2]"));
      Result other = netlab.run("initial");
      assertThat(other.exit()).isEqualTo(1);
      assertThat(other.err()).contains("NL0917").contains("has other links");

      netlab.write("wrong.j2", "interface eth1\n nonsense of mine\n");
      netlab.write(
          "lab.yml", LAB.replace("nodes: [r1, r2]", "nodes: { r1: { config: [wrong] }, r2: }"));
      Result refused = netlab.run("initial");
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err())
          .contains("node `r1` refused line")
          .contains("of frr.conf: `nonsense of mine`")
          .contains("wrong.j2:2:");
      netlab.write("wrong.j2", "interface eth1\n description of mine\n");
      Result mended = netlab.run("initial");
      assertThat(mended.ok()).as(mended.out() + mended.err()).isTrue();
      assertThat(netlab.vtysh("r1", "show running-config").out()).contains("description of mine");
    }
  }

  private static String ospf(Netlab netlab) throws Exception {
    return netlab.vtysh("r1", "show ip ospf interface eth1").out();
  }
}
