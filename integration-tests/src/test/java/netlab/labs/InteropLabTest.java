package netlab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import netlab.exec.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples that mix routers of several projects: what is proven of them, and what is told of a
 * planted mistake.
 */
@Tag("lab")
final class InteropLabTest {
  @TempDir private Path folder;

  @BeforeAll
  static void host() {
    Netlab.needsNamespacesAndFrr();
    for (String program : List.of("birdc", "gobgpd", "gobgp", "bgpd", "bgpctl")) {
      Netlab.needsProgram(program);
    }
  }

  @Test
  void ebgpOfFourProjectsIsProvenAndTestedOnAllOfThem() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("lab.yml", Netlab.example("interop-ebgp.yml"));
      Result up = up(netlab);
      assertThat(up.out()).contains("10 of 10 sessions").contains("tests: 2 passed");
      assertThat(netlab.run("down").ok()).isTrue();
      assertThat(netlab.traces()).isEmpty();
    }
  }

  @Test
  void ospfOfTwoProjectsCarriesTheRoutesOfTwoOthersAndAWrongAreaIsNamed() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("lab.yml", Netlab.example("interop-ospf.yml"));
      Result up = up(netlab);
      assertThat(up.out())
          .contains("16 of 16 sessions and 28 of 28 routes")
          .contains("tests: 4 passed");

      netlab.vtysh(
          "f2",
          "configure terminal",
          "interface eth2",
          "no ip ospf area 0.0.0.1",
          "ip ospf area 0.0.0.0");
      Result wrong = netlab.run("verify", "--timeout", "1");
      assertThat(wrong.exit()).isEqualTo(1);
      assertThat(wrong.out())
          .contains("areas differ: 0.0.0.0 here, 0.0.0.1 there")
          .contains("15 of 16 sessions up");
      assertThat(netlab.run("down").ok()).isTrue();
      assertThat(netlab.traces()).isEmpty();
    }
  }

  private static Result up(Netlab netlab) throws InterruptedException {
    Result up = netlab.run("up", "lab.yml", "-p", "netns", "--validate", "--timeout", "60");
    assertThat(up.ok()).as(up.out() + up.err()).isTrue();
    assertThat(up.out()).contains("up and proven: ").doesNotContain("not checked");
    return up;
  }
}
