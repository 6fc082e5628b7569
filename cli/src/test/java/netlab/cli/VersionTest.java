package netlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.function.Consumer;
import netlab.exec.Command;
import netlab.exec.Line;
import netlab.exec.Result;
import netlab.exec.Running;
import netlab.exec.Shell;
import org.junit.jupiter.api.Test;

final class VersionTest {
  @Test
  void findsTheVersionInWhatEachToolSays() {
    Console console = Console.with(new Answers());
    assertThat(console.run("version", "-o", "json")).isEqualTo(ExitCode.OK);
    JsonObject versions = JsonParser.parseString(console.out()).getAsJsonObject();
    assertThat(versions.keySet())
        .containsExactly("netlab", "java", "containerlab", "docker", "frr");
    assertThat(versions.get("containerlab").getAsString()).isEqualTo("0.79.0");
    assertThat(versions.get("docker").isJsonNull()).isTrue();
    assertThat(versions.get("frr").getAsString()).isEqualTo("8.4.4");
  }

  @Test
  void saysWhatIsMissing() {
    Console console = Console.with(new Answers());
    assertThat(console.run("version")).isEqualTo(ExitCode.OK);
    assertThat(console.out().lines())
        .contains("containerlab  0.79.0", "docker        not found", "frr           8.4.4");
  }

  private static final class Answers implements Shell {
    @Override
    public Running start(Command command, Consumer<Line> onLine) {
      return new Console.Ended(
          switch (Path.of(command.argv().getFirst()).getFileName().toString()) {
            case "containerlab" -> Result.exited(0, "0.79.0\n", "");
            case "docker" -> Result.exited(1, "\n", "Cannot connect to the Docker daemon");
            case "zebra" -> Result.exited(0, "zebra version 8.4.4\nconfigured with 1.2\n", "");
            default -> Result.notStarted("not here");
          });
    }

    @Override
    public Result interactive(Command command) {
      throw new IllegalStateException("no terminal here");
    }
  }
}
