package netlab.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Diagnostics;
import netlab.exec.Backoff;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.HostShell;
import netlab.exec.LabHost;
import netlab.exec.Poll;
import netlab.plan.Action;
import netlab.plan.Applier;
import netlab.plan.Effects;
import netlab.plan.FileContent;
import netlab.plan.Journal;
import netlab.plan.LabFolder;
import netlab.plan.LabLock;
import netlab.plan.Plan;
import netlab.plan.Progress;
import netlab.plan.Report;
import netlab.plan.SafePath;
import netlab.plan.Step;
import netlab.plan.StepId;
import netlab.plan.Undo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two routers of the host's FRR in network namespaces, made by a plan, asked over their sockets,
 * and taken away by the journal alone.
 */
@Tag("lab")
class RealFrrTest {
  private static final String DAEMONS = "/usr/lib/frr/";
  private static final List<String> ROUTERS = List.of("a", "b");

  @TempDir Path folder;
  private final HostShell shell = new HostShell();
  private final String prefix = "nlt" + ProcessHandle.current().pid();

  @BeforeEach
  void checkHost() throws IOException, InterruptedException {
    LabHost.needsRoot();
    LabHost.needsProgram("/usr/sbin/ip");
    LabHost.needsProgram(DAEMONS + "bgpd");
    String version = shell.run(Command.of(DAEMONS + "bgpd", "--version")).out();
    LabHost.needs(version.startsWith("bgpd version 8."), "FRR 8, whose daemons take -f");
    // The daemons read their configuration as their own user.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @AfterEach
  void close() throws IOException, InterruptedException {
    down();
    shell.close();
  }

  @Test
  void areReadConfiguredAndMissedOverTheirSockets() throws Exception {
    Report up = apply(plan());
    assertThat(up.failures()).isEmpty();
    try (Connections connections = new Connections(shell, folder.resolve("known_hosts"))) {
      Transport a = connections.to("a", new Endpoint.VtySockets(sockets("a")));
      assertThat(awaitEstablished(a)).isPresent();

      List<Reply> replies =
          a.run(List.of("show version", "show ip route json", "show ip ospf"), soon()).replies();
      assertThat(replies).hasSize(2);
      assertThat(replies.get(0).out()).startsWith("FRRouting 8.");
      assertThat(JsonParser.parseString(replies.get(1).out()).getAsJsonObject().keySet())
          .contains("10.0.0.0/30");

      VtySocketTransport vty = (VtySocketTransport) a;
      List<Reply> lines =
          vty.run(
                  "bgpd",
                  List.of("configure terminal", "router bgp 65001", "neighbour 10.0.0.2 up", "end"),
                  soon())
              .replies();
      assertThat(lines).extracting(Reply::ok).containsExactly(true, true, false, true);
      assertThat(lines.get(2).out()).contains("Unknown command");
      assertThat(vty.run(List.of("show bgp nonsense"), soon()).replies().getFirst().ok()).isFalse();

      kill(sockets("a").resolve("bgpd.pid"));
      assertThat(a.run(List.of("show bgp summary json"), soon())).isInstanceOf(Answer.Failed.class);
    }

    assertThat(down().failures()).isEmpty();
    for (String router : ROUTERS) {
      assertThat(sockets(router)).doesNotExist();
      assertThat(Path.of("/run/netns", prefix + router)).doesNotExist();
    }
    assertThat(folder.resolve("a")).doesNotExist();
  }

  private Plan plan() {
    SequencedMap<SafePath, FileContent> files = new LinkedHashMap<>();
    List<Action> folders = new ArrayList<>();
    List<Action> removals = new ArrayList<>();
    List<Action> daemons = new ArrayList<>();
    StringBuilder batch = new StringBuilder();
    for (String router : ROUTERS) {
      String name = prefix + router;
      files.put(SafePath.of(router, "bgpd.conf"), FileContent.of(config(router)));
      files.put(SafePath.of(router, "zebra.conf"), FileContent.of("hostname " + router + "\n"));
      folders.add(Action.of("install", "-d", "-o", "frr", "-g", "frr", sockets(router).toString()));
      removals.add(Action.of("rm", "-rf", sockets(router).toString()));
      batch.append("netns add ").append(name).append('\n');
      for (String daemon : List.of("zebra", "bgpd")) {
        String file = folder.resolve(router).resolve(daemon + ".conf").toString();
        daemons.add(
            Action.of(
                "nsenter",
                "--net=/run/netns/" + name,
                DAEMONS + daemon,
                "-d",
                "-N",
                name,
                "-f",
                file));
      }
    }
    String a = prefix + "a";
    String b = prefix + "b";
    batch.append("link add eth1 netns %s type veth peer name eth1 netns %s\n".formatted(a, b));
    List<Action> addresses = new ArrayList<>();
    for (String router : ROUTERS) {
      String address = router.equals("a") ? "10.0.0.1/30" : "10.0.0.2/30";
      addresses.add(
          Action.of(
              Command.of("ip", "-n", prefix + router, "-batch", "-")
                  .input("link set lo up\nlink set eth1 up\naddr add " + address + " dev eth1\n")));
    }
    List<String> namespaces = List.of(a, b);
    Action[] deletions =
        namespaces.stream()
            .map(n -> Action.of("ip", "netns", "del", n).tolerating("No such file"))
            .toArray(Action[]::new);
    return Plan.of(
        new Step.WriteFiles(new StepId("configs"), "write configurations", files, false),
        run("folders", folders, List.of(new Undo.Run(removals))),
        run(
            "links",
            List.of(Action.of(Command.of("ip", "-batch", "-").input(batch.toString()))),
            List.of(Undo.Run.of(deletions))),
        run("addresses", addresses, List.of()),
        run("daemons", daemons, List.of(new Undo.EndProcesses(namespaces))));
  }

  private static Step run(String id, List<Action> actions, List<Undo> undo) {
    return new Step.RunCommands(new StepId(id), "make " + id, actions, false, undo);
  }

  private static String config(String router) {
    boolean first = router.equals("a");
    return """
    router bgp %s
     no bgp ebgp-requires-policy
     neighbor %s remote-as %s
     neighbor %s timers connect 1
    """
        .formatted(
            first ? "65001" : "65002",
            first ? "10.0.0.2" : "10.0.0.1",
            first ? "65002" : "65001",
            first ? "10.0.0.2" : "10.0.0.1");
  }

  private Report apply(Plan plan) throws IOException, InterruptedException {
    try (LabLock lock = lock();
        Journal journal = Journal.open(lock, new Diagnostics()).orElseThrow()) {
      return new Applier(lock, journal, shell, Effects.NONE, Progress.SILENT).apply(plan);
    }
  }

  private Report down() throws IOException, InterruptedException {
    try (LabLock lock = lock();
        Journal journal = Journal.open(lock, new Diagnostics()).orElseThrow()) {
      return new Applier(lock, journal, shell, Effects.NONE, Progress.SILENT).undo();
    }
  }

  private LabLock lock() throws IOException {
    return LabLock.acquire(LabFolder.at(folder), "test", new Diagnostics()).orElseThrow();
  }

  private Path sockets(String router) {
    return Path.of("/run/frr", prefix + router);
  }

  private static Optional<Boolean> awaitEstablished(Transport router) throws InterruptedException {
    return Poll.until(
        soon(),
        Backoff.STANDARD,
        () -> {
          Answer answer = router.run(List.of("show bgp summary json"), soon());
          boolean established =
              answer.replies().stream().anyMatch(reply -> isEstablished(reply.out()));
          return established ? Optional.of(true) : Optional.empty();
        });
  }

  private static boolean isEstablished(String summary) {
    JsonObject json = JsonParser.parseString(summary).getAsJsonObject();
    return json.has("ipv4Unicast")
        && json.getAsJsonObject("ipv4Unicast")
            .getAsJsonObject("peers")
            .getAsJsonObject("10.0.0.2")
            .get("state")
            .getAsString()
            .equals("Established");
  }

  private static void kill(Path pidFile) throws IOException, InterruptedException {
    ProcessHandle process =
        ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip())).orElseThrow();
    process.destroyForcibly();
    Poll.until(
        soon(), Backoff.LOCAL, () -> process.isAlive() ? Optional.empty() : Optional.of(true));
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(60));
  }
}
