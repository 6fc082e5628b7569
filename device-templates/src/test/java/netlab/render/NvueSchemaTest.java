package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * NVIDIA's schema of NVUE has every line that is made for Cumulus Linux. It comes with package
 * {@code nvueschema} of PyPI, which {@code NVUE_PYTHON} may name a Python with; skipped without.
 */
class NvueSchemaTest {
  private static final String PYTHON =
      Objects.requireNonNullElse(System.getenv("NVUE_PYTHON"), "python3");
  private static final Path CHECKER = Path.of("src/test/python/check_nvue.py").toAbsolutePath();
  private static final Path CONFIGS = Path.of("src/test/resources");

  @BeforeEach
  void schemaIsHere() {
    assumeTrue(
        Tool.run(PYTHON, "-c", "import nvueschema.models").status() == 0,
        "no Python package nvueschema");
  }

  /** The release of the virtual machine. */
  @Test
  void cumulus510TakesEveryLine() throws IOException {
    assertThat(check("5.10", configs())).isEmpty();
  }

  /**
   * The release of the container image. VNIs are named otherwise there, which the load script sees
   * to, and it has no spanning tree for each VLAN.
   */
  @Test
  void cumulus53TakesEveryLineButThoseOfVnisAndOfTreesOfVlans() throws IOException {
    assertThat(
            check("5.3", configs())
                .lines()
                .filter(line -> !line.contains(": nv set evpn vni "))
                .filter(line -> !line.contains(" stp mode ") && !line.contains(" stp vlan ")))
        .isEmpty();
  }

  /** The tests above would be worth nothing if a wrong line went unnoticed. */
  @Test
  void aWrongLineIsNoticed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x.nvue.conf");
    Files.writeString(
        file,
        """
        nv set system hostname r1
        nv set interface swp1 ip adress 10.0.0.1/30
        nv set interface swp1 link mtu many
        nv set interface swp1 router ospf cost
        """);
    assertThat(check("5.10", List.of(file)))
        .doesNotContain(file + ":1:")
        .contains(file + ":2: word 6 `adress`", file + ":3: word 7 `many`", file + ":4: lacks");
  }

  private static List<Path> configs() throws IOException {
    try (Stream<Path> files = Files.walk(CONFIGS)) {
      List<Path> all = files.filter(f -> f.toString().endsWith(".nvue.conf")).sorted().toList();
      assertThat(all).hasSizeGreaterThan(30);
      return all;
    }
  }

  /** What the checker says; nothing when every line is right. */
  private static String check(String release, List<Path> files) {
    String[] words =
        Stream.concat(
                Stream.of(PYTHON, CHECKER.toString(), release), files.stream().map(Path::toString))
            .toArray(String[]::new);
    Tool.Answer result = Tool.run(words);
    assertThat(result.output().isBlank()).as(result.output()).isEqualTo(result.status() == 0);
    return result.output().strip();
  }
}
