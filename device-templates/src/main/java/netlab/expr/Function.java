package netlab.expr;

/** A value that can be called: a function of the language, a macro, a lambda. */
public interface Function {
  /** What messages call it. */
  String name();

  /** Throws {@link Wrong} when it cannot work with these. */
  Object call(Args args);

  /** A function by its name and what it does. */
  static Function of(String name, java.util.function.Function<Args, Object> body) {
    return new Named(name, body);
  }

  /** A function of the language. */
  record Named(String name, java.util.function.Function<Args, Object> body) implements Function {
    @Override
    public Object call(Args args) {
      return body.apply(args);
    }
  }
}
