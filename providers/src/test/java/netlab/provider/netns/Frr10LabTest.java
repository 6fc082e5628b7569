package netlab.provider.netns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FRR 10, which has {@code mgmtd} and takes its configuration otherwise than 8.4: this provider
 * with the programs of the image {@code frr:10.3}, in a privileged container of it.
 */
@Tag("lab")
class Frr10LabTest {
  private static final String IMAGE = "frr:10.3";
  private static final String CONTAINER = "netlab-test-" + ProcessHandle.current().pid();
  private static final String ORDINARY = "1234";

  @TempDir static Path classes;

  private static HostShell shell = new HostShell();
  private static String classPath = "";

  @BeforeAll
  static void container() throws Exception {
    boolean docker = shell.run(Command.of("docker", "image", "inspect", IMAGE)).ok();
    LabHost.needs(docker, "Docker with the image " + IMAGE);
    List<String> argv = new ArrayList<>();
    argv.addAll(List.of("docker", "run", "--detach", "--rm", "--privileged", "--init"));
    argv.addAll(List.of("--network", "none", "--name", CONTAINER));
    classPath = Programs.readableClassPath(classes);
    for (String folder : List.of(System.getProperty("java.home", ""), classes.toString())) {
      argv.addAll(List.of("--volume", folder + ":" + folder + ":ro"));
    }
    argv.addAll(List.of(IMAGE, "sleep", "infinity"));
    Result started = shell.run(Command.of(argv));
    assertThat(started.ok()).as(started.err()).isTrue();
    inContainer("0", "mkdir", "--mode=777", "/lab0", "/lab" + ORDINARY);
  }

  @AfterAll
  static void remove() throws Exception {
    shell.run(Command.of("docker", "rm", "--force", CONTAINER));
    shell.close();
  }

  private static Result inContainer(String user, String... argv) throws InterruptedException {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("docker", "exec", "--user", user, "--workdir", "/tmp", CONTAINER));
    all.addAll(List.of(argv));
    return shell.run(Command.of(all).within(Duration.ofMinutes(3)));
  }

  private static Result netlab(String user, String command, String lab, String... more)
      throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(command, "/lab" + user, lab));
    arguments.addAll(List.of(more));
    Command java = Programs.java(classPath, LabProgram.class, arguments.toArray(String[]::new));
    return inContainer(user, java.argv().toArray(String[]::new));
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
    runs("0");
    assertThat(netlab("0", "up", "wrong").out()).contains("failures=[]");
    assertThat(netlab("0", "down", "wrong").out()).contains("left at the end []");
    String left = inContainer("0", "find", "/run", "/etc/frr", "/var/lib/frr", "/var/tmp").out();
    assertThat(left).doesNotContain("nl-").doesNotContain("zebra.").doesNotContain("mgmtd.");
  }

  @Test
  void anOrdinaryUserHasALabOfFrr10() throws Exception {
    runs(ORDINARY);
  }

  private static void runs(String user) throws InterruptedException {
    Result up = netlab(user, "up", "ospf");
    assertThat(up.out()).as(up.err()).contains("failures=[]").doesNotContain("missing");
    assertThat(netlab(user, "status", "ospf").out())
        .contains("state=RUNNING", "name=mgmtd, alive=true", "name=ospfd, alive=true")
        .doesNotContain("alive=false");
    assertThat(eventually(user, "Full", "r1", "show ip ospf neighbor json")).isTrue();
    assertThat(eventually(user, "Established", "r1", "show bgp summary json")).isTrue();
    assertThat(eventually(user, "192.0.2.0/24", "r1", "show ip route json")).isTrue();
    assertThat(netlab(user, "cli", "ospf", "r1", "show running-config").out())
        .contains("router bgp 65000", "ip route 192.0.1.0/24", "hostname r1\n");
    assertThat(netlab(user, "down", "ospf").out())
        .contains("left []", "undone []", "left at the end []");
    assertThat(netlab(user, "status", "ospf").out()).doesNotContain("RUNNING");
  }
}
