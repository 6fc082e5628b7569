package netlab.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import netlab.diag.Diagnostics;
import netlab.exec.Deadline;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshTransportTest {
  private static final Optional<String> PASSWORD = Optional.of("s3cret");

  @TempDir Path folder;
  private SshTestServer server;
  private KnownHosts known;

  @BeforeEach
  void makeServer() throws Exception {
    server = new SshTestServer();
    known = new KnownHosts(folder.resolve("known_hosts"));
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  @Test
  void runsSeveralCommandsOverOneConnection() throws Exception {
    server.takingPassword("s3cret").start();
    try (SshTransport ssh = ssh()) {
      Answer answer = ssh.run(List.of("echo one é", "fail", "echo two"), soon());
      assertThat(answer)
          .isEqualTo(
              new Answer.Complete(
                  List.of(
                      new Reply("echo one é", OptionalInt.of(0), "one é\n", ""),
                      new Reply("fail", OptionalInt.of(3), "", "% no such neighbor\n"),
                      new Reply("echo two", OptionalInt.of(0), "two\n", ""))));
      assertThat(ssh.run(List.of("echo three"), soon()).replies()).hasSize(1);
      assertThat(server.connections).hasValue(1);
      assertThat(server.logins).containsExactly("password admin");
    }
  }

  @Test
  void answersAQuestionForThePassword() throws Exception {
    server.takingAnswers("s3cret").start();
    try (SshTransport ssh = ssh()) {
      assertThat(ssh.run(List.of("echo x"), soon())).isInstanceOf(Answer.Complete.class);
      assertThat(server.logins).containsExactly("keyboard-interactive admin");
    }
  }

  @Test
  void showsAnEd25519KeyFromAFile() throws Exception {
    KeyPair key =
        KeyPairGenerator.getInstance("Ed25519", new BouncyCastleProvider()).generateKeyPair();
    Path file = folder.resolve("id_ed25519");
    try (OutputStream out = Files.newOutputStream(file)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "test", null, out);
    }
    server.takingKey(key.getPublic()).start();
    try (SshTransport ssh = ssh(server.endpoint(Optional.empty(), Optional.of(file)))) {
      assertThat(ssh.run(List.of("echo x"), soon()).replies()).hasSize(1);
      assertThat(server.logins).contains("key admin");
    }
  }

  @Test
  void aWrongPasswordIsSaidAsSuchWithWhatTheServerTakes() throws Exception {
    server.takingPassword("other").start();
    try (SshTransport ssh = ssh()) {
      TransportFailure failure = failure(ssh.run(List.of("echo x"), soon()));
      assertThat(failure).isInstanceOf(TransportFailure.AuthenticationFailed.class);
      assertThat(failure.message())
          .isEqualTo(
              place()
                  + " refuses the user `admin`: wrong password or key (the server takes"
                  + " password)");
    }
  }

  @Test
  void aKeyFileThatIsNotThereIsSaidAsSuch() throws Exception {
    server.takingPassword("s3cret").start();
    Path absent = folder.resolve("absent");
    try (SshTransport ssh = ssh(server.endpoint(Optional.empty(), Optional.of(absent)))) {
      assertThat(failure(ssh.run(List.of("echo x"), soon())).message())
          .endsWith("the key file " + absent + " cannot be read");
    }
    try (SshTransport ssh = ssh(server.endpoint(Optional.empty(), Optional.empty()))) {
      assertThat(failure(ssh.run(List.of("echo x"), soon())).message())
          .endsWith("there is neither a password nor a key for it");
    }
  }

  @Test
  void keepsTheFirstHostKeyAndRefusesAnother() throws Exception {
    server.takingPassword("s3cret").start();
    try (SshTransport ssh = ssh()) {
      assertThat(ssh.run(List.of("echo x"), soon())).isInstanceOf(Answer.Complete.class);
    }
    List<String> kept = Files.readAllLines(folder.resolve("known_hosts"));
    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst())
        .startsWith("[127.0.0.1]:" + server.server.getPort() + " ecdsa-sha2-nistp256 ");
    try (SshTransport ssh = ssh()) {
      assertThat(ssh.run(List.of("echo x"), soon())).isInstanceOf(Answer.Complete.class);
    }

    assertThat(server.logins).hasSize(2);
    server = server.rebornWithAnotherKey().takingPassword("s3cret").start();
    try (SshTransport ssh = ssh()) {
      TransportFailure failure = failure(ssh.run(List.of("echo x"), soon()));
      assertThat(failure).isInstanceOf(TransportFailure.HostKeyChanged.class);
      assertThat(failure.message())
          .matches(
              "the host key of 127.0.0.1 port \\d+ is ecdsa-sha2-nistp256 SHA256:\\S{43},"
                  + " it was ecdsa-sha2-nistp256 SHA256:\\S{43}");
      assertThat(failure.hint()).contains(folder.resolve("known_hosts") + ":1");
    }
    assertThat(Files.readAllLines(folder.resolve("known_hosts"))).isEqualTo(kept);
    assertThat(server.logins).as("no password went to the stranger").isEmpty();
  }

  @Test
  void aDroppedConnectionIsAFailureAndTheNextCallConnectsAnew() throws Exception {
    server.takingPassword("s3cret").start();
    try (SshTransport ssh = ssh()) {
      Answer answer = ssh.run(List.of("echo x", "drop", "echo y"), soon());
      assertThat(failure(answer)).isInstanceOf(TransportFailure.Closed.class);
      assertThat(answer.replies()).extracting(Reply::command).containsExactly("echo x");
      assertThat(ssh.run(List.of("echo z"), soon())).isInstanceOf(Answer.Complete.class);
      assertThat(server.connections).hasValue(2);
    }
  }

  @Test
  void aConnectionThatEndedBetweenTwoCallsIsMadeAnew() throws Exception {
    server.takingPassword("s3cret").start();
    try (SshTransport ssh = ssh()) {
      ssh.run(List.of("echo x"), soon());
      server.dropConnections();
      assertThat(ssh.run(List.of("echo y"), soon())).isInstanceOf(Answer.Complete.class);
    }
  }

  @Test
  void aServerThatEndsTheConnectionAfterEachCommandIsMetAsOften() throws Exception {
    server.takingPassword("s3cret").closingAfterEachCommand().start();
    try (SshTransport ssh = ssh()) {
      Answer answer = ssh.run(List.of("echo 1", "echo 2", "echo 3"), soon());
      assertThat(answer).isInstanceOf(Answer.Complete.class);
      assertThat(answer.replies()).extracting(Reply::out).containsExactly("1\n", "2\n", "3\n");
      assertThat(server.connections).hasValue(3);
    }
  }

  @Test
  void aCommandWithoutEndIsATimeoutThatKeepsTheRepliesBefore() throws Exception {
    server.takingPassword("s3cret").start();
    try (SshTransport ssh = ssh()) {
      ssh.run(List.of("echo warm"), soon());
      Answer answer = ssh.run(List.of("echo x", "hang"), Deadline.after(Duration.ofMillis(700)));
      assertThat(failure(answer).message())
          .isEqualTo(place() + " gave no answer in time to `hang`");
      assertThat(answer.replies()).hasSize(1);
      assertThat(ssh.run(List.of("echo y"), soon())).isInstanceOf(Answer.Complete.class);
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    server.takingPassword("s3cret").start();
    try (SshTransport ssh = ssh()) {
      Thread caller = Thread.currentThread();
      Thread.ofPlatform()
          .daemon()
          .start(() -> {
            try {
              server.hanging.await();
            } catch (InterruptedException e) {
              return;
            }
            caller.interrupt();
          });
      assertThatThrownBy(() -> ssh.run(List.of("hang"), soon()))
          .isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void aServerThatDoesNotSpeakIsATimeoutOfTheLogin() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SshTransport ssh = ssh(endpoint(silent.getLocalPort()))) {
      TransportFailure failure =
          failure(ssh.run(List.of("echo x"), Deadline.after(Duration.ofMillis(300))));
      assertThat(failure.message()).contains("no answer in time");
    }
  }

  @Test
  void nobodyAtThePortIsUnreachable() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    try (SshTransport ssh = ssh(endpoint(port))) {
      assertThat(failure(ssh.run(List.of("echo x"), soon())).message())
          .isEqualTo("cannot reach 127.0.0.1 port " + port + ": connection refused");
    }
  }

  @Test
  void aPortWithoutSshIsUnreachable() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform()
          .daemon()
          .start(() -> {
            try {
              other.accept().close();
            } catch (IOException e) {
              // The test has ended.
            }
          });
      try (SshTransport ssh = ssh(endpoint(other.getLocalPort()))) {
        TransportFailure failure = failure(ssh.run(List.of("echo x"), soon()));
        assertThat(failure).isInstanceOf(TransportFailure.Unreachable.class);
        assertThat(failure.message()).contains("no SSH: ");
      }
    }
  }

  @Test
  void aCommandThatTheServerDoesNotTakeIsRefused() throws Exception {
    server.takingPassword("s3cret").start();
    try (SshTransport ssh = ssh()) {
      assertThat(failure(ssh.run(List.of("reboot"), soon())))
          .isInstanceOf(TransportFailure.CommandFailed.class);
    }
  }

  @Test
  void bigOutputOnBothStreamsComesWhole() throws Exception {
    server.takingPassword("s3cret").start();
    try (SshTransport ssh = ssh()) {
      Reply reply = ssh.run(List.of("big 5000"), soon()).replies().getFirst();
      assertThat(reply.out().length()).isEqualTo(5000 * 1024);
      assertThat(reply.err().length()).isEqualTo(5000 * 1024);
      assertThat(reply.out().endsWith("0123456789abcdef")).isTrue();
    }
  }

  @Test
  void isReportedWithTheNodeAndAHint() {
    Diagnostics diag = new Diagnostics();
    new TransportFailure.Closed("10.0.0.1 port 22", "broken pipe").report("r1", diag);
    assertThat(diag.sorted().getFirst().line())
        .isEqualTo("error[NL0716]: node `r1`: 10.0.0.1 port 22 closed the connection: broken pipe");
    assertThat(diag.sorted().getFirst().hint()).isPresent();
  }

  @Test
  void anEndpointDoesNotShowItsPassword() {
    assertThat(Endpoint.Ssh.withPassword("r1", "admin", "s3cret").toString())
        .isEqualTo("ssh admin@r1:22");
  }

  private SshTransport ssh() {
    return ssh(server.endpoint(PASSWORD, Optional.empty()));
  }

  private SshTransport ssh(Endpoint.Ssh endpoint) {
    return new SshTransport(endpoint, known);
  }

  private static Endpoint.Ssh endpoint(int port) {
    return new Endpoint.Ssh("127.0.0.1", port, "admin", PASSWORD, Optional.empty());
  }

  private String place() {
    return "127.0.0.1 port " + server.server.getPort();
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(60));
  }

  private static TransportFailure failure(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Failed.class);
    return ((Answer.Failed) answer).failure();
  }
}
