package netlab.render;

import java.io.IOException;
import java.io.Writer;

/**
 * Collects what templates write, line by line: trailing blanks and empty lines are dropped, so that
 * templates may be laid out for the reader.
 */
class LineWriter extends Writer {
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder line = new StringBuilder();

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    BoundedText.mustFit(text.length() + line.length() + length);
    for (int i = offset; i < offset + length; i++) {
      if (buffer[i] == '\n') {
        endLine();
      } else {
        line.append(buffer[i]);
      }
    }
  }

  /** Ends the current line; an empty one leaves no trace. */
  final void endLine() {
    String kept = line.toString().stripTrailing();
    line.setLength(0);
    if (!kept.isEmpty()) {
      text.append(kept).append('\n');
      kept(kept);
    }
  }

  /** Adds a line as it is, even an empty one. */
  final void verbatim(String line) throws IOException {
    BoundedText.mustFit(text.length() + line.length());
    text.append(line).append('\n');
  }

  /** Told of every line that stays. */
  void kept(String line) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
