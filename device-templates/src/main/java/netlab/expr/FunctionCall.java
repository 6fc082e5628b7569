package netlab.expr;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The call of a function that is not of the language: {@code ping('h2', af='ipv6')}. */
public final class FunctionCall {
  private final String name;
  private final int at;
  private final Expr.Arguments arguments;

  private FunctionCall(String name, int at, Expr.Arguments arguments) {
    this.name = name;
    this.at = at;
    this.arguments = arguments;
  }

  /** Reads one call, and nothing around it. */
  public static Outcome<FunctionCall> parse(String text) {
    return Expression.outcome(() -> {
      if (ExprParser.whole(text, Builtins.PYTHON) instanceof Expr.Call call
          && call.callee() instanceof Expr.Name function) {
        return new FunctionCall(function.name(), function.at(), call.arguments());
      }
      throw new Wrong(0, "this is no call of a function", "write `name(arguments)`");
    });
  }

  public String name() {
    return name;
  }

  /** Where the name begins, an offset in characters. */
  public int at() {
    return at;
  }

  /** Where arguments without a name begin. */
  public List<Integer> places() {
    return arguments.positional().stream().map(FunctionCall::begin).toList();
  }

  /** Where the value of an argument with a name begins; its keys are all such names. */
  public Map<String, Integer> namedPlaces() {
    Map<String, Integer> places = new java.util.LinkedHashMap<>();
    arguments.named().forEach((argument, value) -> places.put(argument, begin(value)));
    return places;
  }

  /** Where an expression begins, which for a field is not where its own name stands. */
  private static int begin(Expr expr) {
    int begin = expr.at();
    for (Optional<Expr> first = first(expr); first.isPresent(); first = first(first.get())) {
      begin = Math.min(begin, first.get().at());
    }
    return begin;
  }

  private static Optional<Expr> first(Expr expr) {
    return switch (expr) {
      case Expr.Attribute a -> Optional.of(a.of());
      case Expr.Item i -> Optional.of(i.of());
      case Expr.Slice s -> Optional.of(s.of());
      case Expr.Call c -> Optional.of(c.callee());
      case Expr.Choice c -> Optional.of(c.then());
      default -> Optional.empty();
    };
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
