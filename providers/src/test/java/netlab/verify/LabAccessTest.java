package netlab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.device.Device;
import netlab.diag.Span;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.FakeShell;
import netlab.exec.Result;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.provider.RunInfo;
import netlab.provider.RunRequest;
import netlab.provider.clab.ClabProvider;
import netlab.provider.clab.Labs;
import netlab.state.LabState;
import netlab.state.NodeState;
import org.junit.jupiter.api.Test;

/** What nodes answer, as readings: two FRR routers in containers without SSH. */
final class LabAccessTest {
  private static final NodeId R1 = new NodeId("r1");
  private static final NodeId R2 = new NodeId("r2");
  private static final String NEIGHBORS =
      """
      {"default": {"vrfId": 0, "10.1.0.2": {"bgpState": "Established", "remoteAs": 65001}}}
      """;

  private static final Expectation SESSION =
      new Expectation(
          "bgp",
          "bgp.sessions",
          R1,
          R2,
          ScriptedNodes.fields("peer=10.1.0.2"),
          new LinkedHashMap<>(Map.of("state", List.of("Established"))),
          "r1 <-> r2",
          Span.NONE);

  @Test
  void rowsAreWhatTheDevicesReaderFinds() throws Exception {
    FakeShell shell = containers(Result.exited(0, NEIGHBORS, ""));
    Map<String, Reading> readings = read(shell, R1, "bgp.sessions");
    assertThat(readings.get("bgp.sessions"))
        .isInstanceOfSatisfying(
            Reading.Rows.class,
            rows ->
                assertThat(rows.rows())
                    .extracting(Observation::fields)
                    .singleElement()
                    .satisfies(fields ->
                        assertThat(fields)
                            .containsEntry("peer", "10.1.0.2")
                            .containsEntry("state", "Established")
                            .containsEntry("remote_as", "65001")));
    assertThat(shell.asked())
        .contains("docker exec clab-pair-r1 vtysh -c 'show bgp vrf all neighbors json'");
  }

  @Test
  void whatADeviceCannotTellIsUnsupported() throws Exception {
    Map<String, Reading> readings = read(containers(Result.exited(0, "", "")), R1, "tea.leaves");
    assertThat(readings.get("tea.leaves"))
        .isEqualTo(new Reading.Unsupported("device `frr` has no reader for tea.leaves"));
  }

  @Test
  void aNodeThatIsNotStartedIsUnsupported() throws Exception {
    NodeId other = new NodeId("x9");
    Map<String, Reading> readings =
        read(containers(Result.exited(0, "", "")), other, "bgp.sessions");
    assertThat(readings.get("bgp.sessions"))
        .isEqualTo(new Reading.Unsupported("x9 is not started by netlab"));
  }

  @Test
  void aDaemonThatIsNotThereMakesAnUnreadableAnswer() throws Exception {
    FakeShell shell = containers(Result.exited(1, "bgpd is not running\n", ""));
    assertThat(read(shell, R1, "bgp.sessions").get("bgp.sessions"))
        .isEqualTo(
            new Reading.Unreadable(
                "`show bgp vrf all neighbors json` failed: bgpd is not running"));
  }

  @Test
  void whatIsNoJsonIsUnreadable() throws Exception {
    FakeShell shell = containers(Result.exited(0, "% Unknown command\n", ""));
    assertThat(read(shell, R1, "bgp.sessions").get("bgp.sessions"))
        .isInstanceOfSatisfying(
            Reading.Unreadable.class,
            unreadable -> assertThat(unreadable.why()).contains("show bgp vrf all neighbors json"));
  }

  @Test
  void aContainerThatIsGoneIsUnreachableForAllReaders() throws Exception {
    FakeShell shell = containers(Result.exited(1, "", "Error: No such container: clab-pair-r1\n"));
    assertThat(read(shell, R1, "bgp.sessions", "ospf.neighbors").values())
        .hasSize(2)
        .allSatisfy(reading -> assertThat(reading).isInstanceOf(Reading.Unreachable.class));
  }

  @Test
  void readersOfTheSameProtocolTellMore() throws Exception {
    try (LabAccess access = access(containers(Result.exited(0, "", "")))) {
      assertThat(access.related(SESSION)).contains("bgp.details").doesNotContain("bgp.sessions");
      assertThat(access.lookCloser(SESSION))
          .contains("netlab exec r1 \"show bgp neighbors 10.1.0.2\"");
    }
  }

  @Test
  void aContainerThatHasExitedIsDead() throws Exception {
    String exited =
        "{\"name\":\"clab-pair-r1\",\"state\":\"exited\",\"status\":\"Exited (137)\","
            + "\"lab\":\"pair\"}\n"
            + "{\"name\":\"clab-pair-r2\",\"state\":\"running\",\"status\":\"Up\","
            + "\"lab\":\"pair\"}\n";
    FakeShell shell =
        new FakeShell(
            command -> Result.exited(0, command.shown().startsWith("docker ps") ? exited : "", ""));
    try (LabAccess access = access(shell)) {
      assertThat(access.dead().apply(SESSION)).contains("container of r1 has ended: Exited (137)");
      assertThat(access.dead().apply(reversed())).isEmpty();
    }
  }

  private static Expectation reversed() {
    return new Expectation(
        SESSION.protocol(),
        SESSION.reader(),
        R2,
        R1,
        SESSION.key(),
        SESSION.expected(),
        SESSION.label(),
        SESSION.cause());
  }

  /** A host whose containers give this answer. */
  private static FakeShell containers(Result answer) {
    return new FakeShell(command -> isExec(command) ? answer : Result.exited(0, "", ""));
  }

  private static boolean isExec(Command command) {
    return command.shown().startsWith("docker exec");
  }

  private static Map<String, Reading> read(FakeShell shell, NodeId node, String... readers)
      throws Exception {
    try (LabAccess access = access(shell)) {
      return access.read(node, List.of(readers), Deadline.after(Duration.ofMinutes(1)));
    }
  }

  private static LabAccess access(FakeShell shell) throws InterruptedException {
    RunRequest pair = Labs.named("pair");
    ClabProvider provider = new ClabProvider(shell);
    RunInfo run = provider.describe(pair);
    SequencedMap<String, Device> devices = new LinkedHashMap<>();
    pair.nodes().values().forEach(own -> devices.put(own.device().name(), own.device()));
    List<NodeState> nodes = new ArrayList<>();
    for (Node node : pair.lab().nodes().values()) {
      nodes.add(
          new NodeState(
              node.id(),
              node.device(),
              "clab",
              node.role(),
              node.modules(),
              node.image(),
              Optional.empty()));
    }
    LabState lab =
        new LabState("test", "pair", "pair.yml", devices, nodes, List.of(), Optional.of(run));
    return new LabAccess(lab, run, provider);
  }
}
