package netlab.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.FakeShell;
import netlab.exec.HostShell;
import netlab.exec.LabHost;
import netlab.exec.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecTransportTest {
  private static final Endpoint.DockerExec ROUTER =
      new Endpoint.DockerExec("clab-x-r1", List.of("vtysh", "-c"));
  private static final Deadline SOON = Deadline.after(Duration.ofMinutes(1));

  @Test
  void runsEachCommandInTheContainerAsOneArgument() throws InterruptedException {
    FakeShell shell = new FakeShell(c -> Result.exited(0, c.argv().getLast() + "!", "warn"));
    try (Transport docker = ExecTransport.docker(shell, ROUTER)) {
      assertThat(docker.run(List.of("show bgp summary", "show version; reboot"), SOON))
          .isEqualTo(
              new Answer.Complete(
                  List.of(
                      new Reply("show bgp summary", OptionalInt.of(0), "show bgp summary!", "warn"),
                      new Reply(
                          "show version; reboot",
                          OptionalInt.of(0),
                          "show version; reboot!",
                          "warn"))));
    }
    assertThat(shell.asked())
        .containsExactly(
            "docker exec clab-x-r1 vtysh -c 'show bgp summary'",
            "docker exec clab-x-r1 vtysh -c 'show version; reboot'");
  }

  @Test
  void withoutAProgramTheWordsOfTheCommandAreIt() throws InterruptedException {
    FakeShell shell = new FakeShell();
    try (Transport netns = ExecTransport.netns(shell, new Endpoint.Netns("x-h1", List.of()))) {
      netns.run(List.of(" ping  -c1 10.0.0.1 "), SOON);
    }
    assertThat(shell.asked()).containsExactly("nsenter --net=/run/netns/x-h1 ping -c1 10.0.0.1");
  }

  @Test
  void aStatusOtherThanZeroIsAReply() throws InterruptedException {
    FakeShell shell = new FakeShell(c -> Result.exited(1, "", "% BGP instance not found"));
    try (Transport docker = ExecTransport.docker(shell, ROUTER)) {
      Reply reply = docker.run(List.of("show bgp"), SOON).replies().getFirst();
      assertThat(reply.ok()).isFalse();
      assertThat(reply.err()).isEqualTo("% BGP instance not found");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, Error: No such container: clab-x-r1, Unreachable",
    "1, Error response from daemon: Container 1a2b is not running, Unreachable",
    "1, Cannot connect to the Docker daemon at unix:///var/run/docker.sock., Unreachable",
    "1, nsenter: cannot open /run/netns/x: No such file or directory, Unreachable",
    "126, OCI runtime exec failed: exec failed: unable to start vtysh, CommandFailed",
    "127, nsenter: failed to execute vtysh: No such file or directory, CommandFailed"
  })
  void aFailureOfTheWayInIsNoReply(int exit, String err, String kind) throws InterruptedException {
    FakeShell shell = new FakeShell(c -> Result.exited(exit, "", err));
    try (Transport docker = ExecTransport.docker(shell, ROUTER)) {
      Answer answer = docker.run(List.of("show bgp"), SOON);
      assertThat(answer).isInstanceOf(Answer.Failed.class);
      assertThat(((Answer.Failed) answer).failure().getClass().getSimpleName()).isEqualTo(kind);
    }
  }

  @Test
  void aTimeoutKeepsTheRepliesBefore() throws InterruptedException {
    FakeShell shell =
        new FakeShell(c ->
            c.argv().getLast().equals("slow")
                ? new Result(Result.End.TIMED_OUT, 143, "", "", false, Duration.ofSeconds(9))
                : Result.exited(0, "ok", ""));
    try (Transport docker = ExecTransport.docker(shell, ROUTER)) {
      Answer answer = docker.run(List.of("fast", "slow", "never"), SOON);
      assertThat(answer)
          .isEqualTo(
              new Answer.Failed(
                  new TransportFailure.Timeout("container `clab-x-r1`", "`slow`"),
                  List.of(new Reply("fast", OptionalInt.of(0), "ok", ""))));
    }
    assertThat(shell.asked()).hasSize(2);
  }

  @Test
  void withoutDockerTheNodeIsUnreachable() throws InterruptedException {
    FakeShell shell =
        new FakeShell(c -> Result.notStarted("cannot start `docker`: No such file or directory"));
    try (Transport docker = ExecTransport.docker(shell, ROUTER)) {
      assertThat(((Answer.Failed) docker.run(List.of("x"), SOON)).failure().message())
          .isEqualTo(
              "cannot reach container `clab-x-r1`: cannot start `docker`: No such file or"
                  + " directory");
    }
  }

  @Test
  void aPathIsNoNamespace() {
    Endpoint.Netns endpoint = new Endpoint.Netns("../../proc/1/ns/net", List.of());
    assertThatThrownBy(() -> ExecTransport.netns(new FakeShell(), endpoint))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Tag("lab")
  @Test
  void runsInARealNamespace() throws InterruptedException {
    LabHost.needsRoot();
    LabHost.needsProgram("/usr/sbin/ip");
    String name = "nltest" + ProcessHandle.current().pid();
    try (HostShell shell = new HostShell();
        Connections connections = new Connections(shell, Path.of("unused"))) {
      Transport absent = connections.to("h1", new Endpoint.Netns(name, List.of("sh", "-c")));
      assertThat(((Answer.Failed) absent.run(List.of("true"), SOON)).failure())
          .isInstanceOf(TransportFailure.Unreachable.class);
      assertThat(shell.run(Command.of("ip", "netns", "add", name)).ok()).isTrue();
      try {
        Transport inside = connections.to("h1", new Endpoint.Netns(name, List.of("sh", "-c")));
        List<Reply> replies =
            inside.run(List.of("ls /sys/class/net | wc -l; ip -br link", "exit 3"), SOON).replies();
        assertThat(replies.getFirst().out()).contains("lo ").doesNotContain("eth0");
        assertThat(replies.getLast().status()).hasValue(3);
        Transport programs = connections.to("h2", new Endpoint.Netns(name, List.of()));
        assertThat(((Answer.Failed) programs.run(List.of("no-such-program"), SOON)).failure())
            .isInstanceOf(TransportFailure.CommandFailed.class);
      } finally {
        shell.run(Command.of("ip", "netns", "del", name));
      }
    }
  }
}
