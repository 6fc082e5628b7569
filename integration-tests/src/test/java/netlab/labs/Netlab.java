package netlab.labs;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import netlab.exec.Command;
import netlab.exec.HostShell;
import netlab.exec.Result;

/**
 * The program in processes of its own, with a folder that is also its home. Closing takes down what
 * a test left up.
 */
final class Netlab implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path folder;
  private final HostShell shell = new HostShell();

  Netlab(Path folder) {
    this.folder = folder;
  }

  /** Goes on when this host can run labs in namespaces. */
  static void needsNamespacesAndFrr() {
    needs("root".equals(System.getProperty("user.name")), "root");
    needs(Files.isExecutable(Path.of("/usr/lib/frr/zebra")), "FRR");
    needs(Files.isExecutable(Path.of("/usr/bin/vtysh")), "vtysh");
  }

  /** Goes on when this host can boot a kernel that has more than its own. */
  static void needsFullKernel() {
    needsNamespacesAndFrr();
    needs(Files.isExecutable(Path.of("/usr/local/lib/netlab-kernel/uml/linux.uml")), "full-kernel");
  }

  /** Aborts the test unless the host has a router's program. */
  static void needsProgram(String name) {
    needs(
        Files.isExecutable(Path.of("/usr/sbin", name))
            || Files.isExecutable(Path.of("/usr/bin", name)),
        name);
  }

  private static void needs(boolean condition, String what) {
    if (!condition && "1".equals(System.getenv("NETLAB_REQUIRE_LABS"))) {
      fail("this host lacks " + what);
    } else if (!condition) {
      abort("needs " + what);
    }
  }

  /** An example that comes with the program. */
  static String example(String name) throws IOException {
    return Files.readString(Path.of("..", "examples", name));
  }

  Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** Runs the program to its end. */
  Result run(String... args) throws InterruptedException {
    return shell.run(Command.of(argv(args)).in(folder).with(environment()).within(PATIENCE));
  }

  /** Runs the program to its end, with files of a folder in place of its own. */
  Result runWith(Path resources, String... args) throws InterruptedException {
    return shell.run(
        Command.of(argv(resources + File.pathSeparator + classPath(), args))
            .in(folder)
            .with(environment())
            .within(PATIENCE));
  }

  /** Runs the program to its end under a kernel with VRF, VLAN, MPLS, VXLAN and the like. */
  Result runInFullKernel(Duration limit, String... args) throws InterruptedException {
    return inFullKernel(limit, argv(args));
  }

  /** The same, with files of a folder in place of the program's own. */
  Result runInFullKernel(Duration limit, Path resources, String... args)
      throws InterruptedException {
    return inFullKernel(limit, argv(resources + File.pathSeparator + classPath(), args));
  }

  private Result inFullKernel(Duration limit, List<String> command) throws InterruptedException {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of("lab-host", "full-kernel").toAbsolutePath().toString());
    argv.addAll(List.of("--timeout", Long.toString(limit.toSeconds()), "--"));
    argv.addAll(command);
    return shell.run(Command.of(argv).in(folder).with(environment()).within(limit.plusSeconds(20)));
  }

  /** Starts the program, for a test that ends it by force. */
  Process start(String... args) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(argv(args)).directory(folder.toFile());
    builder.environment().putAll(environment());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("killed.log").toFile())
        .start();
  }

  private Map<String, String> environment() {
    return Map.of(
        "GITHUB_ACTIONS", "", // what these labs do wrong on purpose is no finding of the project
        "HOME", folder.toString(),
        "XDG_STATE_HOME", folder.resolve("state").toString());
  }

  private static List<String> argv(String... args) {
    return argv(classPath(), args);
  }

  private static List<String> argv(String classPath, String... args) {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    argv.addAll(List.of("-cp", classPath, "netlab.cli.Main"));
    argv.addAll(Arrays.asList(args));
    return argv;
  }

  /** Surefire starts tests from a jar that names the class path; this is that class path. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** What the lab is called on this host. */
  String id() throws IOException {
    JsonObject state =
        JsonParser.parseString(Files.readString(folder.resolve(".netlab/lab.json")))
            .getAsJsonObject();
    return state.getAsJsonObject("lab").getAsJsonObject("run").get("id").getAsString();
  }

  /** Types lines at a router, behind the program's back. */
  Result vtysh(String node, String... lines) throws IOException, InterruptedException {
    List<String> argv = new ArrayList<>(List.of("vtysh", "-N", "nl-" + id() + "-" + node));
    for (String line : lines) {
      argv.add("-c");
      argv.add(line);
    }
    return shell.run(Command.of(argv));
  }

  /** Runs {@code ip} in a node. */
  Result ip(String node, String... words) throws IOException, InterruptedException {
    List<String> argv = new ArrayList<>(List.of("ip", "-n", "nl-" + id() + "-" + node));
    argv.addAll(List.of(words));
    return shell.run(Command.of(argv));
  }

  /** The lines of the journal; none when there is no journal. */
  long journal() {
    try {
      return Files.readString(folder.resolve(".netlab/journal.ndjson")).lines().count();
    } catch (IOException notYet) {
      return 0;
    }
  }

  /** What of the lab this host shows. */
  List<String> traces() throws IOException {
    TreeSet<String> all = new TreeSet<>();
    String id = id();
    for (String place : List.of("/run/netns", "/run/frr", "/etc/frr")) {
      if (Files.isDirectory(Path.of(place))) {
        try (DirectoryStream<Path> found =
            Files.newDirectoryStream(Path.of(place), "*" + id + "*")) {
          found.forEach(path -> all.add(path.toString()));
        }
      }
    }
    ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().filter(line -> line.contains("nl-" + id)).isPresent())
        .forEach(p -> all.add(p.pid() + " " + p.info().commandLine().orElse("")));
    return List.copyOf(all);
  }

  @Override
  public void close() {
    try {
      run("down");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      shell.close();
    }
  }
}
