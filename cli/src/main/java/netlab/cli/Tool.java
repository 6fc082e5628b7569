package netlab.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.exec.Command;
import netlab.exec.Result;
import netlab.exec.Running;
import netlab.exec.Shell;
import netlab.provider.FrrFolder;

/**
 * A program beside netlab, and how it tells its version.
 *
 * @param name as users call it
 * @param argv prints the version
 */
record Tool(String name, List<String> argv) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+(\\.\\d+)?");

  /** The tools that providers use. */
  static List<Tool> all() {
    return List.of(
        new Tool("containerlab", List.of("containerlab", "version", "--short")),
        new Tool("docker", List.of("docker", "version", "--format", "{{.Server.Version}}")),
        new Tool(
            "frr", List.of(FrrFolder.ofHost().path().resolve("zebra").toString(), "--version")));
  }

  /** Starts the question; {@link #version} reads the answer. */
  Running ask(Shell shell) {
    return shell.start(Command.of(argv).within(PATIENCE), line -> {});
  }

  /** The version in the answer; empty when the tool is not there or does not work. */
  static Optional<String> version(Result answer) {
    Matcher number = NUMBER.matcher(answer.out());
    return answer.ok() && number.find() ? Optional.of(number.group()) : Optional.empty();
  }
}
