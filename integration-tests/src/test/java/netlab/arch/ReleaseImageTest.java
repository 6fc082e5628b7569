package netlab.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import netlab.exec.Command;
import netlab.exec.HostShell;
import netlab.exec.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that {@code mvn package} makes for users. Skipped when only tests are run. */
final class ReleaseImageTest {
  private static final Path TARGET = Path.of("../cli/target").toAbsolutePath().normalize();
  private static final Path IMAGE = TARGET.resolve("netlab");

  @TempDir private Path folder;

  @BeforeEach
  void theImageIsThere() {
    assumeTrue(Files.exists(TARGET.resolve("image.stamp")), "`mvn package` has not made " + IMAGE);
  }

  @Test
  void runsWithoutAnInstalledJava() throws Exception {
    Result result = run(Map.of("PATH", "/nowhere", "JAVA_HOME", "/nowhere"), "--help");
    assertThat(result.ok()).as(result.problem()).isTrue();
    assertThat(result.out()).startsWith("netlab:").contains("  version");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void runsThroughALinkFromAnotherFolder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("nl"), IMAGE.resolve("bin/netlab"));
    Result result = shell(Command.of(link.toString(), "completion", "bash").in(folder));
    Files.delete(link);
    assertThat(result.out()).contains("complete -F");
  }

  @Test
  void givesTheStatusOfTheCommand() throws Exception {
    assertThat(run(Map.of(), "frobnicate").exit()).isEqualTo(2);
  }

  /** A cache that does not fit is ignored in silence, so somebody must look. */
  @Test
  void classesComeFromTheCache() throws Exception {
    Path log = folder.resolve("loaded");
    Result result =
        run(
            Map.of("NETLAB_JAVA_OPTIONS", "-Xlog:class+load=info:file=" + log + "::filecount=0"),
            "version");
    assertThat(result.ok()).as(result.problem()).isTrue();
    List<String> lines = Files.readAllLines(log);
    long cached = lines.stream().filter(l -> l.contains("source: shared objects file")).count();
    assertThat(cached).isGreaterThan(500).isGreaterThan(lines.size() * 9L / 10);
  }

  @Test
  void theCacheIsNotNeeded() throws Exception {
    Result result =
        run(Map.of("NETLAB_JAVA_OPTIONS", "-XX:AOTCache=" + folder.resolve("none")), "--help");
    assertThat(result.ok()).as(result.problem()).isTrue();
    assertThat(result.err()).isEmpty();
  }

  /** What jdeps finds in the jars is in the runtime. Gson asks for jdk.unsupported by name. */
  @Test
  void theRuntimeHasTheModulesThatTheJarsUse() throws Exception {
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    List<String> has = modules();
    try (Stream<Path> jars = Files.list(IMAGE.resolve("lib"))) {
      for (Path jar : jars.filter(j -> j.toString().endsWith(".jar")).toList()) {
        StringWriter found = new StringWriter();
        List<String> args =
            new ArrayList<>(
                List.of("--multi-release", "25", "--print-module-deps", "--ignore-missing-deps"));
        args.add(jar.toString());
        int status =
            jdeps.run(
                new PrintWriter(found),
                new PrintWriter(new StringWriter()),
                args.toArray(String[]::new));
        assertThat(status).isZero();
        assertThat(has).contains(found.toString().strip().split(","));
      }
    }
    assertThat(has).contains("jdk.unsupported");
  }

  private static List<String> modules() throws Exception {
    String release = Files.readString(IMAGE.resolve("runtime/release"));
    String line = release.lines().filter(l -> l.startsWith("MODULES=")).findFirst().orElseThrow();
    return Arrays.asList(line.substring("MODULES=".length()).replace("\"", "").split(" "));
  }

  private Result run(Map<String, String> environment, String... args) throws Exception {
    List<String> argv = new ArrayList<>();
    argv.add(IMAGE.resolve("bin/netlab").toString());
    argv.addAll(List.of(args));
    return shell(Command.of(argv).in(folder).with(environment));
  }

  private static Result shell(Command command) throws Exception {
    try (HostShell shell = new HostShell()) {
      return shell.run(command);
    }
  }
}
