package netlab.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code x.lab.yml} asks for what {@code x.intent} shows. {@code -Dupdate-goldens} writes them
 * anew.
 */
final class IntentGoldensTest {
  private static final Path FOLDER = Path.of("src/test/resources/intent/goldens");

  static List<String> names() throws IOException {
    return Labs.names(FOLDER);
  }

  @ParameterizedTest
  @MethodSource("names")
  void intentIsAsWritten(String name) throws IOException {
    Intent lab = Labs.good(Files.readString(FOLDER.resolve(name + ".lab.yml")));
    String shown = new IntentText().of(lab);
    assertThat(shown).isEqualTo(Labs.golden(FOLDER.resolve(name + ".intent"), shown));
  }
}
