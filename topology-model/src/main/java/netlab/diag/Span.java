package netlab.diag;

import java.util.Comparator;

/**
 * A stretch of a source file. Lines and columns are 1-based; columns count UTF-16 units; the end is
 * exclusive. A span without a place is {@link #NONE}.
 */
public record Span(SourceFile file, int line, int column, int endLine, int endColumn)
    implements Comparable<Span> {

  /** The span of a value that no source text gave. */
  public static final Span NONE = new Span(new SourceFile("", ""), 0, 0, 0, 0);

  private static final Comparator<Span> ORDER =
      Comparator.comparing((Span s) -> s.file.name())
          .thenComparingInt(Span::line)
          .thenComparingInt(Span::column)
          .thenComparingInt(Span::endLine)
          .thenComparingInt(Span::endColumn);

  /** True when this span points into a text. */
  public boolean known() {
    return line > 0;
  }

  /** This place, or another where nobody wrote this one. */
  public Span or(Span other) {
    return known() ? this : other;
  }

  /** {@code file:line:column}, or the file's name alone when there is no place. */
  public String location() {
    return known() ? file.name() + ":" + line + ":" + column : file.name();
  }

  /** From the start of this span to the end of another one of the same file. */
  public Span until(Span end) {
    return new Span(file, line, column, end.endLine, end.endColumn);
  }

  @Override
  public int compareTo(Span other) {
    return ORDER.compare(this, other);
  }

  /** Only the place: the text of the file does not belong into messages of assertions. */
  @Override
  public String toString() {
    return location();
  }
}
