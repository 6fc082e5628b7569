package netlab.validate;

/** A text of a test that makes no sense: a template, an expression, a call. */
final class WrongText extends Exception {
  private static final long serialVersionUID = 1L;

  /** The mistake is in the text as a whole. */
  static final int ALL = -1;

  private final String text;
  private final int at;
  private final String hint;
  private final boolean certain;

  /**
   * @param text what is wrong, without blanks around it
   * @param at where in it, from 0, or {@link #ALL}
   * @param hint what to do about it; may be empty
   * @param certain whether it is wrong whatever the lab is like
   */
  WrongText(String text, int at, String message, String hint, boolean certain) {
    super(message, null, false, false);
    this.text = text;
    this.at = at;
    this.hint = hint;
    this.certain = certain;
  }

  String text() {
    return text;
  }

  int at() {
    return at;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  String hint() {
    return hint;
  }

  boolean certain() {
    return certain;
  }

  /** All of it in one line: {@code `len(x`, at 6: a bracket is open (close it)}. */
  String sentence() {
    String place = at < 0 ? "" : ", at " + (at + 1);
    return "`" + text + "`" + place + ": " + message() + (hint.isEmpty() ? "" : " (" + hint + ")");
  }
}
