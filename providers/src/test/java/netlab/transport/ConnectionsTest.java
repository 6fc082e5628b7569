package netlab.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.FakeShell;
import netlab.exec.HostShell;
import netlab.exec.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionsTest {
  private static final Pattern LOADED = Pattern.compile("(?m)([\\w.$/]+) source: ");

  @TempDir Path folder;

  /** Uses every way of talking but SSH, as a command does in a lab without SSH. */
  static final class WithoutSsh {
    public static void main(String[] arguments) throws InterruptedException {
      ConsoleLogin login = ConsoleLogin.usual("admin", "admin", List.of());
      List<Endpoint> endpoints =
          List.of(
              new Endpoint.DockerExec("absent", List.of("sh", "-c")),
              new Endpoint.Netns("absent", List.of()),
              new Endpoint.VtySockets(Path.of(arguments[0])),
              new Endpoint.Console("127.0.0.1", 1, login));
      Deadline deadline = Deadline.after(Duration.ofSeconds(20));
      try (HostShell shell = new HostShell();
          Connections connections = new Connections(shell, Path.of(arguments[0], "known_hosts"))) {
        for (Endpoint endpoint : endpoints) {
          Transport transport = connections.to(endpoint.toString(), endpoint);
          System.out.println(transport.run(List.of("show version"), deadline));
        }
        if (arguments.length > 1) {
          Endpoint ssh = new Endpoint.Ssh("127.0.0.1", 1, "a", Optional.of("b"), Optional.empty());
          System.out.println(connections.to("ssh", ssh).run(List.of("x"), deadline));
        }
      }
    }
  }

  @Test
  void nothingOfSshIsLoadedWithoutAnSshNode() throws InterruptedException {
    List<String> without = loadedClasses(folder.toString());
    assertThat(without).anyMatch(name -> name.startsWith("netlab.transport.TelnetTransport"));
    assertThat(without).noneMatch(ConnectionsTest::ofSsh);
    assertThat(loadedClasses(folder.toString(), "ssh")).anyMatch(ConnectionsTest::ofSsh);
  }

  @Test
  void aNodeHasOneTransport() {
    try (Connections connections = new Connections(new FakeShell(), folder.resolve("k"))) {
      Endpoint endpoint = new Endpoint.VtySockets(folder);
      Transport first = connections.to("r1", endpoint);
      assertThat(connections.to("r1", endpoint)).isSameAs(first);
      assertThat(connections.to("r2", endpoint)).isNotSameAs(first);
    }
  }

  private static boolean ofSsh(String className) {
    return className.startsWith("net.schmizz.")
        || className.startsWith("com.hierynomus.")
        || className.startsWith("org.bouncycastle.")
        || className.startsWith("org.slf4j.");
  }

  private static List<String> loadedClasses(String... arguments) throws InterruptedException {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    argv.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:class+load:stdout"));
    argv.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    argv.add(WithoutSsh.class.getName());
    argv.addAll(List.of(arguments));
    try (HostShell shell = new HostShell()) {
      Result result = shell.run(Command.of(argv));
      assertThat(result.ok()).as(result.err()).isTrue();
      return LOADED.matcher(result.out()).results().map(match -> match.group(1)).toList();
    }
  }
}
