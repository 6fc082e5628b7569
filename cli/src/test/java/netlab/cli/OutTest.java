package netlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import netlab.cli.Out.Format;
import netlab.cli.Out.Style;
import netlab.diag.Code;
import netlab.diag.DiagnosticMap;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.report.Finding;
import org.junit.jupiter.api.Test;

final class OutTest {
  private static final String ESCAPE = "\033[";

  @Test
  void colourNeedsATerminal() {
    Console file = Console.in(Path.of(""));
    assertThat(new Out(file.session(), Format.TEXT).styled(Style.BAD, "x")).isEqualTo("x");
    Console terminal = Console.terminal(Map.of());
    assertThat(new Out(terminal.session(), Format.TEXT).styled(Style.BAD, "x"))
        .isEqualTo("\033[31mx\033[0m");
  }

  @Test
  void colourObeysNoColorUnlessItIsEmpty() {
    Console off = Console.terminal(Map.of("NO_COLOR", "1"));
    assertThat(new Out(off.session(), Format.TEXT).colour()).isFalse();
    Console empty = Console.terminal(Map.of("NO_COLOR", ""));
    assertThat(new Out(empty.session(), Format.TEXT).colour()).isTrue();
    Console dumb = Console.terminal(Map.of("TERM", "dumb"));
    assertThat(new Out(dumb.session(), Format.TEXT).colour()).isFalse();
  }

  @Test
  void jsonCarriesNothingButTheDocument() {
    Console console = Console.terminal(Map.of());
    Out out = new Out(console.session(), Format.JSON);
    out.line("for people");
    try (Out.Live live = out.live()) {
      live.show(this, List.of("moving"));
      live.keep("kept");
    }
    out.document(json -> json.beginArray().value("<&'>").endArray());
    assertThat(console.out()).isEqualTo("[\n  \"<&'>\"\n]\n");
  }

  @Test
  void quietSaysProblemsOnly() {
    Console console = Console.terminal(Map.of());
    Out out = new Out(console.session(), Format.QUIET);
    out.line("for people");
    out.document(json -> json.value(1));
    out.problem("wrong");
    assertThat(console.out()).isEmpty();
    assertThat(console.err()).isEqualTo("wrong\n");
  }

  @Test
  void diagnosticsGoToStandardErrorButNotBesideJson() {
    Diagnostics found = new Diagnostics();
    found.error(Code.UNKNOWN_ATTRIBUTE, Span.NONE, "unknown attribute `aera`");
    Console text = Console.in(Path.of(""));
    new Out(text.session(), Format.QUIET).diagnostics(found.sorted());
    assertThat(text.err()).startsWith("error[NL0201]: unknown attribute `aera`\n");
    assertThat(text.out()).isEmpty();
    Console json = Console.in(Path.of(""));
    Out out = new Out(json.session(), Format.JSON);
    out.diagnostics(found.sorted());
    out.tree(Map.of("diagnostics", DiagnosticMap.toMaps(found.sorted())));
    assertThat(json.err()).isEmpty();
    assertThat(json.out()).startsWith("{").contains("\"code\": \"NL0201\"");
  }

  @Test
  void inGithubActionsDiagnosticsAreMarkedBesideTheirLinesToo() {
    Diagnostics found = new Diagnostics();
    Span at = new Span(new SourceFile("labs/a,b.yml", ""), 3, 5, 3, 9);
    found.error(Code.UNKNOWN_ATTRIBUTE, at, "unknown attribute `aera`", "100%: `area`");
    Map<String, String> variables =
        Map.of(
            "GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", Path.of("").toAbsolutePath() + "/labs");
    for (Format format : Format.values()) {
      Console console = Console.in(Path.of(""), variables);
      new Out(console.session(), format).diagnostics(found.sorted());
      assertThat(console.err())
          .endsWith(
              "::error file=a%2Cb.yml,line=3,endLine=3,col=5,endColumn=9,title=NL0201::"
                  + "unknown attribute `aera`; 100%25: `area`\n");
      assertThat(console.out()).isEmpty();
    }
    Console elsewhere = Console.in(Path.of(""), Map.of("GITHUB_ACTIONS", "false"));
    new Out(elsewhere.session(), Format.JSON).diagnostics(found.sorted());
    assertThat(elsewhere.err()).isEmpty();
  }

  @Test
  void findingsAreOneLineEach() {
    Console console = Console.in(Path.of(""), Map.of("GITHUB_ACTIONS", "true"));
    new Out(console.session(), Format.TEXT)
        .findings(
            List.of(
                new Finding("ring on frr: netns", false, "FAIL cut\nr1: no answer", Span.NONE)));
    assertThat(console.err())
        .isEqualTo("::warning title=ring on frr%3A netns::FAIL cut%0Ar1: no answer\n");
  }

  @Test
  void diagnosticsAreColouredOnATerminalOnly() {
    Diagnostics found = new Diagnostics();
    found.error(Code.UNKNOWN_ATTRIBUTE, Span.NONE, "unknown attribute `aera`");
    Console terminal = Console.terminal(Map.of());
    new Out(terminal.session(), Format.TEXT).diagnostics(found.sorted());
    assertThat(terminal.err()).contains(ESCAPE);
    Console plain = Console.terminal(Map.of("NO_COLOR", "1"));
    new Out(plain.session(), Format.TEXT).diagnostics(found.sorted());
    assertThat(plain.err()).doesNotContain(ESCAPE);
  }

  @Test
  void movingLinesAreReplacedOnATerminal() {
    Console console = Console.terminal(Map.of("NO_COLOR", "1"));
    try (Out.Live live = new Out(console.session(), Format.TEXT).live()) {
      live.show(this, List.of("r1 starting", "r2 starting"));
      live.show(this, List.of("r1 starting", "r2 starting"));
      live.keep("r1 up");
      live.show(this, List.of("r2 starting"));
    }
    assertThat(screen(console.out())).containsExactly("r1 up");
    assertThat(console.out().split("r1 starting", -1)).hasSize(3);
  }

  @Test
  void offATerminalOnlyLinesThatStayArePrinted() {
    Console console = Console.in(Path.of(""));
    try (Out.Live live = new Out(console.session(), Format.TEXT).live()) {
      live.show(this, List.of("r1 starting"));
      live.keep("r1 up");
    }
    assertThat(console.out()).isEqualTo("r1 up\n").doesNotContain(ESCAPE);
  }

  /** What a terminal shows in the end, of the few sequences that we use. */
  private static List<String> screen(String text) {
    List<String> rows = new ArrayList<>();
    int row = 0;
    String rest = text.replaceAll("\033\\[\\?7[lh]", "");
    while (!rest.isEmpty()) {
      if (rest.startsWith("\r\033[J")) {
        rows = new ArrayList<>(rows.subList(0, row));
        rest = rest.substring(4);
      } else if (rest.startsWith(ESCAPE)) {
        row -= Integer.parseInt(rest.substring(2, rest.indexOf('A')));
        rest = rest.substring(rest.indexOf('A') + 1);
      } else {
        int end = rest.indexOf('\n');
        rows.add(rest.substring(0, end));
        row++;
        rest = rest.substring(end + 1);
      }
    }
    return rows;
  }
}
