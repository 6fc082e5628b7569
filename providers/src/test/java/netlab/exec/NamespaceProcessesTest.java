package netlab.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NamespaceProcessesTest {
  private final String name = "nltest" + ProcessHandle.current().pid();
  private final HostShell shell = new HostShell();

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void namesWithoutANamespaceArePassedOver() throws InterruptedException {
    assertThat(NamespaceProcesses.end(List.of("nltest-absent"))).isEmpty();
  }

  @Test
  void aPathIsNoName() {
    assertThatThrownBy(() -> NamespaceProcesses.end(List.of("../../proc/1/ns/net")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Tag("lab")
  @Test
  void endsAllProcessesInTheNamespaceAndNoOther() throws InterruptedException {
    LabHost.needsRoot();
    LabHost.needsProgram("/usr/sbin/ip");
    assertThat(shell.run(Command.of("ip", "netns", "add", name)).ok()).isTrue();
    Running outside = shell.start(Command.of("sleep", "1000"), line -> {});
    try {
      Running one = shell.start(Command.of("ip", "netns", "exec", name, "sleep", "1000"), l -> {});
      Running deaf =
          shell.start(
              Command.of(
                  "ip",
                  "netns",
                  "exec",
                  name,
                  "sh",
                  "-c",
                  "trap '' TERM; while :; do sleep 9; done"),
              line -> {});
      assertThat(
              Poll.until(
                  Deadline.after(Duration.ofSeconds(20)),
                  Backoff.LOCAL,
                  () -> pids().lines().count() >= 3 ? Optional.of(true) : Optional.empty()))
          .isPresent();
      assertThat(NamespaceProcesses.end(List.of(name, "nltest-absent"))).isEmpty();
      assertThat(pids()).isEmpty();
      assertThat(one.await().exit()).isEqualTo(143);
      assertThat(deaf.await().exit()).isEqualTo(137);
    } finally {
      outside.stop();
      shell.run(Command.of("ip", "netns", "del", name));
    }
    assertThat(outside.await().exit()).as("ended by stop, not before").isEqualTo(143);
  }

  private String pids() throws InterruptedException {
    return shell.run(Command.of("ip", "netns", "pids", name)).out();
  }
}
