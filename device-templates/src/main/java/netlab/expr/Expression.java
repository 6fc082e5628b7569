package netlab.expr;

import java.util.Map;

/**
 * An expression of a test, in the language of Python as far as tests of labs use it: {@code
 * len(neighbors) == 2 and all(n.state == 'Full' for n in neighbors)}. It sees plain data only, so
 * it can reach no file and no program; and one that does not end is stopped. Fields of mappings are
 * attributes, too; what is not there is a mistake that tells what is.
 */
public final class Expression {
  private final Expr expr;

  private Expression(Expr expr) {
    this.expr = expr;
  }

  public static Outcome<Expression> parse(String text) {
    return outcome(() -> new Expression(ExprParser.whole(text, Builtins.PYTHON)));
  }

  /**
   * The value.
   *
   * @param names what it can see: texts, numbers, booleans, lists, mappings, {@link Nothing}
   */
  public Outcome<Object> evaluate(Map<String, ?> names) {
    return outcome(() -> value(expr, names));
  }

  /** Whether the value counts as true: neither false nor 0 nor empty. */
  public Outcome<Boolean> test(Map<String, ?> names) {
    return outcome(() -> Values.truth(value(expr, names)));
  }

  /**
   * What a test that counts as false compared: {@code 1 == 2} for {@code up and len(neighbors) ==
   * 2}; empty when that says no more than the test itself.
   */
  public String decisive(Map<String, ?> names) {
    return switch (outcome(
        () -> decisive(expr, new Evaluator(Builtins.PYTHON), new Scope(names)))) {
      case Outcome.Good<String>(String compared) -> compared;
      case Outcome.Mistake<String> m -> "";
    };
  }

  private static String decisive(Expr expr, Evaluator evaluator, Scope scope) {
    return switch (expr) {
      case Expr.And a ->
          decisive(evaluator.test(a.left(), scope) ? a.right() : a.left(), evaluator, scope);
      case Expr.Or o -> decisive(o.right(), evaluator, scope);
      case Expr.Not n -> "not " + Values.brief(evaluator.value(n.of(), scope));
      case Expr.Comparison c -> {
        Object left = evaluator.value(c.operands().getFirst(), scope);
        for (int i = 0; i < c.operators().size(); i++) {
          String operator = c.operators().get(i);
          Object right = evaluator.value(c.operands().get(i + 1), scope);
          if (!Arithmetic.compare(operator, left, right)) {
            yield Values.brief(left) + " " + operator + " " + Values.brief(right);
          }
          left = right;
        }
        yield "";
      }
      default -> {
        Object value = evaluator.value(expr, scope);
        yield value instanceof Boolean ? "" : Values.brief(value);
      }
    };
  }

  private static Object value(Expr expr, Map<String, ?> names) {
    return new Evaluator(Builtins.PYTHON).value(expr, new Scope(names));
  }

  static <T> Outcome<T> outcome(java.util.function.Supplier<T> what) {
    try {
      return new Outcome.Good<>(what.get());
    } catch (Wrong e) {
      return new Outcome.Mistake<>(Math.max(0, e.at()), e.text(), e.hint());
    }
  }
}
