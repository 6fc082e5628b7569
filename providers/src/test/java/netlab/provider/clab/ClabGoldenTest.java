package netlab.provider.clab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import netlab.exec.Shell;
import netlab.plan.Plan;
import netlab.plan.PlanView;
import netlab.plan.SafePath;
import netlab.plan.Step;
import netlab.plan.Undo;
import netlab.provider.RunRequest;
import org.junit.jupiter.api.Test;

/**
 * The plan of a lab as {@code --dry-run} shows it, with its inverses, and the topology file for
 * containerlab below it, beside files of the same name. {@code -Dupdate-goldens} writes them anew.
 */
class ClabGoldenTest {
  @Test
  void theSeedLabOnEos() throws Exception {
    RunRequest seed = Labs.request(Path.of("../examples/seed.yml"));
    matches("seed", seed, Labs.host());
  }

  @Test
  void twoRoutersWithAttributesOfTheirOwn() throws Exception {
    matches("pair", Labs.named("pair"), Labs.host());
  }

  @Test
  void nodesMayWaitForOthersAndBringFilesOfTheirOwn() throws Exception {
    matches("ordered", Labs.named("ordered"), Labs.host());
  }

  @Test
  void aLanHasABridgeAndAStubADummy() throws Exception {
    matches("lan", Labs.named("lan"), Labs.host());
  }

  @Test
  void impairedLinks() throws Exception {
    matches("impaired", Labs.named("impaired"), Labs.host());
  }

  @Test
  void aBridgeMayHaveANameOfItsOwnAndALinkMayLeaveTheMachine() throws Exception {
    matches("outside", Labs.named("outside"), Labs.host());
  }

  @Test
  void withoutDummiesAStubEndsOnTheHost() throws Exception {
    matches("lan-no-dummy", Labs.named("lan"), Labs.hostWithoutDummies());
  }

  /** What {@code create} writes is what {@code up} writes, and it stays. */
  @Test
  void theFilesOfTheStepsAreThoseOfCreate() throws Exception {
    RunRequest lan = Labs.named("lan");
    ClabProvider provider = new ClabProvider(Labs.host());
    Step first = provider.plan(lan).steps().getFirst();
    assertThat(first)
        .isInstanceOfSatisfying(
            Step.WriteFiles.class,
            write -> {
              assertThat(write.keep()).isTrue();
              assertThat(write.undo()).containsExactly(Undo.NOTHING);
            });
    assertThat(((Step.WriteFiles) first).files()).isEqualTo(provider.files(lan));
    assertThat(provider.files(lan)).containsKey(SafePath.of("configs", "r1", "frr.conf"));
  }

  private static void matches(String name, RunRequest request, Shell host) throws Exception {
    Plan plan = new ClabProvider(host).plan(request);
    StringBuilder text = new StringBuilder();
    // How long a configuration is, the tests of its templates tell.
    PlanView.lines(plan)
        .forEach(line -> text.append(line.replaceAll("  \\d+ characters$", "")).append('\n'));
    for (Step step : plan.steps()) {
      if (step instanceof Step.WriteFiles write) {
        write
            .files()
            .forEach((path, content) -> {
              if (path.toString().equals("clab.yml")) {
                text.append("\n== ").append(path).append('\n').append(content.text());
              }
            });
      }
    }
    compare(Labs.RESOURCES.resolve(name + ".plan.txt"), text.toString());
  }

  private static void compare(Path golden, String text) throws IOException {
    if (System.getProperty("update-goldens") != null && System.getenv("CI") == null) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }
}
