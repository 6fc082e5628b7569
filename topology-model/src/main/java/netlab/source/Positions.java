package netlab.source;

import java.util.Arrays;
import java.util.stream.IntStream;
import netlab.diag.SourceFile;
import netlab.diag.Span;

/**
 * Turns offsets into spans. The YAML parser counts code points from 0; spans count lines and UTF-16
 * units from 1.
 */
final class Positions {
  private final SourceFile file;
  private final String text;
  private final int[] lineStarts;

  /** The code point index of each character that takes two UTF-16 units, ascending. */
  private final int[] wide;

  Positions(SourceFile file) {
    this(file, file.text());
  }

  /** Places in a text that stands for the one of the file, character by character. */
  Positions(SourceFile file, String text) {
    this.file = file;
    this.text = text;
    this.lineStarts = lineStarts(text);
    this.wide = wideCharacters(text);
  }

  private static int[] lineStarts(String text) {
    return IntStream.concat(
            IntStream.of(0),
            IntStream.rangeClosed(1, text.length())
                .filter(i -> {
                  char before = text.charAt(i - 1);
                  boolean middleOfCrLf =
                      before == '\r' && i < text.length() && text.charAt(i) == '\n';
                  return before == '\n' || (before == '\r' && !middleOfCrLf);
                }))
        .toArray();
  }

  private static int[] wideCharacters(String text) {
    int[] found = new int[8];
    int count = 0;
    int codePoint = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean pair =
          Character.isHighSurrogate(text.charAt(i))
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = codePoint;
        i++;
      }
      codePoint++;
    }
    return Arrays.copyOf(found, count);
  }

  /** The offset in UTF-16 units of a code point. */
  int offset(int codePoint) {
    int at = Arrays.binarySearch(wide, codePoint);
    int before = at >= 0 ? at : -at - 1;
    return Math.min(codePoint + before, text.length());
  }

  /** The span from one offset up to, not including, another. */
  Span span(int start, int end) {
    int line = line(start);
    int endLine = line(Math.max(start, end));
    return new Span(
        file,
        line,
        start - lineStarts[line - 1] + 1,
        endLine,
        Math.max(start, end) - lineStarts[endLine - 1] + 1);
  }

  private int line(int offset) {
    int at = Arrays.binarySearch(lineStarts, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The offset where the anchor and the tag before a node end and the node itself begins. */
  int afterProperties(int start) {
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '&' || c == '!') {
        while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
          i++;
        }
      } else if (c == '#') {
        while (i < text.length() && text.charAt(i) != '\n') {
          i++;
        }
      } else if (Character.isWhitespace(c)) {
        i++;
      } else {
        return i;
      }
    }
    return i;
  }

  /** The end without the white space before it. */
  int withoutTrailingSpace(int start, int end) {
    int i = end;
    while (i > start && Character.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }
}
