package netlab.expr;

/**
 * A piece of an expression.
 *
 * @param text the name, the operator, or the value of a string; for the end what stands there
 * @param at its offset in the text
 * @param end the offset behind it
 */
public record Token(Kind kind, String text, int at, int end) {
  /** What a piece can be; the texts in {@link #FORMAT} hold expressions in braces. */
  public enum Kind {
    NAME,
    NUMBER,
    STRING,
    FORMAT,
    OPERATOR,
    END
  }

  public boolean is(Kind wanted, String word) {
    return kind == wanted && text.equals(word);
  }

  /** What messages call it. */
  String shown() {
    return switch (kind) {
      case END -> text.isEmpty() ? "the end" : "`" + text + "`";
      case NAME, NUMBER, OPERATOR -> "`" + text + "`";
      case STRING, FORMAT -> "'" + text + "'";
    };
  }
}
