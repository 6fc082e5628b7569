package netlab.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code x.lab.yml} has the diagnostics of {@code x.errors}, one a line: place, length, code,
 * message, help, notes. {@code -Dupdate-goldens} writes them anew.
 */
final class ErrorGoldensTest {
  private static final Path FOLDER = Path.of("src/test/resources/intent/errors");

  static List<String> names() throws IOException {
    return Labs.names(FOLDER);
  }

  @ParameterizedTest
  @MethodSource("names")
  void errorsAreAsWritten(String name) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    boolean good =
        Labs.read(Files.readString(FOLDER.resolve(name + ".lab.yml")), diagnostics).isPresent();
    String errors =
        diagnostics.sorted().stream().map(d -> Labs.line(d) + "\n").collect(Collectors.joining());
    assertThat(good).as("an intent in spite of errors").isEqualTo(!diagnostics.hasErrors());
    assertThat(errors)
        .isEqualTo(Labs.golden(FOLDER.resolve(name + ".errors"), errors))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyPlaceIsInTheFile(String name) throws IOException {
    String text = Files.readString(FOLDER.resolve(name + ".lab.yml"));
    Diagnostics diagnostics = new Diagnostics();
    Labs.read(text, diagnostics);
    long lines = text.lines().count();
    assertThat(diagnostics.sorted())
        .allSatisfy(d -> assertThat(d.at().line()).isBetween(1, (int) lines))
        .allSatisfy(d -> assertThat(d.at().file().name()).isEqualTo("lab.yml"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void noMistakeIsReportedTwice(String name) throws IOException {
    Diagnostics diagnostics = new Diagnostics();
    Labs.read(Files.readString(FOLDER.resolve(name + ".lab.yml")), diagnostics);
    Stream<String> messages = diagnostics.sorted().stream().map(Diagnostic::line);
    assertThat(messages).doesNotHaveDuplicates();
  }
}
