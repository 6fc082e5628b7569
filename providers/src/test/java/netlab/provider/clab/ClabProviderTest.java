package netlab.provider.clab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import netlab.diag.Code;
import netlab.exec.Deadline;
import netlab.exec.FakeShell;
import netlab.exec.Result;
import netlab.lab.NodeId;
import netlab.plan.Plan;
import netlab.plan.Step;
import netlab.plan.StepId;
import netlab.provider.Change;
import netlab.provider.Leftover;
import netlab.provider.Missing;
import netlab.provider.Refusal;
import netlab.provider.RunInfo;
import netlab.provider.RunRequest;
import netlab.render.ConfigFile;
import netlab.transport.Endpoint;
import org.junit.jupiter.api.Test;

/** What the provider makes of the answers of Docker and containerlab. */
class ClabProviderTest {
  private static final NodeId R1 = new NodeId("r1");

  private static FakeShell host(String part, Result answer) {
    return new FakeShell(
        command -> command.shown().contains(part) ? answer : Result.exited(0, "", ""));
  }

  @Test
  void anImageWithoutAnSshPortIsReachedByDocker() throws Exception {
    FakeShell shell = host("ExposedPorts", Result.exited(0, "null\n", ""));
    ClabProvider provider = new ClabProvider(shell);
    RunInfo run = provider.describe(Labs.named("pair"));
    assertThat(run.nodes().get(R1)).doesNotContainKeys("user", "password");
    assertThat(provider.cli(run, R1))
        .isEqualTo(new Endpoint.DockerExec("clab-pair-r1", List.of("vtysh", "-c")));
  }

  @Test
  void anImageWithAnSshPortHasAUser() throws Exception {
    FakeShell shell = host("ExposedPorts", Result.exited(0, "{\"22/tcp\":{}}\n", ""));
    RunInfo run = new ClabProvider(shell).describe(Labs.named("pair"));
    assertThat(run.nodes().get(R1))
        .containsEntry("address", "192.168.201.101")
        .containsKeys("user", "password");
  }

  @Test
  void linesReachARouterThatRunsThroughItsShell() throws Exception {
    FakeShell shell =
        host("-f /dev/stdin", Result.exited(1, "", "line 2: % Unknown command[4]:  foo bar\n"));
    ClabProvider provider = new ClabProvider(shell);
    RunInfo run = provider.describe(Labs.named("pair"));
    ConfigFile lines = file("interface lo\n foo bar\n", ConfigFile.Use.CLI);

    assertThat(provider.change(run, R1, lines, Deadline.after(Duration.ofSeconds(9))))
        .isEqualTo(
            new Change.Refused(
                List.of(new Refusal(R1, "add.cfg", 2, "foo bar", "unknown command"))));
    assertThat(shell.commands().getLast().shown())
        .isEqualTo("docker exec --interactive clab-pair-r1 vtysh -f /dev/stdin");
    assertThat(shell.commands().getLast().stdin()).contains("interface lo\n foo bar\n");
  }

  @Test
  void linesForADaemonThatDoesNotRunAreNotLostInSilence() throws Exception {
    FakeShell shell = host("show daemons", Result.exited(0, " zebra ospfd watchfrr staticd\n", ""));
    ClabProvider provider = new ClabProvider(shell);
    RunInfo run = provider.describe(Labs.named("pair"));
    ConfigFile lines = file("router ospf\nrouter bgp 65000\n", ConfigFile.Use.CLI);

    assertThat(provider.change(run, R1, lines, Deadline.after(Duration.ofSeconds(9))))
        .isEqualTo(
            new Change.Failed(
                "it needs bgpd, which does not run; `frr.daemons: [bgpd]` of the node starts it",
                ""));
    assertThat(shell.asked()).noneMatch(line -> line.contains("/dev/stdin"));
  }

  @Test
  void aProgramIsRunByWhatItsFirstLineSays() throws Exception {
    FakeShell shell = host("/dev/stdin", Result.exited(3, "half\n", "no such file\n"));
    ClabProvider provider = new ClabProvider(shell);
    RunInfo run = provider.describe(Labs.named("pair"));
    ConfigFile script = file("#!/bin/bash -e\ncp a b\n", ConfigFile.Use.SCRIPT);

    assertThat(provider.change(run, R1, script, Deadline.after(Duration.ofSeconds(9))))
        .isEqualTo(new Change.Failed("exit status 3: no such file", "half\nno such file"));
    assertThat(shell.asked().getLast())
        .isEqualTo("docker exec --interactive clab-pair-r1 /bin/bash -e /dev/stdin");
  }

  private static ConfigFile file(String text, ConfigFile.Use use) {
    return new ConfigFile("add.cfg", "/etc/netlab/add.cfg", text, "0755", use);
  }

  @Test
  void dockerIsAskedOnceForEachImage() throws Exception {
    FakeShell shell = host("ExposedPorts", Result.exited(0, "{\"22/tcp\":{}}\n", ""));
    ClabProvider provider = new ClabProvider(shell);
    RunRequest pair = Labs.named("pair");
    assertThat(provider.check(pair)).isEmpty();
    provider.describe(pair);
    List<String> images = pair.lab().nodes().values().stream().map(n -> n.image().get()).toList();
    assertThat(shell.asked().stream().filter(line -> line.contains("image inspect")))
        .hasSize((int) images.stream().distinct().count());
  }

  @Test
  void anEngineThatDoesNotAnswerIsMissing() throws Exception {
    FakeShell shell = host("docker ps", Result.exited(1, "", "Cannot connect"));
    assertThat(new ClabProvider(shell).check(Labs.named("pair")))
        .extracting(Missing::message)
        .containsExactly("the Docker engine does not answer");
  }

  @Test
  void theKernelIsTriedOnlyForLinksWithOneEnd() throws Exception {
    FakeShell shell = Labs.host();
    ClabProvider provider = new ClabProvider(shell);
    provider.plan(Labs.request(Path.of("../examples/seed.yml")));
    assertThat(shell.asked()).isEmpty();
    provider.plan(Labs.named("lan"));
    assertThat(shell.asked()).hasSize(1).allMatch(line -> line.startsWith("unshare"));
  }

  @Test
  void aBridgeThatIsThereIsUsedAndStays() throws Exception {
    FakeShell shell =
        host("show dev office", Result.exited(0, "7: office: <BROADCAST> mtu 1500\n", ""));
    Plan plan = new ClabProvider(shell).plan(Labs.named("outside"));
    assertThat(plan.steps()).extracting(step -> step.id().text()).doesNotContain("clab/bridges");
  }

  @Test
  void whatTheKernelOrTheMachineLacksIsToldBeforeAnythingStarts() throws Exception {
    FakeShell shell =
        host(
            "unshare --net ip",
            Result.exited(1, "", "Error: Unknown device type.\nCommand failed -:2\n"));
    assertThat(new ClabProvider(shell).check(Labs.named("nowhere")))
        .extracting(Missing::message)
        .containsExactly(
            "this machine has no interface `nowhere0` for `clab.uplink`",
            "this kernel has no interfaces of type `macvlan`, which r1 uses");
  }

  @Test
  void filesThatNodesAreToHaveAreLookedForFirst() throws Exception {
    assertThat(new ClabProvider(Labs.host()).check(Labs.named("ordered")))
        .extracting(Missing::message)
        .containsExactly(
            "there is no file `hosts.extra`, which `clab` of `r1` names",
            "there is no file `a.txt`, which `clab` of `r2` names",
            "there is no file `own.cfg`, which `clab` of `r2` names",
            "there is no file `agent.yml`, which `clab` of `r2` names");
  }

  /** What comes after the containers changes what runs in them: only then is the lab itself. */
  @Test
  void nodesMayBeReadWhileContainersAreMadeUnlessSettingsFollow() throws Exception {
    ClabProvider provider = new ClabProvider(Labs.host());
    Plan seed = provider.plan(Labs.request(Path.of("../examples/seed.yml")));
    assertThat(provider.waking(seed)).contains(new StepId("clab/deploy"));
    Plan settings =
        Plan.of(
            seed.stages().getLast().getFirst(),
            new Step.RunCommands(new StepId("later"), "later", List.of(), false, List.of()));
    assertThat(provider.waking(settings)).isEmpty();
  }

  /** EOS has its own command line behind SSH, whatever its image says. */
  @Test
  void anApplianceIsReachedBySshAlways() throws Exception {
    RunRequest seed = Labs.request(Path.of("../examples/seed.yml"));
    RunInfo run = new ClabProvider(Labs.host()).describe(seed);
    assertThat(run.nodes().get(R1)).containsKeys("user", "appliance");
  }

  @Test
  void anImageThatCannotBeFetchedIsMissing() throws Exception {
    FakeShell shell =
        new FakeShell(command -> {
          String line = command.shown();
          boolean image = line.startsWith("docker image") || line.startsWith("docker pull");
          return Result.exited(image ? 1 : 0, "", "");
        });
    List<Missing> missing =
        new ClabProvider(shell).check(Labs.request(Path.of("../examples/seed.yml")));
    assertThat(missing).extracting(Missing::code).containsExactly(Code.IMAGE_MISSING);
    assertThat(missing.getFirst().message()).contains("ceos:4.34.2F", "r1", "eos");
    assertThat(missing.getFirst().fix()).contains("defaults.devices.eos.clab.image=");
  }

  @Test
  void aLabOfTheSameNameElsewhereIsNotTakenOver() throws Exception {
    String other =
        "{\"name\":\"clab-pair-r1\",\"state\":\"running\",\"status\":\"Up\",\"lab\":\"pair\"}\n";
    FakeShell shell = host("label=containerlab=pair", Result.exited(0, other, ""));
    List<Missing> missing = new ClabProvider(shell).check(Labs.named("pair"));
    assertThat(missing).extracting(Missing::code).containsExactly(Code.LAB_NAME_TAKEN);
  }

  /** Nothing but the id is known; what cannot be removed is told. */
  @Test
  void aLostLabIsFoundByItsId() throws Exception {
    String mine =
        "{\"name\":\"clab-pair-r1\",\"state\":\"exited\",\"status\":\"Exited\",\"lab\":\"pair\"}\n";
    String bridges =
        "[{\"ifname\":\"br0\"},{\"ifname\":\"nlseedxl1\",\"ifalias\":\"netlab-seedx\"}]";
    FakeShell shell =
        new FakeShell(command -> {
          String line = command.shown();
          String out =
              line.contains("label=netlab-id=seedx")
                  ? mine
                  : line.startsWith("ip -j link") ? bridges : "";
          return Result.exited(0, out, "");
        });
    RunInfo lost = RunInfo.lost("clab", Labs.ID, Path.of("/lab"));
    assertThat(new ClabProvider(shell).down(lost))
        .contains(
            new Leftover("container", "clab-pair-r1"),
            new Leftover("network", "netlab-seedx"),
            new Leftover("bridge", "nlseedxl1"));
    assertThat(shell.asked())
        .contains(
            "flock /lab containerlab destroy --name pair --cleanup",
            "docker rm --force --volumes clab-pair-r1",
            "docker network rm netlab-seedx",
            "ip link delete nlseedxl1")
        .doesNotContain("ip link delete br0");
  }
}
