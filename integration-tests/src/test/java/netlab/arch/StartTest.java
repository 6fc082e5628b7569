package netlab.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import netlab.exec.Command;
import netlab.exec.HostShell;
import netlab.exec.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a start of the program loads. Steadier than a clock: a command that must be quick does not
 * touch the libraries that are slow to load.
 */
final class StartTest {
  @TempDir private Path folder;

  @Test
  void versionLoadsNoHeavyLibrary() throws Exception {
    List<String> loaded = classesLoadedBy("version");
    assertThat(loaded).contains("netlab.cli.Version", "picocli.CommandLine");
    assertThat(loaded).noneMatch(StartTest::isForSsh).noneMatch(StartTest::isForTemplates);
    assertThat(loaded).noneMatch(StartTest::isForLabs);
  }

  @Test
  void theListOfCommandsNeedsNoLibrary() throws Exception {
    List<String> loaded = classesLoadedBy("--help");
    assertThat(loaded).contains("netlab.cli.Overview").doesNotContain("netlab.cli.Tool");
    assertThat(loaded).noneMatch(StartTest::isForSsh).noneMatch(StartTest::isForTemplates);
    assertThat(loaded).noneMatch(c -> c.startsWith("picocli.") || c.startsWith("com.google."));
  }

  private static boolean isForTemplates(String type) {
    return type.startsWith("freemarker.") || type.startsWith("java.beans.");
  }

  private static boolean isForLabs(String type) {
    return Stream.of("source", "compile", "protocol", "render", "transport", "verify")
        .anyMatch(room -> type.startsWith("netlab." + room + "."));
  }

  private static boolean isForSsh(String type) {
    return type.startsWith("net.schmizz.")
        || type.startsWith("org.bouncycastle.")
        || type.startsWith("jdk.internal.net.http.")
        || type.startsWith("java.net.http.");
  }

  private List<String> classesLoadedBy(String... args) throws Exception {
    Path log = folder.resolve("loaded");
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.add("-Xlog:class+load=info:file=" + log + "::filecount=0");
    argv.addAll(List.of("-cp", classPath(), "netlab.cli.Main"));
    argv.addAll(List.of(args));
    try (HostShell shell = new HostShell()) {
      Result result =
          shell.run(
              Command.of(argv)
                  .in(folder)
                  .with(Map.of("JAVA_TOOL_OPTIONS", ""))
                  .within(Duration.ofMinutes(1)));
      assertThat(result.ok()).as(result.problem()).isTrue();
    }
    return Files.readAllLines(log).stream().map(StartTest::className).toList();
  }

  /** {@code [0.1s][info][class,load] java.lang.Object source: ...}. */
  private static String className(String line) {
    String rest = line.substring(line.lastIndexOf(']', Math.max(0, line.indexOf(" source:"))) + 1);
    return rest.strip().split(" ", 2)[0];
  }

  /** Surefire starts tests from a jar that names the class path; this is that class path. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
