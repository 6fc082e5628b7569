package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * FRR's shell knows every line that is made for FRR on SONiC and Cumulus Linux, where files have
 * other lines above them. Needs {@code vtysh}; skipped without. Daemons are not asked: what FRR's
 * own templates write is loaded into them by {@link FrrAcceptsConfigsTest}.
 */
class FrrShellTest {
  private static final Path CONFIGS = Path.of("src/test/resources");

  @TempDir private Path folder;

  @BeforeEach
  void shellIsHere() {
    assumeTrue(Tool.run("vtysh", "--help").status() == 0, "no vtysh");
  }

  @Test
  void linesOfSonicAreKnown() throws IOException {
    for (Path file : configs(".sonic.conf")) {
      assertThat(check(ofSonic(file))).as(file.toString()).isEmpty();
    }
  }

  @Test
  void linesOfCumulusAreKnown() throws IOException {
    for (Path file : configs(".cumulus.conf")) {
      assertThat(check(ofCumulus(file))).as(file.toString()).isEmpty();
    }
  }

  /** The tests above would be worth nothing if a wrong line went unnoticed. */
  @Test
  void aWrongLineIsNoticed() {
    assertThat(check(List.of("hostname r1", "interface eth1", " ip adress 10.0.0.1/30")))
        .startsWith("line 3: ");
  }

  private static List<Path> configs(String end) throws IOException {
    try (Stream<Path> files = Files.walk(CONFIGS)) {
      List<Path> all = files.filter(f -> f.toString().endsWith(end)).sorted().toList();
      assertThat(all).hasSizeGreaterThan(30);
      return all;
    }
  }

  /** Without what the load script runs itself. */
  private static List<String> ofSonic(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.matches("(config|start|ip link|ip address) .*") ? "!" : line)
        .toList();
  }

  /** What is below the interfaces. */
  private static List<String> ofCumulus(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(lines.indexOf("frr") + 1, lines.size());
  }

  /** What the shell says of lines that it does not know. */
  private String check(List<String> lines) {
    try {
      Path file = folder.resolve("frr.conf");
      Files.write(file, lines);
      return Tool.run("vtysh", "-C", "-f", file.toString())
          .output()
          .lines()
          .filter(line -> line.startsWith("line "))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
