package netlab.provider.clab;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.exec.Command;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.plan.LabId;

/** What is asked of the Docker command. */
final class Docker {
  /**
   * A container of a lab.
   *
   * @param state {@code running}, {@code exited}, {@code created}, ...
   * @param status the same for people: {@code Up 9 seconds}
   * @param lab the name of the lab, from containerlab's label
   */
  record Container(String name, String state, String status, String lab) {}

  private final Shell shell;

  Docker(Shell shell) {
    this.shell = shell;
  }

  /** True when the engine answers. */
  boolean answers() throws InterruptedException {
    return shell.run(Command.of("docker", "version", "--format", "{{.Server.Version}}")).ok();
  }

  /** The containers that carry the label of this lab, stopped ones too. */
  List<Container> containers(LabId id) throws InterruptedException {
    return list("label=" + ClabNames.LABEL + "=" + id);
  }

  /** The containers of a lab of this name, whoever started it. */
  List<Container> containersOf(String lab) throws InterruptedException {
    return list("label=containerlab=" + lab);
  }

  private List<Container> list(String filter) throws InterruptedException {
    Result result =
        shell.run(
            Command.of(
                "docker",
                "ps",
                "--all",
                "--no-trunc",
                "--filter",
                filter,
                "--format",
                "{\"name\":{{json .Names}},\"state\":{{json .State}},\"status\":{{json .Status}},"
                    + "\"lab\":{{json (.Label \"containerlab\")}}}"));
    List<Container> containers = new ArrayList<>();
    result.out().lines().forEach(line -> container(line).ifPresent(containers::add));
    return List.copyOf(containers);
  }

  private static Optional<Container> container(String line) {
    try {
      JsonObject o = JsonParser.parseString(line).getAsJsonObject();
      return Optional.of(
          new Container(
              o.get("name").getAsString(),
              o.get("state").getAsString(),
              o.get("status").getAsString(),
              o.get("lab").getAsString()));
    } catch (JsonSyntaxException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  boolean hasImage(String image) throws InterruptedException {
    return shell.run(Command.of("docker", "image", "inspect", "--format", "{{.Id}}", image)).ok();
  }

  /** True when the image says that it listens on a TCP port. */
  boolean exposes(String image, int port) throws InterruptedException {
    Result result =
        shell.run(
            Command.of(
                "docker", "image", "inspect", "--format", "{{json .Config.ExposedPorts}}", image));
    return result.ok() && result.out().contains("\"" + port + "/tcp\"");
  }

  boolean hasNetwork(String network) throws InterruptedException {
    return shell
        .run(Command.of("docker", "network", "inspect", "--format", "{{.Id}}", network))
        .ok();
  }
}
