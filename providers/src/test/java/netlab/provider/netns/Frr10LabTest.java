package netlab.provider.netns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import netlab.provider.FrrFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FRR 10, which has {@code mgmtd} and takes its configuration otherwise than 8.4: labs with the
 * programs of a folder that the user names, on a host whose own FRR is another.
 */
@Tag("lab")
class Frr10LabTest {
  /** Where {@code integration-tests/lab-host/newer-frr} puts them. */
  private static final String FOLDER = "/usr/local/lib/netlab-frr";

  private static final String ROOT = "0";
  private static final String ORDINARY = "1234";

  @TempDir static Path shared;

  private static HostShell shell = new HostShell();
  private static String classPath = "";

  @BeforeAll
  static void host() throws Exception {
    LabHost.needsRoot();
    LabHost.needsProgram(FOLDER + "/zebra");
    LabHost.needsProgram("/usr/bin/setpriv");
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
    classPath = Programs.readableClassPath(shared.resolve("classes"));
    for (String user : List.of(ROOT, ORDINARY)) {
      Path folder = Files.createDirectory(folder(user));
      Files.setAttribute(folder, "unix:uid", Integer.valueOf(user));
    }
    Result allowed = as(ORDINARY, List.of("unshare", "--user", "--map-root-user", "true"));
    LabHost.needs(allowed.ok(), "user namespaces for ordinary users");
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  private static Path folder(String user) {
    return shared.resolve("lab" + user);
  }

  private static LabId id(String user, String lab) throws IOException {
    return LabId.of(LabFolder.at(folder(user)), lab);
  }

  private static Result as(String user, List<String> argv) throws InterruptedException {
    List<String> all = new ArrayList<>();
    if (!user.equals(ROOT)) {
      all.addAll(List.of("setpriv", "--reuid", user, "--regid", user, "--clear-groups"));
      all.add("--inh-caps=-all");
    }
    all.addAll(argv);
    return shell.run(
        Command.of(all)
            .with(Map.of(FrrFolder.VARIABLE, FOLDER))
            .in(folder(user))
            .within(Duration.ofMinutes(3)));
  }

  private static Result netlab(String user, String command, String lab, String... more)
      throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(command, folder(user).toString(), lab));
    arguments.addAll(List.of(more));
    return as(
        user, Programs.java(classPath, LabProgram.class, arguments.toArray(String[]::new)).argv());
  }

  private static boolean eventually(String user, String wanted, String... command)
      throws InterruptedException {
    return Poll.until(
            Deadline.after(Duration.ofSeconds(90)),
            Backoff.STANDARD,
            () ->
                netlab(user, "read", "ospf", command).out().contains(wanted)
                    ? Optional.of(true)
                    : Optional.empty())
        .isPresent();
  }

  @Test
  void rootHasALabOfFrr10() throws Exception {
    runs(ROOT);
    try {
      assertThat(netlab(ROOT, "up", "wrong").out()).contains("failures=[]");
    } finally {
      assertThat(netlab(ROOT, "down", "wrong").out()).contains("left at the end []");
    }
    assertThat(HostState.tracesOf(id(ROOT, "wrong"))).isEmpty();
  }

  @Test
  void anOrdinaryUserHasALabOfFrr10() throws Exception {
    runs(ORDINARY);
  }

  private static void runs(String user) throws Exception {
    try {
      Result up = netlab(user, "up", "ospf");
      assertThat(up.out()).as(up.err()).contains("failures=[]").doesNotContain("missing");
      assertThat(netlab(user, "status", "ospf").out())
          .contains("state=RUNNING", "name=mgmtd, alive=true", "name=ospfd, alive=true")
          .doesNotContain("alive=false");
      assertThat(netlab(user, "cli", "ospf", "r1", "show version").out()).contains(" 10.3");
      assertThat(eventually(user, "Full", "r1", "show ip ospf neighbor json")).isTrue();
      assertThat(eventually(user, "Established", "r1", "show bgp summary json")).isTrue();
      assertThat(eventually(user, "192.0.2.0/24", "r1", "show ip route json")).isTrue();
      assertThat(netlab(user, "cli", "ospf", "r1", "show running-config").out())
          .contains("router bgp 65000", "ip route 192.0.1.0/24", "hostname r1\n");
    } finally {
      assertThat(netlab(user, "down", "ospf").out())
          .contains("left []", "undone []", "left at the end []");
    }
    assertThat(HostState.tracesOf(id(user, "ospf"))).isEmpty();
    assertThat(netlab(user, "status", "ospf").out()).doesNotContain("RUNNING");
  }
}
