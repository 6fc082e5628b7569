package netlab.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import netlab.exec.Command;
import netlab.exec.Result;
import netlab.matrix.Reason.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CellRunnerTest {
  @TempDir private Path folder;
  private final FakeLabs labs = new FakeLabs();

  @Test
  void aLabIsBroughtUpTestedAndTakenDown() throws Exception {
    Run run = run("good");
    assertThat(run.status()).isEqualTo(Status.PASSED);
    assertThat(labs.asked).containsExactly("up good", "validate good", "down good");
    assertThat(run.took()).containsOnlyKeys(Phase.UP, Phase.VALIDATE, Phase.DOWN);
    assertThat(run.adjacencies()).isEqualTo(1);
    assertThat(run.held()).isEqualTo(1);
    assertThat(run.tests()).extracting(TestOutcome::name).containsExactly("t1");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void deviceProviderAndSettingsAreHandedOn() throws Exception {
    run("good");
    assertThat(labs.commands.getFirst().argv())
        .containsSubsequence("up", "-d", "frr", "-p", "netns", "-o", "json")
        .containsSubsequence("-s", "defaults.devices.frr.clab.image=frr:10")
        .doesNotContain("--defaults");
  }

  @Test
  void defaultsBesideTheScenarioCountAsIfItRanThere() throws Exception {
    Path own = Files.writeString(folder.resolve("topology-defaults.yml"), "name: x\n");
    run("good");
    assertThat(labs.commands.getFirst().argv())
        .containsSubsequence("--defaults", own.toString(), "--defaults", "/home/.netlab.yml");
  }

  @Test
  void labsBesideTheFirstHaveAnotherManagementNetwork() throws Exception {
    runner().run(cell("good"), Files.createDirectory(folder.resolve("run")), 2, (c, p) -> {});
    assertThat(labs.commands.getFirst().argv())
        .containsSubsequence("-s", "addressing.mgmt.ipv4=192.168.123.0/24");
  }

  @Test
  void whatTheDeviceCannotDoIsUnsupported() throws Exception {
    labs.with("up wrong", 1, error("NL0601", "device `frr` cannot do that"));
    Run run = run("wrong");
    assertThat(run.status()).isEqualTo(Status.UNSUPPORTED);
    assertThat(run.reasons())
        .containsExactly(new Reason(Kind.DEVICE, "NL0601 device `frr` cannot do that (line 3)"));
    assertThat(labs.asked).as("nothing was made").containsExactly("up wrong");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void whatTheHostLacksIsUnsupported() throws Exception {
    labs.with("up wrong", 3, error("NL0723", "no `vlan`"));
    assertThat(run("wrong").reasons()).extracting(Reason::kind).containsExactly(Kind.HOST);
    assertThat(run("wrong").status()).isEqualTo(Status.UNSUPPORTED);
  }

  @Test
  void aMistakeInTheLabIsAFailure() throws Exception {
    labs.with("up wrong", 1, error("NL0304", "there is no node `c`"));
    Run run = run("wrong");
    assertThat(run.status()).isEqualTo(Status.FAILED);
    assertThat(run.reasons()).extracting(Reason::kind).containsExactly(Kind.LAB);
  }

  @Test
  void testsRunThoughAnAdjacencyIsDown() throws Exception {
    labs.with(
        "up good",
        1,
        """
        {"ok": false, "started_ms": 5, "verification": {"ok": false, "adjacencies": [
          {"ok": true, "protocol": "bgp", "nodes": ["a", "b"], "checks": []},
          {"ok": false, "protocol": "ospf", "nodes": ["a", "c"], "checks": [
            {"status": "held"}, {"reason": "no such neighbor"}]}]}}
        """);
    Run run = run("good");
    assertThat(run.status()).isEqualTo(Status.FAILED);
    assertThat(run.held()).isEqualTo(1);
    assertThat(run.reasons())
        .containsExactly(new Reason(Kind.ADJACENCY, "ospf a - c is not up: no such neighbor"));
    assertThat(labs.asked).containsExactly("up good", "validate good", "down good");
  }

  @Test
  void failedTestsAndWarningsDiffer() throws Exception {
    labs.with("validate good", 1, tests("failed"));
    Run failed = run("good");
    assertThat(failed.status()).isEqualTo(Status.FAILED);
    assertThat(failed.reasons()).containsExactly(new Reason(Kind.TEST, "test t: x1: no route"));
    labs.with("validate good", 3, tests("warning").replace("false", "true"));
    assertThat(run("good").status()).isEqualTo(Status.WARNING);
  }

  @Test
  void aLabThatIsTooSlowIsTakenDown() throws Exception {
    labs.with("up good", FakeLabs.tooSlow());
    Run run = run("good");
    assertThat(run.reasons()).extracting(Reason::kind).containsExactly(Kind.LIMIT);
    assertThat(labs.asked).containsExactly("up good", "down good");
  }

  @Test
  void aCommandThatSaysNothingIsABug() throws Exception {
    labs.with("up good", Result.exited(70, "", "netlab: this is a bug"));
    Run run = run("good");
    assertThat(run.reasons().getFirst().kind()).isEqualTo(Kind.BUG);
    assertThat(run.reasons().getFirst().text()).contains("this is a bug");
  }

  @Test
  void whatCannotBeTakenDownStaysWhereItIsAndIsTold() throws Exception {
    labs.with("down good", 1, error("NL0737", "left of the lab: namespace x"));
    Run run = run("good");
    assertThat(run.status()).isEqualTo(Status.FAILED);
    assertThat(run.reasons().getFirst().text())
        .contains("namespace x")
        .contains(folder.resolve("run").toString());
    assertThat(folder.resolve("run/.netlab")).exists();
  }

  @Test
  void anInterruptTakesDownWhatIsUp() throws Exception {
    labs.with("validate good", FakeLabs.INTERRUPTED, "");
    assertThatThrownBy(() -> run("good")).isInstanceOf(InterruptedException.class);
    assertThat(labs.asked).containsExactly("up good", "validate good", "down good");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void aCommandThatCtrlCReachedFirstIsNoFailure() throws Exception {
    labs.with("up good", 1, error("NL0916", "interrupted"));
    assertThatThrownBy(() -> run("good")).isInstanceOf(InterruptedException.class);
    assertThat(labs.asked).containsExactly("up good", "down good");
  }

  @Test
  void everyCommandHasWhatIsLeftOfTheTime() throws Exception {
    run("good");
    assertThat(labs.commands.get(1).timeout()).isLessThanOrEqualTo(Duration.ofSeconds(60));
    assertThat(labs.commands)
        .extracting(Command::directory)
        .containsOnly(labs.commands.getFirst().directory());
  }

  private static String error(String code, String message) {
    return """
    {"ok": false, "diagnostics": [{"code": "%s", "severity": "error", "message": "%s", "line": 3}]}
    """
        .formatted(code, message);
  }

  private static String tests(String status) {
    return """
    {"ok": false, "tests": [{"name": "t", "description": "d", "status": "%s", "took_ms": 7,
      "nodes": [{"node": "x1", "status": "failed", "message": "no route"}]}]}
    """
        .formatted(status);
  }

  private CellRunner runner() {
    return new CellRunner(
        labs,
        List.of("java", "netlab.cli.Main"),
        List.of("defaults.devices.frr.clab.image=frr:10"),
        List.of(Path.of("/home/.netlab.yml")),
        Duration.ofSeconds(60),
        false);
  }

  private Cell cell(String name) {
    return new Cell(new Scenario(name, folder.resolve(name + ".yml")), "frr", "netns");
  }

  private Run run(String name) throws IOException, InterruptedException {
    return runner()
        .run(cell(name), Files.createDirectory(folder.resolve("run")), 0, (cell, phase) -> {});
  }
}
