package netlab.provider.clab;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

  /**
   * An image of this host.
   *
   * @param ports as Docker tells the ports it listens on: {@code {"22/tcp":{}}}
   */
  record Image(String ports) {
    /** True when the image says that it listens on a TCP port. */
    boolean exposes(int port) {
      return ports.contains("\"" + port + "/tcp\"");
    }
  }

  private final Shell shell;
  private final Map<String, Image> images = new ConcurrentHashMap<>();

  Docker(Shell shell) {
    this.shell = shell;
  }

  /** The containers that carry the label of this lab, stopped ones too. */
  List<Container> containers(LabId id) throws InterruptedException {
    return list("label=" + ClabNames.LABEL + "=" + id).orElse(List.of());
  }

  /**
   * The containers of a lab of this name, whoever started it; empty when the engine does not
   * answer.
   */
  Optional<List<Container>> containersOf(String lab) throws InterruptedException {
    return list("label=containerlab=" + lab);
  }

  private Optional<List<Container>> list(String filter) throws InterruptedException {
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
    if (!result.ok()) {
      return Optional.empty();
    }
    List<Container> containers = new ArrayList<>();
    result.out().lines().forEach(line -> container(line).ifPresent(containers::add));
    return Optional.of(List.copyOf(containers));
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

  /** An image; empty when it is not there. What is there is asked once. */
  Optional<Image> image(String name) throws InterruptedException {
    Image known = images.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Result result =
        shell.run(
            Command.of(
                "docker", "image", "inspect", "--format", "{{json .Config.ExposedPorts}}", name));
    if (!result.ok()) {
      return Optional.empty();
    }
    Image image = new Image(result.out());
    images.put(name, image);
    return Optional.of(image);
  }

  /**
   * The files in which Docker keeps what containers print, by their names; without those that are
   * not there, or kept elsewhere.
   */
  Map<String, Path> logs(Collection<String> containers) throws InterruptedException {
    List<String> argv =
        new ArrayList<>(
            List.of("docker", "container", "inspect", "--format", "{{.LogPath}} {{.Name}}"));
    argv.addAll(containers);
    Map<String, Path> files = new HashMap<>();
    if (!containers.isEmpty()) {
      for (String line : shell.run(Command.of(argv)).out().lines().toList()) {
        // The name has a slash before it.
        int blank = line.lastIndexOf(" /");
        if (blank > 0) {
          files.put(line.substring(blank + 2), Path.of(line.substring(0, blank)));
        }
      }
    }
    return files;
  }

  boolean hasNetwork(String network) throws InterruptedException {
    return shell
        .run(Command.of("docker", "network", "inspect", "--format", "{{.Id}}", network))
        .ok();
  }
}
