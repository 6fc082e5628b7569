package netlab.provider.netns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import netlab.plan.Plan;
import netlab.plan.PlanView;
import netlab.plan.Step;
import netlab.provider.clab.Labs;
import org.junit.jupiter.api.Test;

/**
 * The plan of a lab as {@code --dry-run} shows it, beside files of the same name. {@code
 * -Dupdate-goldens} writes them anew.
 */
class PlanGoldenTest {
  private static final Path GOLDENS = Path.of("src/test/resources/netlab/provider/netns");

  private static final HostFacts ROOT = host(false, "8.4.4", false);

  static HostFacts host(boolean rootless, String version, boolean managed) {
    return new HostFacts(
        rootless,
        true,
        new TreeMap<>(),
        Optional.of(new HostFacts.Frr(Path.of("/usr/lib/frr"), version, managed)));
  }

  private static Sketch lan() {
    return new Sketch("lan")
        .router(
            "r1",
            "hostname r1\nip route 10.9.0.0/16 10.0.0.2\nrouter ospf\nexit\n",
            "ospfd",
            "bgpd")
        .router("r2", "hostname r2\n", "ospfd")
        .host("h1", "address replace 10.0.0.3/24 dev eth1\nroute replace default via 10.0.0.1\n")
        .link("r1:eth1=10.0.0.1/24", "r2:eth1=10.0.0.2/24", "h1:eth1=10.0.0.3/24")
        .mtu("h1", 9000);
  }

  private static Sketch stub() {
    return new Sketch("stub")
        .router("r1", "hostname r1\n")
        .link("r1:eth1=10.0.0.1/24")
        .loopback("r1", "lo1");
  }

  @Test
  void ring() throws IOException {
    matches("ring", Sketch.ring(3), ROOT);
  }

  @Test
  void lanWithAHost() throws IOException {
    matches("lan", lan(), ROOT);
  }

  @Test
  void stubAndLoopback() throws IOException {
    matches("stub", stub(), ROOT);
  }

  @Test
  void impairedLinks() throws IOException {
    matches("impaired", NetnsPlan.of(Labs.named("impaired"), ROOT));
  }

  @Test
  void lanOfAnOrdinaryUser() throws IOException {
    matches("lan-rootless", lan(), host(true, "8.4.4", false));
  }

  @Test
  void lanWithFrr10() throws IOException {
    matches("lan-frr10", lan(), host(false, "10.3", true));
  }

  @Test
  void lanWithFrr10OfAnOrdinaryUser() throws IOException {
    matches("lan-frr10-rootless", lan(), host(true, "10.3", true));
  }

  @Test
  void hostsAloneNeedNoFrr() throws IOException {
    Sketch hosts =
        new Sketch("hosts")
            .host("h1", "address replace 10.0.0.1/24 dev eth1\n")
            .host("h2", "address replace 10.0.0.2/24 dev eth1\n")
            .link("h1:eth1", "h2:eth1");
    HostFacts bare = new HostFacts(false, true, new TreeMap<>(), Optional.empty());
    matches("hosts", hosts, bare);
  }

  private static void matches(String name, Sketch sketch, HostFacts host) throws IOException {
    matches(name, NetnsPlan.of(sketch.fixed(), host));
  }

  private static void matches(String name, Plan plan) throws IOException {
    StringBuilder text = new StringBuilder();
    PlanView.lines(plan).forEach(line -> text.append(line).append('\n'));
    for (Step step : plan.steps()) {
      if (step instanceof Step.WriteFiles write) {
        write
            .files()
            .forEach((path, content) -> text.append("\n== " + path + "\n" + content.text()));
      }
    }
    Path golden = GOLDENS.resolve(name + ".plan.txt");
    if (System.getProperty("update-goldens") != null && System.getenv("CI") == null) {
      Files.createDirectories(GOLDENS);
      Files.writeString(golden, text);
    }
    assertThat(text.toString()).isEqualTo(Files.readString(golden));
  }
}
