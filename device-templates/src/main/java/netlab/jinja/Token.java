package netlab.jinja;

/**
 * A piece of a template.
 *
 * @param text the name, the operator, or the value of a string
 * @param at its offset in the template
 */
record Token(Kind kind, String text, int at) {
  enum Kind {
    TEXT,
    PRINT,
    PRINT_END,
    TAG,
    TAG_END,
    NAME,
    NUMBER,
    STRING,
    OPERATOR,
    END
  }

  boolean is(Kind wanted, String word) {
    return kind == wanted && text.equals(word);
  }

  /** What messages call it. */
  String shown() {
    return switch (kind) {
      case END -> "the end of the template";
      case TEXT -> "text";
      case PRINT, PRINT_END, TAG, TAG_END, NAME, NUMBER, OPERATOR -> "`" + text + "`";
      case STRING -> "'" + text + "'";
    };
  }
}
