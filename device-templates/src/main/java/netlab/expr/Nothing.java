package netlab.expr;

/** The value {@code None}. */
public enum Nothing {
  NONE
}
