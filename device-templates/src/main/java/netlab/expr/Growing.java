package netlab.expr;

/** A text in the making, which does not become too long. */
final class Growing {
  private final StringBuilder text = new StringBuilder();
  private final int cut;

  /** A text that is wanted whole. */
  Growing() {
    this(Integer.MAX_VALUE);
  }

  /** A text of which the first characters are enough. */
  Growing(int cut) {
    this.cut = cut;
  }

  Growing add(String more) {
    if (text.length() <= cut) {
      Values.sized((long) text.length() + more.length());
      text.append(more);
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
