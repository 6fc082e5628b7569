package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Configurations of the Junos family keep to Juniper's models and their constraints, as a checker
 * beside the project ({@code ../shared/junos}) reads them. Skipped where it is not there, but not
 * with {@code NETLAB_REQUIRE_LABS=1}. Of cRPD it knows nothing: its interfaces are those of Linux.
 */
class JunosGrammarTest {
  private static final Path CHECKER = Path.of("../../shared/junos/check-junos").toAbsolutePath();
  private static final Path CONFIGS = Path.of("src/test/resources/configs");

  @ParameterizedTest
  @CsvSource({
    "vjunos-router, junos",
    "vjunos-switch, junos",
    "vmx, junos",
    "vptx, evo",
    "vsrx, es"
  })
  void configurationsKeepToTheModels(String device, String family) throws Exception {
    assumeTrue(
        Files.isRegularFile(CHECKER) || "1".equals(System.getenv("NETLAB_REQUIRE_LABS")),
        "no ../shared/junos");
    List<String> files = files(device);
    assertThat(files).hasSizeGreaterThan(30);
    var command =
        new ArrayList<String>(List.of(CHECKER.toString(), "--strict", "--family", family));
    command.addAll(files);
    Process check = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(check.waitFor()).as(said).isZero();
  }

  /**
   * All files but those of a vSRX that bridges: the language has no name for its VLAN interfaces,
   * which are then called as on another vendor's switches.
   */
  private static List<String> files(String device) throws IOException {
    var files = new ArrayList<String>();
    try (Stream<Path> all = Files.walk(CONFIGS.resolve(device))) {
      for (Path file : all.filter(f -> f.toString().endsWith(".junos.cfg")).sorted().toList()) {
        if (!device.equals("vsrx") || !Files.readString(file).contains("bridge-domains")) {
          files.add(file.toString());
        }
      }
    }
    return files;
  }
}
