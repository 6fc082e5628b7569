package netlab.expr;

/** What reading or evaluating an expression gives. */
public sealed interface Outcome<T> {
  /** It worked. */
  record Good<T>(T value) implements Outcome<T> {}

  /**
   * It did not.
   *
   * @param at where in the text of the expression, an offset in characters
   * @param message what is wrong
   * @param hint what is there instead, or what to do; may be empty
   */
  record Mistake<T>(int at, String message, String hint) implements Outcome<T> {}
}
