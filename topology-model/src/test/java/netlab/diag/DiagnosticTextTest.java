package netlab.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DiagnosticTextTest {
  private final Diagnostics diagnostics = new Diagnostics();

  private static SourceFile file(String text) {
    return new SourceFile("lab.yml", text);
  }

  private String render() {
    return new DiagnosticText(false).render(diagnostics.sorted());
  }

  @Test
  void theSpanIsUnderlinedBetweenPlaceAndRemarks() {
    SourceFile lab = file("\n".repeat(13) + "    ospf: { aera: 0.0.0.1, cost: 10 }\n");
    diagnostics.unknownAttribute(
        new Span(lab, 14, 13, 14, 17), "aera", "on a link", List.of("cost", "area", "bfd"));
    assertThat(render())
        .isEqualTo(
            """
            error[NL0201]: unknown attribute `aera` on a link
              --> lab.yml:14:13
               |
            14 |     ospf: { aera: 0.0.0.1, cost: 10 }
               |             ^^^^
               = help: did you mean `area`?
               = note: accepted on a link: area, bfd, cost
               = see: netlab explain NL0201
            """);
  }

  @Test
  void notesWithAPlaceHaveTheirOwnExcerpt() {
    SourceFile lab = file("nodes: [r1]\n\n\n\n\n\n\n\n\nnodes:\n  r2:\n");
    diagnostics.error(
        Code.DUPLICATE_KEY,
        new Span(lab, 10, 1, 10, 6),
        "duplicate key `nodes`",
        "keep one",
        List.of(new Note("it is here for the first time", new Span(lab, 1, 1, 1, 6))));
    assertThat(render())
        .isEqualTo(
            """
            error[NL0103]: duplicate key `nodes`
              --> lab.yml:10:1
               |
            10 | nodes:
               | ^^^^^
            note: it is here for the first time
              --> lab.yml:1:1
               |
             1 | nodes: [r1]
               | -----
               = help: keep one
               = see: netlab explain NL0103
            """);
  }

  @Test
  void aSpanOfSeveralLinesShowsItsFirst() {
    SourceFile lab = file("a:\n  - 1\n  - 2\n");
    diagnostics.warning(Code.WRONG_TYPE, new Span(lab, 2, 3, 3, 6), "a list", "remove it");
    assertThat(render())
        .isEqualTo(
            """
            warning[NL0202]: a list
             --> lab.yml:2:3
              |
            2 |   - 1
              |   ^^^...
              = help: remove it
              = see: netlab explain NL0202
            """);
  }

  @Test
  void diagnosticsWithoutLineOrFileHaveNoExcerpt() {
    diagnostics.error(Code.FILE_NOT_READABLE, new Span(file(""), 0, 0, 0, 0), "no such file");
    diagnostics.error(Code.STEP_FAILED, Span.NONE, "could not start r1");
    assertThat(render())
        .isEqualTo(
            """
            error[NL0701]: could not start r1
              = see: netlab explain NL0701

            error[NL0101]: no such file
             --> lab.yml
              = see: netlab explain NL0101
            """);
  }

  @Test
  void anEmptySpanAtTheEndHasOneMark() {
    diagnostics.error(Code.MISSING_VALUE, new Span(file("id:"), 1, 4, 1, 4), "a value is missing");
    assertThat(render()).contains("1 | id:\n  |    ^\n");
    assertThat(excerpt("", 1, 1, 1)).isEqualTo("|\n^");
    assertThat(excerpt("a\n", 2, 1, 1)).isEqualTo("|\n^");
  }

  /** Source and mark of one line, with a bar at the end of the source. */
  private static String excerpt(String text, int line, int column, int endColumn) {
    Excerpt excerpt = Excerpt.of(new Span(file(text), line, column, line, endColumn), '^');
    return excerpt.source() + "|\n" + excerpt.mark();
  }

  @Test
  void marksStandUnderTabsWideAndCombinedLetters() {
    assertThat(excerpt("\ta: b\n", 1, 5, 6)).isEqualTo("    a: b|\n       ^");
    assertThat(excerpt("日本: b\n", 1, 5, 6)).isEqualTo("日本: b|\n      ^");
    assertThat(excerpt("\ud83d\ude00: \ud83d\ude00", 1, 5, 7))
        .isEqualTo("\ud83d\ude00: \ud83d\ude00|\n    ^^");
    assertThat(excerpt("e\u0301: b", 1, 5, 6)).isEqualTo("e\u0301: b|\n   ^");
  }

  @Test
  void windowsAndOldLineEndsAreNotShown() {
    assertThat(excerpt("a: 1\r\nb: 2\rc: 3\r\n", 1, 1, 2)).isEqualTo("a: 1|\n^");
    assertThat(excerpt("a: 1\r\nb: 2\rc: 3\r\n", 2, 4, 5)).isEqualTo("b: 2|\n   ^");
    assertThat(excerpt("a: 1\r\nb: 2\rc: 3\r\n", 3, 1, 2)).isEqualTo("c: 3|\n^");
  }

  @Test
  void controlCharactersAreShownAndNotSentToTheTerminal() {
    assertThat(excerpt("a: \u001b[31m\u202ex # \u0007", 1, 4, 6))
        .isEqualTo("a: <U+001B>[31m<U+202E>x # <U+0007>|\n   ^^^^^^^^^");
    diagnostics.error(
        Code.WRONG_TYPE,
        new Span(new SourceFile("x\u001b.yml", "a\n"), 1, 1, 1, 2),
        "bad \u001b[2J name\nnext",
        "remove \u009b");
    assertThat(render())
        .startsWith("error[NL0202]: bad <U+001B>[2J name next\n --> x<U+001B>.yml:1:1\n")
        .contains("= help: remove <U+009B>\n");
    assertThat(diagnostics.sorted().getFirst().line())
        .isEqualTo("x<U+001B>.yml:1:1: error[NL0202]: bad <U+001B>[2J name next");
  }

  @Test
  void longLinesAreCutAroundTheSpan() {
    String text = "a".repeat(1000) + "X" + "b".repeat(1_000_000);
    assertThat(excerpt(text, 1, 1001, 1002))
        .isEqualTo("..." + "a".repeat(80) + "X" + "b".repeat(79) + "...|\n" + " ".repeat(83) + "^");
    assertThat(excerpt(text, 1, 1, 1_000_000))
        .isEqualTo("a".repeat(160) + "...|\n" + "^".repeat(160));
  }

  @Test
  void includedFilesSayWhoIncludedThem() {
    SourceFile lab = file("_include: a.yml\n");
    SourceFile a =
        new SourceFile("a.yml", "_include: b.yml\n", Optional.of(new Span(lab, 1, 11, 1, 16)));
    SourceFile b = new SourceFile("b.yml", "x: 1\n", Optional.of(new Span(a, 1, 11, 1, 16)));
    diagnostics.error(Code.UNKNOWN_ATTRIBUTE, new Span(b, 1, 1, 1, 2), "unknown attribute `x`");
    assertThat(render())
        .isEqualTo(
            """
            error[NL0201]: unknown attribute `x`
             --> b.yml:1:1
              |
            1 | x: 1
              | ^
            note: the file is included here
             --> a.yml:1:11
              |
            1 | _include: b.yml
              |           -----
            note: the file is included here
             --> lab.yml:1:11
              |
            1 | _include: a.yml
              |           -----
              = see: netlab explain NL0201
            """);
  }

  @Test
  void manyDiagnosticsEndInACount() {
    SourceFile lab = file("x\n".repeat(60));
    IntStream.rangeClosed(1, 60)
        .forEach(i -> diagnostics.error(Code.WRONG_TYPE, new Span(lab, i, 1, i, 2), "wrong"));
    assertThat(render())
        .contains("lab.yml:50:1")
        .doesNotContain("lab.yml:51:1")
        .endsWith("\nand 10 more\n");
  }

  @Test
  void coloursAreWrappedAroundTheSameText() {
    diagnostics.error(Code.WRONG_TYPE, new Span(file("a: b\n"), 1, 4, 1, 5), "wrong", "change it");
    String coloured = new DiagnosticText(true).render(diagnostics.sorted());
    assertThat(coloured).contains("\u001b[1;31merror[NL0202]\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(render());
  }

  @Test
  void mapsHoldEveryPart() {
    SourceFile lab = file("a: b\n");
    diagnostics.error(
        Code.WRONG_TYPE,
        new Span(lab, 1, 4, 1, 5),
        "wrong",
        "change it",
        List.of(Note.of("a"), new Note("b", new Span(lab, 1, 1, 1, 2))));
    assertThat(DiagnosticMap.toMaps(diagnostics.sorted()).toString())
        .isEqualTo(
            "[{code=NL0202, severity=error, message=wrong, file=lab.yml, line=1, column=4,"
                + " endLine=1, endColumn=5, help=change it, notes=[{text=a}, {text=b,"
                + " file=lab.yml, line=1, column=1, endLine=1, endColumn=2}]}]");
  }

  @Test
  void theSameMistakeCountsOnce() {
    Span at = new Span(file("a: b\n"), 1, 4, 1, 5);
    diagnostics.error(Code.WRONG_TYPE, at, "wrong");
    diagnostics.error(Code.WRONG_TYPE, at, "wrong", "with a hint");
    diagnostics.warning(Code.OUT_OF_RANGE, at, "large", "smaller");
    assertThat(diagnostics.sorted()).hasSize(2);
    assertThat(diagnostics.errorCount()).isEqualTo(1);
  }
}
