package netlab.expr;

/** A text in the making, which does not become too long. */
final class Growing {
  private final StringBuilder text = new StringBuilder();

  Growing add(CharSequence more) {
    Values.sized((long) text.length() + more.length());
    text.append(more);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
