package netlab.diag;

/**
 * A further fact about a diagnostic, with its own place when it has one: the first definition of a
 * duplicate, the group a value came from.
 */
public record Note(String text, Span at) {
  /** A note without a place. */
  public static Note of(String text) {
    return new Note(text, Span.NONE);
  }
}
