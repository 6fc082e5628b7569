package netlab.labs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.HostShell;
import netlab.exec.Poll;
import netlab.exec.Result;
import netlab.exec.Running;

/** A folder with a lab file, and the program's commands in it. Closing takes the lab down. */
final class ContainerLab implements AutoCloseable {
  /** Made by {@code integration-tests/lab-host/prepare}. */
  static final String IMAGE = "netlab/frr:10.3";

  static final String OPEN_IMAGE = "netlab/open-routers:bookworm";

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration GLANCE = Duration.ofMillis(2);

  private final HostShell shell = new HostShell();
  private final Path folder;
  private final String name;
  private final List<String> settings;

  /**
   * @param number sets the networks of labs apart that run at the same time; 0 to 3
   * @param lab the text of the lab file
   */
  ContainerLab(Path folder, int number, String lab, String image) throws IOException {
    long process = ProcessHandle.current().pid();
    this.folder = folder.toRealPath();
    this.name = "t" + process + "x" + number;
    this.settings =
        List.of(
            "-s",
            "name=" + name,
            "-s",
            "addressing.mgmt.ipv4=172.30.%d.0/24".formatted(process % 60 * 4 + number),
            "-s",
            "defaults.devices.frr.clab.image=" + image);
    Files.writeString(folder.resolve("lab.yml"), lab);
  }

  /** Skips, or fails where {@code NETLAB_REQUIRE_LABS=1} says that everything is there. */
  static void needsContainers() throws InterruptedException {
    try (HostShell shell = new HostShell()) {
      needs(shell, "docker", "image", "inspect", "--format", "{{.Id}}", IMAGE);
      needs(shell, "docker", "image", "inspect", "--format", "{{.Id}}", OPEN_IMAGE);
      needs(shell, "containerlab", "version");
      needs(shell, "unshare", "--net", "true");
    }
  }

  private static void needs(HostShell shell, String... command) throws InterruptedException {
    Result result = shell.run(Command.of(command));
    if (result.ok()) {
      return;
    }
    String what = String.join(" ", command) + ": " + result.problem();
    if ("1".equals(System.getenv("NETLAB_REQUIRE_LABS"))) {
      fail("this host cannot " + what);
    }
    abort("this host cannot " + what);
  }

  HostShell shell() {
    return shell;
  }

  /** The name of a node's container. */
  String container(String node) {
    return "clab-" + name + "-" + node;
  }

  /** {@code netlab up} with more options. */
  Result up(String... options) throws InterruptedException {
    return startUp(options).await();
  }

  Running startUp(String... options) {
    List<String> all = new ArrayList<>(List.of("up", "lab.yml", "-d", "frr", "-p", "clab"));
    all.addAll(settings);
    all.addAll(List.of(options));
    return shell.start(command(all), line -> {});
  }

  /** Keeps containerlab from beginning in this folder until the returned program is stopped. */
  Running holdDeployment() throws InterruptedException {
    Running hold = shell.start(Command.of("flock", folder.toString(), "sleep", "60"), line -> {});
    Command attempt = Command.of("flock", "--nonblock", folder.toString(), "true");
    await(
        "a lock of the folder",
        () -> shell.run(attempt).ok() ? Optional.empty() : Optional.of(true));
    return hold;
  }

  Result run(String... arguments) throws InterruptedException {
    return shell.run(command(List.of(arguments)));
  }

  /** What a command says with {@code -o json}. */
  JsonObject json(Result result) {
    assertThat(result.out()).as(result.err()).startsWith("{");
    return JsonParser.parseString(result.out()).getAsJsonObject();
  }

  /** Where the lab runs, as {@code up} leaves it to other commands; empty before that. */
  JsonObject runInfo() {
    JsonObject lab = parse(text(".netlab/lab.json")).getAsJsonObject("lab");
    return lab != null && lab.has("run") ? lab.getAsJsonObject("run") : new JsonObject();
  }

  /** The process that holds the lab's lock, as soon as there is one. */
  long holder() throws InterruptedException {
    return await(
        "a process with the lock",
        () -> {
          JsonObject lock = parse(text(".netlab/lock"));
          return lock.has("pid") ? Optional.of(lock.get("pid").getAsLong()) : Optional.empty();
        });
  }

  /** Waits until the journal has this record of a step. */
  void awaitRecord(String event, String step) throws InterruptedException {
    await(
        event + " " + step,
        () ->
            text(".netlab/journal.ndjson")
                .lines()
                .map(ContainerLab::parse)
                .filter(r -> r.has("step") && r.get("event").getAsString().equals(event))
                .filter(r -> r.get("step").getAsString().equals(step))
                .findFirst());
  }

  /** Waits until the first container is there. */
  void awaitContainer() throws InterruptedException {
    await(
        "a container",
        () -> traces().containers().isEmpty() ? Optional.empty() : Optional.of(true));
  }

  /** Takes the lab down and looks whether anything is left. */
  void isGoneOnceDown(String when) throws IOException, InterruptedException {
    Traces before = traces();
    Result down = run("down");
    assertThat(down.exit()).as(when + ": " + down.out() + down.err()).isZero();
    assertThat(before.all()).as(when).isEmpty();
    // The next life must not be taken for this one.
    Files.deleteIfExists(folder.resolve(".netlab/journal.ndjson"));
    Files.deleteIfExists(folder.resolve(".netlab/lock"));
  }

  /** The steps of {@code up}; of those that run side by side only the first. */
  List<String> steps() throws InterruptedException {
    SequencedMap<Integer, String> first = new LinkedHashMap<>();
    for (JsonElement element : json(up("--dry-run", "-o", "json")).getAsJsonArray("steps")) {
      JsonObject step = element.getAsJsonObject();
      first.putIfAbsent(step.get("stage").getAsInt(), step.get("id").getAsString());
    }
    return List.copyOf(first.values());
  }

  @Override
  public void close() throws IOException {
    Traces traces = traces();
    try {
      if (!traces.all().isEmpty()) {
        run("down");
        traces.remove();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      shell.close();
    }
  }

  private Traces traces() {
    JsonObject run = runInfo();
    String id = run.has("id") ? run.get("id").getAsString() : "";
    return new Traces(shell, folder, name, id);
  }

  private Command command(List<String> arguments) {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp"));
    argv.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    argv.add("netlab.cli.Main");
    argv.addAll(arguments);
    return Command.of(argv)
        .in(folder)
        .with(
            Map.of(
                "HOME", folder.toString(),
                "XDG_STATE_HOME", folder.resolve("state").toString(),
                "JAVA_TOOL_OPTIONS", ""))
        .within(PATIENCE);
  }

  private static <T> T await(String what, Poll.Look<T> look) throws InterruptedException {
    return Poll.until(Deadline.after(SOON), () -> GLANCE, look)
        .orElseThrow(() -> new AssertionError("there never was " + what));
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      return "";
    }
  }

  /** An empty object for text that is not whole yet. */
  private static JsonObject parse(String text) {
    try {
      JsonElement element = JsonParser.parseString(text);
      return element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
    } catch (JsonSyntaxException e) {
      return new JsonObject();
    }
  }
}
