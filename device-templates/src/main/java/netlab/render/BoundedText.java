package netlab.render;

import java.io.IOException;
import java.io.Writer;

/** Keeps what a template writes, up to a size that no configuration has. */
final class BoundedText extends Writer {
  private static final int LIMIT = 16 << 20;

  private final StringBuilder text = new StringBuilder();

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    mustFit(text.length() + length);
    text.append(buffer, offset, length);
  }

  /** Ends a template that writes more than any configuration has, such as one that never ends. */
  static void mustFit(int size) throws IOException {
    if (size > LIMIT) {
      throw new IOException("more than " + (LIMIT >> 20) + " MB of output");
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
