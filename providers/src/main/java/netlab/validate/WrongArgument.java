package netlab.validate;

/** An argument of a function that makes no sense; never leaves this package. */
final class WrongArgument extends Exception {
  private static final long serialVersionUID = 1L;

  WrongArgument(String message) {
    super(message, null, false, false);
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
