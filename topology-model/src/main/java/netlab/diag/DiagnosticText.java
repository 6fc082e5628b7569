package netlab.diag;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Shows diagnostics to people: place, source line, marks, help, notes. */
public final class DiagnosticText {
  /** More diagnostics than this are only counted. */
  public static final int LIMIT = 50;

  private enum Style {
    ERROR("1;31"),
    WARNING("1;33"),
    STRONG("1"),
    FRAME("34");

    private final String sgr;

    Style(String sgr) {
      this.sgr = sgr;
    }
  }

  private final boolean colour;

  /** With or without ANSI colours. */
  public DiagnosticText(boolean colour) {
    this.colour = colour;
  }

  /** All diagnostics, with an empty line between them and a count instead of the 51st. */
  public String render(List<Diagnostic> diagnostics) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics.subList(0, Math.min(LIMIT, diagnostics.size()))) {
      text.append(text.isEmpty() ? "" : "\n").append(render(diagnostic));
    }
    if (diagnostics.size() > LIMIT) {
      text.append("\nand ").append(diagnostics.size() - LIMIT).append(" more\n");
    }
    return text.toString();
  }

  /** One diagnostic; several lines, each with its line break. */
  public String render(Diagnostic diagnostic) {
    List<Note> notes = diagnostic.allNotes();
    int gutter = gutter(diagnostic.at(), notes);
    Style style = diagnostic.severity() == Severity.ERROR ? Style.ERROR : Style.WARNING;
    String kind = diagnostic.severity().name().toLowerCase(Locale.ROOT);
    StringBuilder text = new StringBuilder();
    text.append(paint(style, kind + "[" + diagnostic.code().id() + "]"))
        .append(paint(Style.STRONG, ": " + Visible.line(diagnostic.message())))
        .append('\n');
    place(text, diagnostic.at(), gutter, '^', style);
    for (Note note : notes) {
      if (note.at().known()) {
        text.append(paint(Style.STRONG, "note: " + Visible.line(note.text()))).append('\n');
        place(text, note.at(), gutter, '-', Style.FRAME);
      }
    }
    diagnostic.hint().ifPresent(hint -> remark(text, gutter, "help", hint));
    notes.stream()
        .filter(note -> !note.at().known())
        .forEach(note -> remark(text, gutter, "note", note.text()));
    remark(text, gutter, "see", "netlab explain " + diagnostic.code().id());
    return text.toString();
  }

  private void place(StringBuilder text, Span at, int gutter, char marker, Style style) {
    if (at.location().isEmpty()) {
      return;
    }
    String margin = " ".repeat(gutter);
    text.append(paint(Style.FRAME, margin + "-->"))
        .append(' ')
        .append(Visible.line(at.location()))
        .append('\n');
    if (!at.known() || at.file().text().isEmpty()) {
      return;
    }
    Excerpt excerpt = Excerpt.of(at, marker);
    String number = String.format(Locale.ROOT, "%" + gutter + "d", at.line());
    text.append(paint(Style.FRAME, margin + " |")).append('\n');
    text.append(paint(Style.FRAME, number + " |"))
        .append(excerpt.source().isEmpty() ? "" : " " + excerpt.source())
        .append('\n');
    text.append(paint(Style.FRAME, margin + " |"))
        .append(' ')
        .append(paint(style, excerpt.mark()))
        .append('\n');
  }

  private void remark(StringBuilder text, int gutter, String kind, String remark) {
    text.append(paint(Style.FRAME, " ".repeat(gutter) + " ="))
        .append(' ')
        .append(paint(Style.STRONG, kind + ":"))
        .append(' ')
        .append(Visible.line(remark))
        .append('\n');
  }

  /** The width of the largest line number shown. */
  private static int gutter(Span at, List<Note> notes) {
    int largest =
        Stream.concat(Stream.of(at), notes.stream().map(Note::at))
            .mapToInt(Span::line)
            .max()
            .orElse(0);
    return Integer.toString(largest).length();
  }

  private String paint(Style style, String text) {
    return colour ? "\u001b[" + style.sgr + "m" + text + "\u001b[0m" : text;
  }
}
