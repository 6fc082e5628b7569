package netlab.provider.netns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.exec.Backoff;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.HostShell;
import netlab.exec.LabHost;
import netlab.exec.Poll;
import netlab.exec.Result;
import netlab.plan.LabFolder;
import netlab.plan.LabId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real routers as an ordinary user, who is made for the test; each command is a process. */
@Tag("lab")
class RootlessLabTest {
  private static final String USER = "netlabtest" + ProcessHandle.current().pid();

  @TempDir static Path shared;

  private static HostShell shell = new HostShell();
  private static String classPath = "";

  private Path folder = shared;

  @BeforeAll
  static void host() throws Exception {
    LabHost.needsRoot();
    LabHost.needsProgram("/usr/lib/frr/zebra");
    LabHost.needsProgram("/usr/sbin/useradd");
    LabHost.needsProgram("/usr/bin/setpriv");
    assertThat(shell.run(Command.of("useradd", "--no-create-home", USER)).ok()).isTrue();
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
    classPath = Programs.readableClassPath(shared.resolve("classes"));
    Result allowed =
        shell.run(asUser(List.of("unshare", "--user", "--map-root-user", "--net", "true")));
    LabHost.needs(allowed.ok(), "user namespaces for ordinary users");
  }

  @AfterAll
  static void removeUser() throws Exception {
    shell.run(Command.of("userdel", USER));
    shell.close();
  }

  @BeforeEach
  void folder() throws IOException {
    folder = Files.createTempDirectory(shared, "lab");
    Files.setOwner(
        folder,
        FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(USER));
  }

  @AfterEach
  void down() throws Exception {
    for (String lab : List.of("ospf", "lan")) {
      netlab("down-lost", lab);
      assertThat(HostState.tracesOf(id(lab))).isEmpty();
    }
  }

  private LabId id(String lab) throws IOException {
    return LabId.of(LabFolder.at(folder), lab);
  }

  private static Command asUser(List<String> argv) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("setpriv", "--reuid", USER, "--regid", USER, "--clear-groups"));
    all.add("--inh-caps=-all");
    all.addAll(argv);
    return Command.of(all).within(Duration.ofMinutes(3));
  }

  private Result netlab(String command, String lab, String... more) throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(command, folder.toString(), lab));
    arguments.addAll(List.of(more));
    Command java = Programs.java(classPath, LabProgram.class, arguments.toArray(String[]::new));
    return shell.run(asUser(java.argv()).in(folder));
  }

  private boolean eventually(String wanted, String command, String lab, String... more)
      throws InterruptedException {
    return Poll.until(
            Deadline.after(Duration.ofSeconds(90)),
            Backoff.STANDARD,
            () ->
                netlab(command, lab, more).out().contains(wanted)
                    ? Optional.of(true)
                    : Optional.empty())
        .isPresent();
  }

  @Test
  void anOrdinaryUserHasTheSameLabOverSeparateCommands() throws Exception {
    assertThat(netlab("check", "ospf").out()).isEmpty();
    Result up = netlab("up", "ospf");
    assertThat(up.out()).contains("failures=[]").doesNotContain("missing");
    assertThat(netlab("status", "ospf").out())
        .contains("state=RUNNING", "name=ospfd, alive=true")
        .doesNotContain("alive=false", "ABSENT");
    assertThat(netlab("refusals", "ospf").out()).isEmpty();
    assertThat(eventually("Full", "read", "ospf", "r1", "show ip ospf neighbor json")).isTrue();
    assertThat(eventually("Established", "read", "ospf", "r1", "show bgp summary json")).isTrue();
    assertThat(eventually("192.0.2.0/24", "read", "ospf", "r1", "show ip route json")).isTrue();
    assertThat(netlab("cli", "ospf", "r1", "show running-config").out())
        .contains("router bgp 65000");
    assertThat(netlab("run", "ospf", "r1", "ping -c 1 -w 10 10.0.0.2").out())
        .contains("1 received");
    assertThat(netlab("terminal", "ospf", "r1", "true").out()).contains("exit 0");

    Result down = netlab("down", "ospf");
    assertThat(down.out())
        .contains("left []", "undone []", "left at the end []")
        .doesNotContain("process");
    assertThat(HostState.tracesOf(id("ospf"))).isEmpty();
    assertThat(netlab("status", "ospf").out()).contains("ABSENT").doesNotContain("RUNNING");
    assertThat(netlab("read", "ospf", "r1", "show bgp summary json").out()).contains("failed:");
  }

  @Test
  void hostsOfAnOrdinaryUsersLanReachEachOther() throws Exception {
    assertThat(netlab("up", "lan").out()).contains("failures=[]");
    assertThat(netlab("run", "lan", "h1", "ping -c 1 -w 10 10.2.0.12").out())
        .contains("1 received");
    assertThat(netlab("run", "lan", "h1", "ping -c 1 -w 10 10.3.0.1").out()).contains("1 received");
  }

  @Test
  void aLabWhoseStartWasKilledAnywhereGoesAwayWithoutATrace() throws Exception {
    int killed = 0;
    boolean complete = false;
    while (!complete) {
      killed += 2;
      Result result = netlab("up-and-die", "lan", "" + killed);
      complete = result.exit() == 0;
      assertThat(result.exit()).as(result.err()).isIn(0, 137);
      boolean lost = killed % 4 == 0;
      if (lost && Files.exists(folder.resolve(".netlab"))) {
        NetnsLabTest.deleteTree(folder.resolve(".netlab"));
      }
      assertThat(netlab(lost ? "down-lost" : "down", "lan").out())
          .as("command " + killed)
          .contains("left []", "undone []", "left at the end []");
      assertThat(HostState.tracesOf(id("lan"))).as("command " + killed).isEmpty();
    }
    assertThat(killed).isGreaterThan(16);
  }
}
