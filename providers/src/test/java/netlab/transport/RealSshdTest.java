package netlab.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import netlab.exec.Backoff;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.HostShell;
import netlab.exec.LabHost;
import netlab.exec.Poll;
import netlab.exec.Result;
import netlab.exec.Running;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * OpenSSH's own server, as the current user on a loopback port, with everything in a temp folder.
 */
@Tag("lab")
class RealSshdTest {
  private static final String SSHD = "/usr/sbin/sshd";
  private static final Path PRIVSEP = Path.of("/run/sshd");

  @TempDir Path folder;
  private final HostShell shell = new HostShell();
  private Optional<Running> sshd = Optional.empty();
  private int port;

  @BeforeEach
  void startServer() throws IOException, InterruptedException {
    LabHost.needsProgram(SSHD);
    if (Files.isWritable(PRIVSEP.getParent())) {
      // Only root's sshd wants it, and on a machine without systemd nobody has made it.
      Files.createDirectories(PRIVSEP);
    }
    keygen("host", "ed25519");
    keygen("id", "ed25519");
    keygen("stranger", "ecdsa");
    Files.copy(folder.resolve("id.pub"), folder.resolve("authorized_keys"));
    port = freePort();
    Files.writeString(
        folder.resolve("sshd_config"),
        """
        ListenAddress 127.0.0.1:%d
        HostKey %s/host
        AuthorizedKeysFile %s/authorized_keys
        PidFile none
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        PermitRootLogin yes
        """
            .formatted(port, folder, folder));
    sshd =
        Optional.of(
            shell.start(Command.of(SSHD, "-D", "-e", "-f", folder + "/sshd_config"), line -> {}));
  }

  @AfterEach
  void stopServer() {
    sshd.ifPresent(Running::stop);
    shell.close();
  }

  @Test
  void runsCommandsWithAnEd25519KeyAndKeepsAHostKeyThatOpenSshReads() throws Exception {
    KnownHosts known = new KnownHosts(folder.resolve("known_hosts"));
    try (SshTransport ssh = new SshTransport(endpoint("id"), known)) {
      awaitServer(ssh);
      Answer answer =
          ssh.run(List.of("id -un", "echo out; echo err >&2; exit 3", "seq 200000"), soon());
      List<Reply> replies = answer.replies();
      assertThat(replies).as(answer.toString()).hasSize(3);
      assertThat(replies.get(0).out().strip()).isEqualTo(user());
      assertThat(replies.get(1))
          .isEqualTo(
              new Reply("echo out; echo err >&2; exit 3", OptionalInt.of(3), "out\n", "err\n"));
      assertThat(replies.get(2).out().lines().count()).isEqualTo(200_000);
    }
    Result found =
        shell.run(
            Command.of("ssh-keygen", "-F", "[127.0.0.1]:" + port, "-f", folder + "/known_hosts"));
    assertThat(found.out()).contains("ssh-ed25519");
  }

  @Test
  void refusesAStrangersKeyAndNoticesANewHostKey() throws Exception {
    KnownHosts known = new KnownHosts(folder.resolve("known_hosts"));
    try (SshTransport ssh = new SshTransport(endpoint("stranger"), known)) {
      awaitServer(ssh);
      TransportFailure failure = ((Answer.Failed) ssh.run(List.of("id"), soon())).failure();
      assertThat(failure).isInstanceOf(TransportFailure.AuthenticationFailed.class);
      assertThat(failure.message()).endsWith("(the server takes publickey)");
    }
    sshd.orElseThrow().stop();
    Files.delete(folder.resolve("host"));
    keygen("host", "ed25519");
    sshd =
        Optional.of(
            shell.start(Command.of(SSHD, "-D", "-e", "-f", folder + "/sshd_config"), line -> {}));
    try (SshTransport ssh = new SshTransport(endpoint("id"), known)) {
      awaitServer(ssh);
      assertThat(((Answer.Failed) ssh.run(List.of("id"), soon())).failure())
          .isInstanceOf(TransportFailure.HostKeyChanged.class);
    }
  }

  private void awaitServer(SshTransport ssh) throws InterruptedException {
    Optional<Boolean> up =
        Poll.until(
            soon(),
            Backoff.LOCAL,
            () ->
                ssh.run(List.of("true"), soon())
                        instanceof Answer.Failed(TransportFailure.Unreachable none, List<Reply> r)
                    ? Optional.empty()
                    : Optional.of(true));
    assertThat(up).isPresent();
  }

  private void keygen(String name, String type) throws InterruptedException {
    Result result =
        shell.run(
            Command.of(
                "ssh-keygen", "-q", "-t", type, "-N", "", "-f", folder.resolve(name).toString()));
    assertThat(result.ok()).as(result.problem()).isTrue();
  }

  private Endpoint.Ssh endpoint(String key) {
    return new Endpoint.Ssh(
        "127.0.0.1", port, user(), Optional.empty(), Optional.of(folder.resolve(key)));
  }

  private static String user() {
    return System.getProperty("user.name", "");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(60));
  }
}
