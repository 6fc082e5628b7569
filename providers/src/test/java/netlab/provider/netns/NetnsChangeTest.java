package netlab.provider.netns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import netlab.exec.Deadline;
import netlab.exec.FakeShell;
import netlab.exec.Result;
import netlab.lab.NodeId;
import netlab.provider.Change;
import netlab.provider.Refusal;
import netlab.render.ConfigFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How nodes are changed that share this machine. */
class NetnsChangeTest {
  private static final NodeId R1 = new NodeId("r1");
  private static final NodeId H1 = new NodeId("h1");

  @TempDir private Path folder;
  private FakeShell shell = new FakeShell();

  @Test
  void aRouterReadsLinesThroughItsShell() throws Exception {
    shell =
        new FakeShell(command -> Result.exited(1, "line 2: % Unknown command[4]:  foo bar\n", ""));
    assertThat(change(R1, "router ospf\n foo bar\n", ConfigFile.Use.CLI))
        .isEqualTo(
            new Change.Refused(
                List.of(new Refusal(R1, "add.cfg", 2, "foo bar", "unknown command"))));
    assertThat(shell.asked()).singleElement().asString().endsWith(" -f /dev/stdin");
    assertThat(shell.commands().getFirst().stdin()).contains("router ospf\n foo bar\n");
  }

  @Test
  void aHostTakesCommandsOfIp() throws Exception {
    assertThat(change(H1, "#!/bin/sh\nip route add 10.9.0.0/16 via 10.0.0.1\n"))
        .isEqualTo(new Change.Made(""));
    assertThat(shell.asked()).singleElement().asString().endsWith("ip -batch -");
    assertThat(shell.commands().getFirst().stdin())
        .contains("route add 10.9.0.0/16 via 10.0.0.1\n");
  }

  @Test
  void aFailureOfTheHostTellsWhatItSaid() throws Exception {
    shell = new FakeShell(command -> Result.exited(2, "", "RTNETLINK answers: File exists\n"));
    assertThat(change(H1, "ip route add 10.9.0.0/16 via 10.0.0.1\n"))
        .isEqualTo(
            new Change.Failed(
                "exit status 2: RTNETLINK answers: File exists", "RTNETLINK answers: File exists"));
  }

  @Test
  void linesForADaemonThatDoesNotRunAreNotLostInSilence() throws Exception {
    assertThat(change(R1, "ip route 192.0.2.0/24 10.0.0.9\n", ConfigFile.Use.CLI))
        .isEqualTo(
            new Change.Failed(
                "it needs staticd, which does not run; `frr.daemons: [staticd]` of the node starts"
                    + " it",
                ""));
    assertThat(shell.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"do write", " start-shell", "copy a b", "ping 10.0.0.1"})
  void linesThatWouldReachThisMachineAreNotTyped(String line) throws Exception {
    assertThat(change(R1, "router ospf\n" + line + "\n", ConfigFile.Use.CLI))
        .isEqualTo(
            new Change.Failed("`" + line.strip() + "` must not run on this machine itself", ""));
    assertThat(shell.asked()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"touch /tmp/x", "ip netns exec x reboot", "ip link set eth1 netns 1"})
  void programsThatWouldReachThisMachineAreNotRun(String line) throws Exception {
    assertThat(change(H1, line + "\n")).isInstanceOf(Change.Failed.class);
    assertThat(shell.asked()).isEmpty();
  }

  @Test
  void aHostHasNoConfigurationLines() throws Exception {
    assertThat(change(H1, "router ospf\n", ConfigFile.Use.CLI))
        .isInstanceOf(Change.Unsupported.class);
  }

  private Change change(NodeId node, String script) throws Exception {
    return change(node, script, ConfigFile.Use.SCRIPT);
  }

  private Change change(NodeId node, String text, ConfigFile.Use use) throws Exception {
    var request =
        new Sketch("change").router("r1", "hostname r1\n", "ospfd").host("h1", "").in(folder);
    RunFacts run =
        RunFacts.of(RunFacts.describe(request, PlanGoldenTest.host(false, "10.3", true)));
    ConfigFile file = new ConfigFile("add.cfg", "/etc/netlab/add.cfg", text, "0755", use);
    return new NetnsChange(run, shell).make(node, file, Deadline.after(Duration.ofSeconds(9)));
  }
}
