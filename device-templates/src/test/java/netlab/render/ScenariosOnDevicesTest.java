package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
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
    return RouterDevices.names().stream()
        .map(device ->
            DynamicContainer.dynamicContainer(
                device,
                scenarios.stream()
                    .map(s ->
                        DynamicTest.dynamicTest(
                            SCENARIOS.relativize(s).toString(), () -> renders(s, device)))));
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

  private void renders(Path scenario, String device) {
    var diagnostics = new Diagnostics();
    for (Subject subject : LabSubjects.of(scenario, device, diagnostics)) {
      if (subject.device().name().equals(device)) {
        renderer.render(subject, diagnostics);
      }
    }
    List<Diagnostic> errors =
        diagnostics.sorted().stream().filter(d -> d.severity() == Severity.ERROR).toList();
    assertThat(errors).allMatch(RouterDevices::isLack);
  }
}
