package netlab.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import netlab.exec.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelnetTransportTest {
  private static final String NEIGHBORS =
      """
      Neighbor        V    AS Up/Down  State
      10.0.0.2        4 65001 00:01:02 4
      a line that ends like a prompt>
      r2#
      10.0.0.3        4 65002 never    Idle
      """;
  private static final ConsoleLogin LOGIN =
      ConsoleLogin.usual("admin", "s3cret", List.of("terminal length 0"));

  private ConsoleTestServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        new ConsoleTestServer(
            Map.of("show neighbors", NEIGHBORS, "show long", "line é\n".repeat(2000)));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void logsInAndReadsEachReplyWithoutEchoAndPrompt() throws Exception {
    try (TelnetTransport console = new TelnetTransport(server.endpoint(LOGIN))) {
      assertThat(console.run(List.of("show neighbors", "show nothing"), soon()))
          .isEqualTo(
              new Answer.Complete(
                  List.of(
                      new Reply("show neighbors", OptionalInt.empty(), NEIGHBORS, ""),
                      new Reply("show nothing", OptionalInt.empty(), "% Invalid input\n", ""))));
      assertThat(console.run(List.of("show long"), soon()).replies().getFirst().out())
          .isEqualTo("line é\n".repeat(2000));
      assertThat(server.typed)
          .containsExactly("terminal length 0", "show neighbors", "show nothing", "show long");
      assertThat(server.connections).hasValue(1);
    }
  }

  @Test
  void agreesToTheOptionsOfTheServer() throws Exception {
    try (TelnetTransport console = new TelnetTransport(server.endpoint(LOGIN))) {
      console.run(List.of("show neighbors"), soon());
      // DO ECHO, DO SUPPRESS-GO-AHEAD, WILL TERMINAL-TYPE, WILL WINDOW-SIZE; then their values.
      assertThat(server.options)
          .contains("253 1", "253 3", "251 24", "251 31")
          .contains("SB 24 0 86 84 49 48 48 255")
          .anyMatch(option -> option.startsWith("SB 31 "));
    }
  }

  @Test
  void turnsThePagesOfAPager() throws Exception {
    ConsoleLogin paged = ConsoleLogin.usual("admin", "s3cret", List.of());
    try (TelnetTransport console = new TelnetTransport(server.endpoint(paged))) {
      assertThat(console.run(List.of("show neighbors"), soon()).replies().getFirst().out())
          .isEqualTo(NEIGHBORS);
    }
  }

  @Test
  void becomesPrivileged() throws Exception {
    try (TelnetTransport console = new TelnetTransport(server.endpoint(LOGIN.enabling("en4ble")))) {
      assertThat(console.run(List.of("show neighbors"), soon()).replies()).hasSize(1);
      assertThat(server.typed).startsWith("enable", "terminal length 0");
    }
  }

  @Test
  void aWrongPasswordAndAWrongSecretAreSaidAsSuch() throws Exception {
    ConsoleLogin wrong = ConsoleLogin.usual("admin", "wrong", List.of());
    try (TelnetTransport console = new TelnetTransport(server.endpoint(wrong))) {
      assertThat(failure(console.run(List.of("show neighbors"), soon())).message())
          .endsWith("refuses the user `admin`: wrong password");
    }
    try (TelnetTransport console = new TelnetTransport(server.endpoint(LOGIN.enabling("wrong")))) {
      assertThat(failure(console.run(List.of("show neighbors"), soon())).message())
          .endsWith("refuses the user `admin`: `enable` is refused");
    }
  }

  @Test
  void leavesAModeThatSomebodyLeftTheConsoleIn() throws Exception {
    server.leftInConfigurationMode();
    try (TelnetTransport console = new TelnetTransport(server.endpoint(LOGIN))) {
      assertThat(console.run(List.of("show neighbors"), soon()).replies().getFirst().out())
          .isEqualTo(NEIGHBORS);
      assertThat(server.typed).containsExactly("end", "terminal length 0", "show neighbors");
    }
  }

  @Test
  void aCommandWithoutEndIsATimeoutThatKeepsTheRepliesBefore() throws Exception {
    try (TelnetTransport console = new TelnetTransport(server.endpoint(LOGIN))) {
      console.run(List.of("show neighbors"), soon());
      Answer answer =
          console.run(List.of("show neighbors", "hang"), Deadline.after(Duration.ofMillis(300)));
      assertThat(failure(answer).message()).endsWith("gave no answer in time to `hang`");
      assertThat(answer.replies()).hasSize(1);
    }
  }

  @Test
  void aConnectionThatEndsIsAFailureAndTheNextCallLogsInAgain() throws Exception {
    try (TelnetTransport console = new TelnetTransport(server.endpoint(LOGIN))) {
      assertThat(failure(console.run(List.of("reload"), soon())))
          .isInstanceOf(TransportFailure.Closed.class);
      assertThat(console.run(List.of("show neighbors"), soon()).replies()).hasSize(1);
      assertThat(server.connections).hasValue(2);
    }
  }

  @Test
  void nobodyAtThePortIsUnreachable() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    try (TelnetTransport console =
        new TelnetTransport(new Endpoint.Console("127.0.0.1", port, LOGIN))) {
      assertThat(failure(console.run(List.of("x"), soon())).message())
          .isEqualTo("cannot reach the console at 127.0.0.1 port " + port + ": connection refused");
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    try (TelnetTransport console = new TelnetTransport(server.endpoint(LOGIN))) {
      console.run(List.of("show neighbors"), soon());
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> console.run(List.of("hang"), soon()))
          .isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void aCommandOfTwoLinesIsNotSent() throws Exception {
    try (TelnetTransport console = new TelnetTransport(server.endpoint(LOGIN))) {
      assertThat(failure(console.run(List.of("show x\nreload"), soon())))
          .isInstanceOf(TransportFailure.CommandFailed.class);
      assertThat(server.typed).doesNotContain("reload");
    }
  }

  @Test
  void aLoginDoesNotShowItsSecrets() {
    assertThat(server.endpoint(LOGIN.enabling("en4ble")).toString())
        .doesNotContain("s3cret")
        .doesNotContain("en4ble");
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(60));
  }

  private static TransportFailure failure(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Failed.class);
    return ((Answer.Failed) answer).failure();
  }
}
