package netlab.cli;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Diagnostic;
import netlab.diag.DiagnosticText;
import netlab.report.Finding;
import netlab.report.GithubText;
import netlab.view.Json;

/**
 * The only way to the user: no other class writes to a stream of the process. Results go to
 * standard output, problems to standard error; with {@code -o json} standard output carries one
 * JSON document and nothing else. Colour and moving lines are used on a terminal only.
 */
final class Out {
  /** How results are shown. */
  enum Format {
    TEXT,
    JSON,
    QUIET
  }

  /** Meanings, not colours: one place decides how each looks. */
  enum Style {
    GOOD("32"),
    BAD("31"),
    WARN("33"),
    FAINT("2"),
    STRONG("1");

    private final String sgr;

    Style(String sgr) {
      this.sgr = sgr;
    }
  }

  /** Writes one JSON document. */
  @FunctionalInterface
  interface Document {
    void writeTo(JsonWriter json) throws IOException;
  }

  private final PrintStream stdout;
  private final PrintStream stderr;
  private final Format format;
  private final boolean moving;
  private final boolean colour;
  private final DiagnosticText diagnostics;
  private final Optional<GithubText> github;

  Out(Session session, Format format) {
    this.stdout = session.stdout();
    this.stderr = session.stderr();
    this.format = format;
    boolean able = !session.variable("TERM").orElse("").equals("dumb");
    // https://no-color.org: set and not empty, whatever the value.
    boolean wanted = able && session.variable("NO_COLOR").isEmpty();
    this.moving = able && session.terminal() && format == Format.TEXT;
    this.colour = wanted && moving;
    this.diagnostics = new DiagnosticText(wanted && session.errorTerminal());
    this.github =
        session
            .variable("GITHUB_ACTIONS")
            .filter("true"::equals)
            .map(on ->
                new GithubText(
                    session.folder(), session.variable("GITHUB_WORKSPACE").map(Path::of)));
  }

  /** Whether text is coloured. */
  boolean colour() {
    return colour;
  }

  Format format() {
    return format;
  }

  boolean json() {
    return format == Format.JSON;
  }

  /** A line of the result, for people: absent under {@code -o json} and {@code -q}. */
  void line(String text) {
    if (format == Format.TEXT) {
      stdout.println(text);
      stdout.flush();
    }
  }

  /** Text that is itself the result, such as a script to evaluate: printed in every format. */
  void raw(String text) {
    stdout.print(text);
    stdout.flush();
  }

  /** The result as one JSON document; nothing unless {@code -o json} was given. */
  void document(Document document) {
    if (format != Format.JSON) {
      return;
    }
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setFormattingStyle(FormattingStyle.PRETTY);
      json.setHtmlSafe(false);
      document.writeTo(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    stdout.println(text);
    stdout.flush();
  }

  /** The result as one JSON document from a tree of maps, lists, texts, numbers and booleans. */
  void tree(Object tree) {
    if (format == Format.JSON) {
      raw(Json.text(tree));
    }
  }

  /**
   * Diagnostics with their source lines, on standard error. Under {@code -o json} nothing: there
   * they belong into the document ({@code DiagnosticMap}).
   */
  void diagnostics(List<Diagnostic> all) {
    if (format != Format.JSON && !all.isEmpty()) {
      problem(diagnostics.render(all).stripTrailing());
    }
    if (github.isPresent()) {
      findings(Finding.of(all));
    }
  }

  /**
   * Marks what is wrong beside the lines of the lab file, where this program runs in GitHub
   * Actions. On standard error, so that results stay what they are.
   */
  void findings(List<Finding> all) {
    github.ifPresent(text -> all.forEach(finding -> problem(text.of(finding))));
  }

  /** A problem: on standard error, whatever the format. */
  void problem(String text) {
    stdout.flush();
    stderr.println(text);
    stderr.flush();
  }

  /** The text in a style, or just the text where there is no colour. */
  String styled(Style style, String text) {
    return colour ? "\033[" + style.sgr + "m" + text + "\033[0m" : text;
  }

  /** A block of lines at the bottom of the screen that is redrawn while work goes on. */
  Live live() {
    return new Live();
  }

  /**
   * Lines that change in place. Off a terminal only {@link #keep} prints: each line that stays is
   * printed once, and nothing moves. Safe for use from many threads.
   */
  final class Live implements AutoCloseable {
    private static final String CLEAR_BELOW = "\r\033[J";
    private static final String WRAP_OFF = "\033[?7l";
    private static final String WRAP_ON = "\033[?7h";

    private final SequencedMap<Object, List<String>> parts = new LinkedHashMap<>();
    private List<String> shown = List.of();

    private Live() {}

    /**
     * Shows these lines instead of those shown now by the same one; others' stay where they are.
     */
    synchronized void show(Object who, List<String> lines) {
      parts.put(who, lines);
      List<String> all = parts.values().stream().flatMap(List::stream).toList();
      if (moving && !all.equals(shown)) {
        redraw("", all);
      }
    }

    /** Prints a line that stays, above the moving ones. */
    synchronized void keep(String line) {
      if (moving) {
        redraw(line + "\n", shown);
      } else {
        line(line);
      }
    }

    /** Removes the moving lines. */
    @Override
    public synchronized void close() {
      if (moving && !shown.isEmpty()) {
        redraw("", List.of());
      }
    }

    private void redraw(String above, List<String> lines) {
      StringBuilder text = new StringBuilder();
      if (!shown.isEmpty()) {
        text.append("\033[").append(shown.size()).append("A");
      }
      // Without wrapping a line is one row of the screen, however narrow: no width needs asking.
      text.append(CLEAR_BELOW).append(above).append(WRAP_OFF);
      lines.forEach(line -> text.append(line).append('\n'));
      stdout.print(text.append(WRAP_ON));
      stdout.flush();
      shown = List.copyOf(lines);
    }
  }
}
