package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/devices.md} says what the facts say; {@code -Dupdate-goldens} writes it. */
class DevicesPageTest {
  private static final Path PAGE = Path.of("../docs/devices.md");

  /** Nobody may write that a module was run without a place where that can be seen. */
  @Test
  void whatWasRunHasARecordThatExistsAndIsAboutIt() throws IOException {
    List<String> matrix = Files.readAllLines(Path.of("../docs/matrix.md"));
    List<String> wrong = new ArrayList<>();
    new DevicesPage()
        .records()
        .forEach((device, modules) ->
            modules.forEach((module, record) -> {
              boolean good =
                  record.startsWith(DevicesPage.MATRIX)
                      ? isPassed(record.substring(DevicesPage.MATRIX.length()), device, matrix)
                      : tells(Path.of("..", record), device, module);
              if (!good) {
                wrong.add(device + " " + module + ": " + record);
              }
            }));
    assertThat(wrong).as("records in known.yml that do not show it").isEmpty();
  }

  private static boolean isPassed(String lab, String device, List<String> matrix) {
    return matrix.stream().anyMatch(line -> line.startsWith("| Lab | " + device + " "))
        && matrix.stream().anyMatch(line -> line.startsWith("| " + lab + " | passed"));
  }

  private static boolean tells(Path file, String device, String module) {
    try {
      String text = Files.isRegularFile(file) ? Files.readString(file) : "";
      return text.contains(device) && (module.equals("initial") || text.contains(module));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thePageIsWhatTheFactsGive() throws IOException {
    String page = new DevicesPage().text();
    if (System.getProperty("update-goldens") != null) {
      assertThat(System.getenv("CI")).as("goldens are not written on CI").isNull();
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/devices.md; -Dtest=DevicesPageTest -Dupdate-goldens writes it anew")
        .isEqualTo(page);
  }
}
