package netlab.diag;

/**
 * One line of a source with a mark under a span.
 *
 * @param source the line as shown; long lines are cut around the span
 * @param mark blanks and marks that stand under it
 */
record Excerpt(String source, String mark) {
  /** Columns of source to show; the span's beginning is always among them. */
  private static final int WINDOW = 160;

  private static final String CUT = "...";

  /** The first line of a span; a span of several lines has {@code ...} after its marks. */
  static Excerpt of(Span span, char marker) {
    String line = line(span.file().text(), span.line());
    int from = Math.min(span.column() - 1, line.length());
    boolean several = span.endLine() > span.line();
    int to = several ? line.length() : Math.min(span.endColumn() - 1, line.length());
    int start = line.length() > WINDOW && from > WINDOW / 2 ? from - WINDOW / 2 : 0;
    int end = Math.min(line.length(), start + WINDOW);

    StringBuilder source = new StringBuilder(start > 0 ? CUT : "");
    int before = source.length();
    int marked = 0;
    for (int i = start; i < end; ) {
      int c = line.codePointAt(i);
      source.append(Visible.character(c));
      before += i < from ? Visible.width(c) : 0;
      marked += i >= from && i < to ? Visible.width(c) : 0;
      i += Character.charCount(c);
    }
    source.append(end < line.length() ? CUT : "");
    String mark =
        " ".repeat(before)
            + String.valueOf(marker).repeat(Math.max(1, marked))
            + (several ? CUT : "");
    return new Excerpt(source.toString().stripTrailing(), mark);
  }

  /** The text of a line, counted from 1; empty after the end. */
  private static String line(String text, int number) {
    int start = 0;
    for (int line = 1; line < number && start <= text.length(); line++) {
      start = afterLine(text, endOfLine(text, start));
    }
    return start > text.length() ? "" : text.substring(start, endOfLine(text, start));
  }

  private static int endOfLine(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private static int afterLine(String text, int end) {
    return end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
}
