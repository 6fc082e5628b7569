package netlab.expr;

/** A mistake in an expression, on its way to whoever reports it. */
public final class Wrong extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The place is not known yet. */
  public static final int NOWHERE = -1;

  private final int at;
  private final String hint;

  /**
   * @param at the offset in the text of the template, or {@link #NOWHERE}
   * @param hint what to do about it; may be empty
   */
  public Wrong(int at, String message, String hint) {
    super(message, null, false, false);
    this.at = at;
    this.hint = hint;
  }

  /** A mistake that whoever evaluates the expression knows the place of. */
  public Wrong(String message) {
    this(NOWHERE, message, "");
  }

  public int at() {
    return at;
  }

  public String hint() {
    return hint;
  }

  public String text() {
    return String.valueOf(getMessage());
  }

  /** The same mistake at a place, unless it has one. */
  public Wrong placed(int place) {
    return at == NOWHERE ? new Wrong(place, text(), hint) : this;
  }
}
