package netlab.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import netlab.exec.Backoff;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.HostShell;
import netlab.exec.LabHost;
import netlab.exec.Poll;
import netlab.exec.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One FRR 10 container, reached in the three ways that there are. */
@Tag("lab")
class RealContainerTest {
  private static final String IMAGE = "netlab/frr:10.3";

  @TempDir Path folder;
  private final HostShell shell = new HostShell();
  private final String name = "nltest" + ProcessHandle.current().pid();

  @BeforeEach
  void startContainer() throws InterruptedException {
    LabHost.needsRoot();
    LabHost.needs(
        shell.run(Command.of("docker", "image", "inspect", IMAGE)).ok(),
        "docker and the image " + IMAGE);
    Result run =
        shell.run(Command.of("docker", "run", "-d", "--rm", "--privileged", "--name", name, IMAGE));
    assertThat(run.ok()).as(run.problem()).isTrue();
  }

  @AfterEach
  void removeContainer() throws InterruptedException {
    shell.run(Command.of("docker", "rm", "-f", name));
    shell.close();
  }

  @Test
  void saysTheSameInEachWay() throws InterruptedException {
    List<String> commands = List.of("show bgp vrfs json", "show interface brief");
    try (Connections connections = new Connections(shell, folder.resolve("known_hosts"))) {
      Endpoint ssh =
          Endpoint.Ssh.withPassword(inspect("{{.NetworkSettings.IPAddress}}"), "root", "admin");
      Transport overSsh = connections.to("r1", ssh);
      assertThat(awaitServer(overSsh)).as("the SSH server, started last").isPresent();
      List<String> vtysh = commands.stream().map(command -> "vtysh -c '" + command + "'").toList();
      List<String> bySsh = outputs(overSsh.run(vtysh, soon()));

      Endpoint docker = new Endpoint.DockerExec(name, List.of("vtysh", "-c"));
      assertThat(outputs(connections.to("r1", docker).run(commands, soon()))).isEqualTo(bySsh);

      // The container's own file system as root of this machine sees it.
      Endpoint sockets =
          new Endpoint.VtySockets(Path.of("/proc", inspect("{{.State.Pid}}"), "root/run/frr"));
      assertThat(outputs(connections.to("r1", sockets).run(commands, soon()))).isEqualTo(bySsh);
      assertThat(bySsh.getFirst()).contains("\"vrfs\"");
      assertThat(bySsh.getLast()).contains("eth0");
    }
  }

  private static List<String> outputs(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Complete.class);
    return answer.replies().stream().map(reply -> reply.out().replace("\r", "").strip()).toList();
  }

  private Optional<Boolean> awaitServer(Transport ssh) throws InterruptedException {
    return Poll.until(
        soon(),
        Backoff.STANDARD,
        () ->
            ssh.run(List.of("true"), soon()) instanceof Answer.Complete
                ? Optional.of(true)
                : Optional.empty());
  }

  private String inspect(String format) throws InterruptedException {
    return shell.run(Command.of("docker", "inspect", "-f", format, name)).out().strip();
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(60));
  }
}
