package netlab.expr;

import java.util.Map;

/** The call of a function that is not of the language: {@code ping('h2', af='ipv6')}. */
public final class FunctionCall {
  private final String name;
  private final Expr.Arguments arguments;

  private FunctionCall(String name, Expr.Arguments arguments) {
    this.name = name;
    this.arguments = arguments;
  }

  /** Reads one call, and nothing around it. */
  public static Outcome<FunctionCall> parse(String text) {
    return Expression.outcome(() -> {
      if (ExprParser.whole(text, Builtins.PYTHON) instanceof Expr.Call call
          && call.callee() instanceof Expr.Name function) {
        return new FunctionCall(function.name(), call.arguments());
      }
      throw new Wrong(0, "this is no call of a function", "write `name(arguments)`");
    });
  }

  public String name() {
    return name;
  }

  /**
   * The values of the arguments.
   *
   * @param names what they can see; see {@link Expression#evaluate}
   */
  public Outcome<Args> evaluate(Map<String, ?> names) {
    return Expression.outcome(
        () -> new Evaluator(Builtins.PYTHON).args(arguments, new Scope(names)));
  }
}
