package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/devices.md} says what the facts say; {@code -Dupdate-goldens} writes it. */
class DevicesPageTest {
  private static final Path PAGE = Path.of("../docs/devices.md");

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
