package netlab.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import netlab.diag.Diagnostic;
import netlab.diag.DiagnosticText;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import org.junit.jupiter.api.Test;

/** Reads the conformance collection, as it is and damaged. */
final class CorpusTest {
  /** The files that are wrong as YAML: all others must compose. */
  private static final Set<String> NOT_YAML =
      Set.of("invalid-yaml.yml", "coverage-duplicate-yaml-section.yml");

  @Test
  void everyWellFormedFileComposes() {
    List<Path> files = Corpus.files("conformance/cases", "conformance/rejected", "scenarios");
    assertThat(files).hasSizeGreaterThan(200);
    for (Path file : files) {
      Diagnostics diagnostics = new Diagnostics();
      SourceFile source = new SourceFile(String.valueOf(file.getFileName()), Corpus.read(file));
      Optional<Yaml> tree = Composer.compose(source, diagnostics);
      boolean wrong = NOT_YAML.contains(source.name());
      assertThat(diagnostics.hasErrors()).as(file + Texts.lines(diagnostics)).isEqualTo(wrong);
      assertThat(tree.isPresent() || wrong).as(file.toString()).isTrue();
    }
  }

  @Test
  void spansOfTheCollectionPointToTheirTexts() {
    int seen = 0;
    for (Path file : Corpus.files("conformance/cases", "conformance/rejected", "scenarios")) {
      seen += SpanCheck.check(new SourceFile(file.toString(), Corpus.read(file)));
    }
    assertThat(seen).isGreaterThan(10_000);
  }

  @Test
  void damagedFilesGiveATreeOrALocatedError() {
    for (long seed = 0; seed < 3_000; seed++) {
      String text = seeded(seed);
      SourceFile source = new SourceFile("seed-" + seed, text);
      Diagnostics diagnostics = new Diagnostics();
      Optional<Yaml> tree = composed(source, diagnostics);
      if (tree.isEmpty()) {
        assertThat(diagnostics.hasErrors() || nothingIn(text)).as(source.name()).isTrue();
      }
      assertThat(new DiagnosticText(false).render(diagnostics.sorted()))
          .as(source.name())
          .doesNotContainPattern("[\\p{Cntrl}&&[^\n]]");
      for (Diagnostic diagnostic : diagnostics.sorted()) {
        assertInside(diagnostic.at(), text);
        diagnostic.notes().forEach(note -> assertInside(note.at(), text));
        assertThat(diagnostic.message()).doesNotStartWith("this is not YAML").isNotBlank();
      }
    }
  }

  private static boolean nothingIn(String text) {
    // The parser takes a next-line character and a byte order mark for white space.
    return text.replaceAll("[\u0085\ufeff]", " ")
        .lines()
        .map(String::strip)
        .allMatch(line -> line.isEmpty() || line.startsWith("#") || line.equals("---"));
  }

  private static Optional<Yaml> composed(SourceFile source, Diagnostics diagnostics) {
    try {
      return Composer.compose(source, diagnostics);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(source.name() + " ends with " + e + "\n" + source.text(), e);
    }
  }

  private static void assertInside(Span span, String text) {
    String[] lines = text.split("\r\n|\r|\n", -1);
    assertThat(span.line()).isBetween(1, lines.length);
    assertThat(span.column()).isBetween(1, lines[span.line() - 1].length() + 1);
  }

  static String seeded(long seed) {
    List<Path> files = Corpus.files("conformance/cases");
    Random random = new Random(seed);
    return damaged(Corpus.read(files.get(random.nextInt(files.size()))), random);
  }

  private static String damaged(String text, Random random) {
    StringBuilder result = new StringBuilder(text);
    for (int edits = random.nextInt(4); edits >= 0; edits--) {
      int at = random.nextInt(result.length() + 1);
      int end = Math.min(result.length(), at + random.nextInt(8));
      switch (random.nextInt(6)) {
        case 0 -> result.delete(at, end);
        case 1 -> result.insert(at, result.substring(at, end));
        case 2 -> {
          int other = random.nextInt(result.length() + 1);
          result.insert(at, result.substring(other, Math.min(result.length(), other + 40)));
        }
        case 3 -> result.setLength(at);
        default -> result.insert(at, piece(random));
      }
    }
    return result.toString();
  }

  private static String piece(Random random) {
    List<String> pieces = new ArrayList<>(List.of(": ", "- ", "\n", "\t", "  ", "'", "\"", "*x"));
    pieces.addAll(List.of("&x ", "<<: ", "[", "]", "{", "}", ",", "#", "|\n", ">", "!", "%", "@"));
    pieces.addAll(
        List.of("?", "---\n", "...\n", ".", "\\", "\0", "\ufeff", "\ud83d\ude00", "\u0085"));
    pieces.addAll(List.of("\ud83d", "\r", "`", "a.b.c: 1\n", "~", "!!x y", "? [a]\n: b", "\u2028"));
    return pieces.get(random.nextInt(pieces.size()));
  }
}
