package netlab.diag;

/**
 * Makes texts of lab files safe to print: escape sequences of a terminal and letters that turn the
 * direction of writing are shown, not sent.
 */
final class Visible {
  private static final int TAB_WIDTH = 4;

  private Visible() {}

  /** A text for one line: line breaks become spaces, other invisible characters their number. */
  static String line(String text) {
    if (text.codePoints().noneMatch(Visible::isHidden)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.replace("\r\n", "\n").codePoints().forEach(c -> shown.append(oneLine(c)));
    return shown.toString();
  }

  private static String oneLine(int c) {
    return c == '\n' || c == '\r' || c == '\t' ? " " : character(c);
  }

  /** How a character of a source line is shown. */
  static String character(int c) {
    if (c == '\t') {
      return " ".repeat(TAB_WIDTH);
    }
    return isHidden(c) ? String.format("<U+%04X>", c) : Character.toString(c);
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** The number of columns that a character takes on a terminal, shown by {@link #character}. */
  static int width(int c) {
    if (c == '\t' || isHidden(c)) {
      return character(c).length();
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** The main blocks of Unicode TR 11 that terminals show in two columns. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x1f300 && c <= 0x1f64f)
        || (c >= 0x1f900 && c <= 0x1f9ff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}
