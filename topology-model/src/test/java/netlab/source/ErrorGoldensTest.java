package netlab.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code x.lab.yml} has the errors of {@code x.errors}, one a line: span, code, message, help,
 * notes. {@code -Dupdate-goldens} writes them anew.
 */
final class ErrorGoldensTest {
  private static final Path FOLDER = Path.of("src/test/resources/errors");

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".lab.yml"))
          .map(name -> name.substring(0, name.length() - ".lab.yml".length()))
          .sorted()
          .toList();
    }
  }

  @Test
  void thereIsAGoldenForEachWayToBreakAFile() throws IOException {
    assertThat(names()).hasSizeGreaterThan(45);
  }

  @ParameterizedTest
  @MethodSource("names")
  void errorsAreAsWritten(String name) throws IOException {
    String text = Files.readString(FOLDER.resolve(name + ".lab.yml"));
    Diagnostics diagnostics = new Diagnostics();
    new Sources(diagnostics).parse(new SourceFile(name, text));
    String errors =
        diagnostics.sorted().stream().map(d -> line(d) + "\n").collect(Collectors.joining());
    Path golden = FOLDER.resolve(name + ".errors");
    if (System.getProperty("update-goldens") != null) {
      assertThat(System.getenv("CI")).as("goldens are not updated in CI").isNotEqualTo("true");
      Files.writeString(golden, errors);
    }
    assertThat(errors).isNotEmpty().isEqualTo(Files.readString(golden));
  }

  private static String line(Diagnostic d) {
    return Texts.range(d.at())
        + " "
        + d.line().substring(d.at().location().length() + 2)
        + d.hint().map(hint -> " | help: " + hint).orElse("")
        + d.notes().stream()
            .map(note -> " | note " + Texts.range(note.at()) + ": " + note.text())
            .collect(Collectors.joining());
  }
}
