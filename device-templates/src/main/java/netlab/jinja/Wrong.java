package netlab.jinja;

/** A mistake in a template, on its way to {@link JinjaTemplate}, which reports it. */
final class Wrong extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The place is not known yet. */
  static final int NOWHERE = -1;

  private final int at;
  private final String hint;

  /**
   * @param at the offset in the text of the template, or {@link #NOWHERE}
   * @param hint what to do about it; may be empty
   */
  Wrong(int at, String message, String hint) {
    super(message, null, false, false);
    this.at = at;
    this.hint = hint;
  }

  /** A mistake that whoever evaluates the expression knows the place of. */
  Wrong(String message) {
    this(NOWHERE, message, "");
  }

  int at() {
    return at;
  }

  String hint() {
    return hint;
  }

  String text() {
    return String.valueOf(getMessage());
  }

  /** The same mistake at a place, unless it has one. */
  Wrong placed(int place) {
    return at == NOWHERE ? new Wrong(place, text(), hint) : this;
  }
}
