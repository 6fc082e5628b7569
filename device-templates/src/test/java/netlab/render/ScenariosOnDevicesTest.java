package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import netlab.diag.Diagnostics;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Every lab of a collection that lies beside the project ({@code ../shared/scenarios}) compiles and
 * renders for every device that has templates, or is beyond the device by its facts. Skipped where
 * the collection is not there.
 */
class ScenariosOnDevicesTest {
  private static final Path SCENARIOS = Path.of("../../shared/scenarios");

  private final Renderer renderer = new Renderer();

  @TestFactory
  Stream<DynamicNode> aScenarioRendersOrIsBeyondTheDevice() throws IOException {
    assumeTrue(Files.isDirectory(SCENARIOS), "no ../shared/scenarios");
    List<Path> scenarios = scenarios();
    assertThat(scenarios).hasSizeGreaterThan(80);
    return RouterDevices.each(scenarios, s -> SCENARIOS.relativize(s).toString(), this::renders);
  }

  /** Files whose names begin with a number are labs, the others are defaults for them. */
  private static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.walk(SCENARIOS)) {
      return files
          .filter(f -> f.getFileName().toString().matches("(x-)?[0-9].*\\.yml"))
          .sorted()
          .toList();
    }
  }

  private void renders(String device, Path scenario) {
    var diagnostics = new Diagnostics();
    for (Subject subject : LabSubjects.of(scenario, device, diagnostics)) {
      if (subject.device().name().equals(device)) {
        renderer.render(subject, diagnostics);
      }
    }
    RouterDevices.lacks(diagnostics);
  }
}
