package netlab.provider.netns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import netlab.exec.Backoff;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.HostShell;
import netlab.exec.LabHost;
import netlab.exec.Poll;
import netlab.exec.Result;
import netlab.lab.NodeId;
import netlab.plan.Plan;
import netlab.plan.Step;
import netlab.provider.NodeStatus;
import netlab.provider.Refusal;
import netlab.provider.RunInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real routers and hosts in namespaces of this host, as root. */
@Tag("lab")
class NetnsLabTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String UP = "\"Established\"";

  @TempDir Path folder;
  @TempDir Path other;

  @BeforeAll
  static void host() {
    LabHost.needsRoot();
    LabHost.needs(HostProbe.isPrivileged(), "the capabilities NET_ADMIN and SYS_ADMIN");
    LabHost.needsProgram("/usr/lib/frr/zebra");
    LabHost.needsProgram("/usr/bin/vtysh");
  }

  @Test
  void twoBgpRoutersComeUpAndGoAwayWithoutATrace() throws Exception {
    try (RunningLab lab = new RunningLab(Sketch.ring(2), folder)) {
      assertThat(lab.check()).isEmpty();
      assertThat(lab.provider().status(lab.info))
          .extracting(NodeStatus::state)
          .containsOnly(NodeStatus.State.ABSENT);

      assertThat(lab.up().failures()).isEmpty();
      assertThat(lab.provider().status(lab.info))
          .extracting(NodeStatus::state)
          .containsExactly(NodeStatus.State.RUNNING, NodeStatus.State.RUNNING);
      assertThat(lab.provider().refusals(lab.info)).isEmpty();
      assertThat(lab.eventually("r1", "show bgp summary json", UP, PATIENCE)).isTrue();
      Set<Long> daemons = HostState.daemonsOf(lab.request.id());
      assertThat(daemons).hasSize(4);

      assertThat(lab.down()).isEmpty();
      assertThat(HostState.tracesOf(lab.request.id())).isEmpty();
      assertThat(HostState.crashFoldersOf(daemons)).isEmpty();
      assertThat(folder.resolve(".netlab/netns")).doesNotExist();
    }
  }

  @Test
  void ospfAndStaticRoutesAreReadByTheirOwnDaemons() throws Exception {
    try (RunningLab lab = new RunningLab(Sketches.ospf(), folder)) {
      assertThat(lab.up().failures()).isEmpty();
      assertThat(lab.eventually("r1", "show ip ospf neighbor json", "Full", PATIENCE)).isTrue();
      assertThat(lab.eventually("r1", "show ipv6 ospf6 neighbor json", "Full", PATIENCE)).isTrue();
      assertThat(lab.eventually("r1", "show ip route json", "192.0.2.0/24", PATIENCE)).isTrue();
      assertThat(lab.provider().refusals(lab.info)).isEmpty();
      assertThat(lab.vtysh("r1", "show running-config"))
          .contains("hostname r1", "router ospf", "router bgp 65000", "ip route 192.0.1.0/24");
    }
  }

  @Test
  void hostsOfALanReachEachOtherAndTheNetworkBehindTheirRouter() throws Exception {
    try (RunningLab lab = new RunningLab(Sketches.lan(), folder)) {
      assertThat(lab.up().failures()).isEmpty();
      for (String target : List.of("10.2.0.12", "10.2.0.1", "10.3.0.1")) {
        assertThat(lab.inNode("h1", "ping", "-c", "1", "-w", "10", target).ok())
            .as(target)
            .isTrue();
      }
      assertThat(lab.inNode("r1", "ip", "-br", "link", "show", "eth2").out()).contains(" UP ");
      assertThat(lab.provider().status(lab.info))
          .extracting(status -> status.parts().size())
          .containsExactly(1, 0, 0);
    }
  }

  @Test
  void twoLabsWithTheSameNodeNamesRunSideBySide() throws Exception {
    try (RunningLab one = new RunningLab(Sketch.ring(2), folder);
        RunningLab two = new RunningLab(Sketch.ring(2), other)) {
      assertThat(one.request.id()).isNotEqualTo(two.request.id());
      assertThat(one.up().failures()).isEmpty();
      assertThat(two.up().failures()).isEmpty();
      assertThat(one.eventually("r1", "show bgp summary json", UP, PATIENCE)).isTrue();
      assertThat(two.eventually("r1", "show bgp summary json", UP, PATIENCE)).isTrue();

      assertThat(one.down()).isEmpty();
      assertThat(HostState.tracesOf(one.request.id())).isEmpty();
      assertThat(two.provider().status(two.info))
          .extracting(NodeStatus::state)
          .containsOnly(NodeStatus.State.RUNNING);
      assertThat(two.vtysh("r1", "show bgp summary json")).contains(UP);
    }
  }

  @Test
  void linesThatNoDaemonTakesAreToldWithTheirNumbers() throws Exception {
    try (RunningLab lab = new RunningLab(Sketches.wrong(), folder)) {
      assertThat(lab.up().failures()).isEmpty();
      // A daemon listens before it reads its file; users are told once the adjacencies are up.
      Poll.until(
          Deadline.after(Duration.ofSeconds(20)),
          Backoff.STANDARD,
          () ->
              lab.provider().refusals(lab.info).size() >= 3 ? Optional.of(true) : Optional.empty());
      assertThat(lab.provider().refusals(lab.info))
          .extracting(Refusal::line, Refusal::text)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(5, "ip pim"),
              org.assertj.core.groups.Tuple.tuple(8, "nonsense"),
              org.assertj.core.groups.Tuple.tuple(12, "neighbor 10.2.0.3 shutdown"));
    }
  }

  @Test
  void aDeadDaemonIsSeenAndALabWithOneGoesAway() throws Exception {
    try (RunningLab lab = new RunningLab(Sketch.ring(2), folder)) {
      assertThat(lab.up().failures()).isEmpty();
      Path pidFile = Path.of("/run/frr", "nl-" + lab.request.id() + "-r2", "bgpd.pid");
      long pid = Long.parseLong(Files.readString(pidFile).strip());
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      assertThat(lab.becomes("r2", NodeStatus.State.DEGRADED)).isTrue();
      assertThat(lab.provider().status(lab.info).getLast().parts())
          .filteredOn(part -> !part.alive())
          .extracting(NodeStatus.Part::name)
          .containsExactly("bgpd");
      assertThat(lab.down()).isEmpty();
      assertThat(HostState.tracesOf(lab.request.id())).isEmpty();
      assertThat(HostState.crashFoldersOf(Set.of(pid))).isEmpty();
    }
  }

  @Test
  void whatUsersDidToALabDoesNotKeepItFromGoing() throws Exception {
    try (RunningLab lab = new RunningLab(Sketches.lan(), folder);
        HostShell shell = new HostShell()) {
      assertThat(lab.up().failures()).isEmpty();
      String names = "nl-" + lab.request.id();
      // A process of the user's own in a node; a router whose namespace lost its name.
      shell.start(
          Command.of("nsenter", "--net=/run/netns/" + names + "-h1", "sleep", "600"), line -> {});
      assertThat(shell.run(Command.of("ip", "netns", "del", names + "-r1")).ok()).isTrue();
      assertThat(lab.provider().status(lab.info).getFirst().state())
          .isEqualTo(NodeStatus.State.ABSENT);
      deleteTree(folder.resolve(".netlab"));

      RunInfo lost = RunInfo.lost("netns", lab.request.id(), folder);
      assertThat(lab.provider().leftovers(lost)).isNotEmpty();
      assertThat(lab.provider().down(lost)).isEmpty();
      assertThat(HostState.tracesOf(lab.request.id())).isEmpty();
    }
  }

  /** Each time another command of the plan is the last one that netlab lives to start. */
  @Test
  void aLabWhoseStartWasKilledAnywhereGoesAwayWithoutATrace() throws Exception {
    try (HostShell shell = new HostShell();
        RunningLab lab = new RunningLab(Sketches.lan(), folder)) {
      int killed = 0;
      boolean complete = false;
      while (!complete) {
        Command up =
            Programs.java(LabProgram.class, "up-and-die", folder.toString(), "lan", "" + ++killed);
        Result result = shell.run(up);
        complete = result.exit() == 0;
        assertThat(result.exit()).as(result.err()).isIn(0, 137);
        if (killed % 2 == 0) {
          deleteTree(folder.resolve(".netlab"));
          RunInfo lost = RunInfo.lost("netns", lab.request.id(), folder);
          assertThat(lab.provider().down(lost)).as("command " + killed).isEmpty();
        } else {
          assertThat(lab.down()).as("command " + killed).isEmpty();
        }
        assertThat(HostState.tracesOf(lab.request.id())).as("command " + killed).isEmpty();
      }
      assertThat(killed).isGreaterThan(12);
    }
  }

  /** The last thing netlab lived to do is done, but the journal does not say so any more. */
  @Test
  void aLabWhoseStartWasCutOffInAnyStageComesUpAtTheNextTry() throws Exception {
    for (Sketch sketch : List.of(Sketch.ring(2), Sketches.lan())) {
      try (RunningLab lab = new RunningLab(sketch, folder)) {
        List<List<Step>> stages = lab.plan().stages();
        assertThat(stages).hasSizeGreaterThan(6);
        for (int cut = 1; cut <= stages.size(); cut++) {
          Plan.Builder begun = Plan.builder();
          stages.subList(0, cut).forEach(begun::together);
          assertThat(lab.up(begun.build()).failures()).isEmpty();
          forgetLastRecord(folder.resolve(".netlab/journal.ndjson"));
          assertThat(lab.up().failures())
              .as("cut off in stage " + cut + ": " + stages.get(cut - 1))
              .isEmpty();
          assertThat(lab.provider().status(lab.info))
              .extracting(NodeStatus::state)
              .containsOnly(NodeStatus.State.RUNNING);
          assertThat(lab.down()).isEmpty();
        }
      }
    }
  }

  private static void forgetLastRecord(Path journal) throws IOException {
    List<String> lines = Files.readAllLines(journal);
    assertThat(lines.getLast()).contains("\"done\"");
    Files.write(journal, lines.subList(0, lines.size() - 1));
  }

  @Test
  void aNodeWithoutANamespaceIsNoRouterToTalkTo() throws Exception {
    try (RunningLab lab = new RunningLab(Sketches.lan(), folder)) {
      assertThat(lab.provider().terminal(lab.info, new NodeId("r1"), List.of()).shown())
          .endsWith("vtysh -N nl-" + lab.request.id() + "-r1");
      assertThat(lab.inNode("h1", "true").err()).contains("cannot open");
    }
  }

  static void deleteTree(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
