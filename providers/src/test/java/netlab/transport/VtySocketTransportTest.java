package netlab.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import netlab.exec.Deadline;
import netlab.transport.VtyTestServer.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VtySocketTransportTest {
  /** Short, since a unix socket's path has at most 107 bytes. */
  @TempDir Path folder;

  @Test
  void asksTheDaemonThatKnowsAndKeepsTheConnection() throws Exception {
    try (VtyTestServer bgpd = new VtyTestServer(folder, "bgpd", c -> wire("bgp:" + c));
        VtyTestServer zebra = new VtyTestServer(folder, "zebra", c -> wire("zebra:" + c));
        VtySocketTransport vty = transport()) {
      Answer answer =
          vty.run(List.of("show bgp summary json", "show ip route json", "show ip bgp"), soon());
      assertThat(answer)
          .isEqualTo(
              new Answer.Complete(
                  List.of(
                      reply("show bgp summary json", 0, "bgp:show bgp summary json"),
                      reply("show ip route json", 0, "zebra:show ip route json"),
                      reply("show ip bgp", 0, "bgp:show ip bgp"))));
      assertThat(bgpd.asked).containsExactly("enable", "show bgp summary json", "show ip bgp");
      assertThat(zebra.asked).containsExactly("enable", "show ip route json");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "show bgp l2vpn evpn summary, bgpd",
    "show ip bgp vrf all, bgpd",
    "show ip bgpx, zebra",
    "show ip ospf neighbor json, ospfd",
    "show ip ospf vrf all neighbor, ospfd",
    "show ipv6 ospf6 neighbor json, ospf6d",
    "show ipv6 route, zebra",
    "show isis neighbor, isisd",
    "show bfd peers json, bfdd",
    "show mpls ldp neighbor, ldpd",
    "show mpls table, zebra",
    "show evpn vni, zebra",
    "show ip rip status, ripd",
    "show ipv6 ripng status, ripngd",
    "show ip eigrp neighbor, eigrpd",
    "show ip pim neighbor json, pimd",
    "show vrrp json, vrrpd",
    "'  show   ip   ospf ', ospfd",
    "show interface, zebra",
    "clear bgp *, bgpd",
    "clear ip ospf process, ospfd"
  })
  void knowsWhichDaemonAnswers(String command, String daemon) {
    assertThat(VtyDaemons.of(command)).isEqualTo(daemon);
  }

  @Test
  void putsAReplyTogetherFromAnyPieces() throws Exception {
    String big = "é0123456789\n".repeat(100_000);
    try (VtyTestServer bgpd =
            new VtyTestServer(
                folder,
                "bgpd",
                c ->
                    c.endsWith("small")
                        ? Optional.of(Wire.of("a\n\0b", 0).inSingleBytes())
                        : wire(big));
        VtySocketTransport vty = transport()) {
      List<Reply> replies = vty.run(List.of("show bgp small", "show bgp big"), soon()).replies();
      assertThat(replies.get(0).out()).isEqualTo("a\n\0b");
      assertThat(replies.get(1).out().equals(big)).isTrue();
      assertThat(bgpd.asked).hasSize(3);
    }
  }

  @Test
  void aStatusOtherThanZeroIsAReply() throws Exception {
    try (VtyTestServer bgpd =
            new VtyTestServer(
                folder, "bgpd", c -> Optional.of(Wire.of("% Unknown command: x\n", 2)));
        VtySocketTransport vty = transport()) {
      Answer answer = vty.run("bgpd", List.of("configure terminal", "x", "end"), soon());
      assertThat(answer.replies())
          .hasSize(3)
          .allSatisfy(reply -> assertThat(reply.status()).hasValue(2));
      assertThat(bgpd.asked).containsExactly("enable", "configure terminal", "x", "end");
    }
  }

  @Test
  void aDaemonThatIsNotThereIsUnreachable() throws Exception {
    try (VtySocketTransport vty = transport()) {
      assertThat(failure(vty.run(List.of("show bgp"), soon())).message())
          .isEqualTo("cannot reach FRR's bgpd: there is no " + folder.resolve("bgpd.vty"));
    }
    Path gone = folder.resolve("gone");
    try (VtySocketTransport vty = new VtySocketTransport(new Endpoint.VtySockets(gone))) {
      assertThat(failure(vty.run(List.of("show bgp"), soon())).message())
          .startsWith("cannot reach FRR's bgpd: there is no " + gone + ", or");
    }
  }

  @Test
  void aSocketThatNobodyServesIsUnreachable() throws Exception {
    new VtyTestServer(folder, "bgpd", c -> Optional.empty()).close();
    assertThat(folder.resolve("bgpd.vty")).exists();
    try (VtySocketTransport vty = transport()) {
      assertThat(failure(vty.run(List.of("show bgp"), soon())).message())
          .isEqualTo("cannot reach FRR's bgpd: connection refused");
    }
  }

  @Test
  void aPathTooLongForASocketIsUnreachable() throws Exception {
    Path deep = Files.createDirectories(folder.resolve("x".repeat(100)));
    Files.createFile(deep.resolve("bgpd.vty"));
    try (VtySocketTransport vty = new VtySocketTransport(new Endpoint.VtySockets(deep))) {
      assertThat(failure(vty.run(List.of("show bgp"), soon())))
          .isInstanceOf(TransportFailure.Unreachable.class);
    }
  }

  @Test
  void aDaemonThatEndsIsAFailureAndTheNextCallConnectsAnew() throws Exception {
    try (VtyTestServer bgpd =
            new VtyTestServer(
                folder, "bgpd", c -> c.endsWith("crash") ? Optional.empty() : wire("x"));
        VtySocketTransport vty = transport()) {
      Answer answer = vty.run(List.of("show bgp", "show bgp crash", "show bgp"), soon());
      assertThat(failure(answer).message())
          .isEqualTo("FRR's bgpd closed the connection: the daemon ended");
      assertThat(answer.replies()).hasSize(1);
      assertThat(vty.run(List.of("show bgp"), soon())).isInstanceOf(Answer.Complete.class);
      assertThat(bgpd.asked).filteredOn("enable"::equals).hasSize(2);
    }
  }

  @Test
  void aDaemonThatDoesNotAnswerIsATimeout() throws Exception {
    try (VtyTestServer bgpd =
            new VtyTestServer(
                folder,
                "bgpd",
                c ->
                    Optional.of(
                        new Wire(List.of("x".getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
        VtySocketTransport vty = transport()) {
      assertThat(
              failure(vty.run(List.of("show bgp"), Deadline.after(Duration.ofMillis(50))))
                  .message())
          .isEqualTo("FRR's bgpd gave no answer in time to `show bgp`");
      assertThat(bgpd.asked).isNotEmpty();
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    try (VtyTestServer bgpd =
            new VtyTestServer(folder, "bgpd", c -> Optional.of(new Wire(List.of())));
        VtySocketTransport vty = transport()) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> vty.run(List.of("show bgp"), soon()))
          .isInstanceOf(InterruptedException.class);
      assertThat(bgpd.asked).hasSizeLessThan(3);
    }
  }

  @Test
  void aCommandWithANulIsNotSent() throws IOException, InterruptedException {
    try (VtyTestServer bgpd = new VtyTestServer(folder, "bgpd", c -> wire(""));
        VtySocketTransport vty = transport()) {
      assertThat(failure(vty.run(List.of("show bgp\0conf t"), soon())))
          .isInstanceOf(TransportFailure.CommandFailed.class);
      assertThat(bgpd.asked).isEmpty();
    }
  }

  private VtySocketTransport transport() {
    return new VtySocketTransport(new Endpoint.VtySockets(folder));
  }

  private static Optional<Wire> wire(String output) {
    return Optional.of(Wire.of(output, 0));
  }

  private static Reply reply(String command, int status, String out) {
    return new Reply(command, OptionalInt.of(status), out, "");
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(60));
  }

  private static TransportFailure failure(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Failed.class);
    return ((Answer.Failed) answer).failure();
  }
}
