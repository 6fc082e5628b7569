package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command tree of VyOS has every line that is made for it, in the release of the image and in
 * the one before. Needs Python 3 and the checker at {@code ../shared/vyos}; skipped without, but
 * not where labs must run.
 */
class VyosGrammarTest {
  private static final Path CHECKER = Path.of("../../shared/vyos/check-vyos").toAbsolutePath();
  private static final Path CONFIGS = Path.of("src/test/resources");

  @BeforeEach
  void checkerIsHere() {
    assumeTrue(
        Files.isRegularFile(CHECKER) || "1".equals(System.getenv("NETLAB_REQUIRE_LABS")),
        "no ../shared/vyos/check-vyos");
  }

  @Test
  void vyos15TakesEveryLine() throws IOException {
    assertThat(check("1.5", configs())).isEmpty();
  }

  @Test
  void vyos14TakesEveryLine() throws IOException {
    assertThat(check("1.4", configs())).isEmpty();
  }

  /** The tests above would be worth nothing if a wrong line went unnoticed. */
  @Test
  void aWrongLineIsNoticed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x.vyos.conf");
    Files.writeString(file, "set system host-name 'r1'\nset protocols bgp router-id 10.0.0.1\n");
    assertThat(check("1.5", List.of(file))).contains(file + ":2: word 4");
  }

  private static List<Path> configs() throws IOException {
    try (Stream<Path> files = Files.walk(CONFIGS)) {
      List<Path> all = files.filter(f -> f.toString().endsWith(".vyos.conf")).sorted().toList();
      assertThat(all).hasSizeGreaterThan(40);
      return all;
    }
  }

  /** What the checker says; nothing when every line is right. */
  private static String check(String release, List<Path> files) {
    String[] words =
        Stream.concat(
                Stream.of("python3", CHECKER.toString(), "--strict", "--release", release),
                files.stream().map(Path::toString))
            .toArray(String[]::new);
    Tool.Answer result = Tool.run(words);
    assertThat(result.output().isBlank()).isEqualTo(result.status() == 0);
    return result.output().strip();
  }
}
