package netlab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import netlab.exec.Command;
import netlab.exec.HostShell;
import netlab.exec.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short run of the fuzzer over all labs of the tests. {@code -Dfuzz.seconds=600} makes it a long
 * one; what it finds becomes a file in {@code fuzz/}, where {@link #whatWasFoundOnceStaysMended}
 * holds it.
 */
final class FuzzTest {
  private static final Path FOUND = Path.of("src/test/resources/fuzz");
  private static final Path LABS = Path.of("../topology-model/src/test/resources");
  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 20);

  @TempDir private Path folder;

  @Test
  void noLabFileCrashesHangsOrFloods() throws Exception {
    Path seeds = Files.createDirectory(folder.resolve("seeds"));
    List<Path> labs = files(LABS, ".yml");
    assertThat(labs).hasSizeGreaterThan(100);
    labs.addAll(files(FOUND, ".yml"));
    for (int i = 0; i < labs.size(); i++) {
      Files.copy(labs.get(i), seeds.resolve("seed" + i));
    }
    try (HostShell shell = new HostShell()) {
      Result result = shell.run(fuzzer(seeds));
      assertThat(result.ok()).as("the input is in %s%n%s", artifacts(), end(result.err())).isTrue();
      assertThat(result.err()).contains("INITED");
    }
  }

  @Test
  void whatWasFoundOnceStaysMended() throws IOException {
    for (Path file : files(FOUND, ".yml")) {
      byte[] lab = Files.readAllBytes(file);
      assertThatCode(() -> CreateTarget.fuzzerTestOneInput(lab))
          .as(file.toString())
          .doesNotThrowAnyException();
    }
  }

  private Command fuzzer(Path seeds) throws IOException {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    // The heap is the bound on memory; half of it would do for the largest of the labs.
    argv.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading"));
    argv.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    argv.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    argv.add("com.code_intelligence.jazzer.Jazzer");
    argv.add("--target_class=" + CreateTarget.class.getName());
    argv.add("--instrumentation_includes=netlab.**");
    // One stumbles over FreeMarker's own readers; the other forbids what lab files may hold.
    String sanitizers = "com.code_intelligence.jazzer.sanitizers.";
    argv.add(
        "--disabled_hooks=" + sanitizers + "TemplateInjection:" + sanitizers + "RegexInjection");
    argv.add("--reproducer_path=" + folder);
    argv.add("-artifact_prefix=" + artifacts() + "/");
    argv.addAll(List.of("-max_total_time=" + SECONDS, "-timeout=60", "-max_len=6000"));
    argv.addAll(List.of("-print_final_stats=1", "-verbosity=1", seeds.toString()));
    return Command.of(argv).in(folder).within(Duration.ofSeconds(SECONDS).plusMinutes(10));
  }

  private static Path artifacts() throws IOException {
    return Files.createDirectories(Path.of("target/fuzz").toAbsolutePath());
  }

  private static String end(String text) {
    List<String> lines = text.lines().filter(line -> !line.startsWith("INFO:")).toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return new ArrayList<>(
          all.filter(path -> path.toString().endsWith(ending)).sorted().toList());
    }
  }
}
