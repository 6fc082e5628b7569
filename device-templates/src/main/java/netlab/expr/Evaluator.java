package netlab.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Computes values of expressions. What never ends, or wants all memory, is stopped. */
public final class Evaluator {
  /** More than any configuration or test takes. */
  private static final long MOST_STEPS = 2_000_000;

  /** Steps can be slow on large values; this many seconds nobody waits for a text. */
  private static final long MOST_SECONDS = 10;

  private static final int DEEPEST = 300;

  private final Language language;
  private final long begin = System.nanoTime();
  private long steps;
  private int depth;

  public Evaluator(Language language) {
    this.language = language;
  }

  /** Counts; throws when this has gone on for too long. */
  public void step(int at) {
    steps(1, at);
  }

  private void steps(long more, int at) {
    steps += more;
    boolean late =
        (steps & 255) < more && System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    if (steps > MOST_STEPS || late) {
      String what = language.template().isPresent() ? "template" : "expression";
      throw new Wrong(at, "this " + what + " does not come to an end", "");
    }
  }

  /** The value; its mistakes have a place. */
  public Object value(Expr expr, Scope scope) {
    step(expr.at());
    if (++depth > DEEPEST) {
      throw new Wrong(expr.at(), "this expression is nested too deeply", "");
    }
    try {
      Object value = compute(expr, scope);
      if (value instanceof Undefined u && language.template().isEmpty()) {
        throw u.absent();
      }
      return value;
    } catch (Wrong e) {
      throw e.placed(expr.at());
    } finally {
      depth--;
    }
  }

  public boolean test(Expr expr, Scope scope) {
    return Values.truth(value(expr, scope));
  }

  /** What a loop goes over. */
  public List<?> items(Expr expr, Scope scope) {
    Object value = value(expr, scope);
    try {
      return Values.items(value);
    } catch (Wrong e) {
      throw e.placed(expr.at());
    }
  }

  private Object compute(Expr expr, Scope scope) {
    return switch (expr) {
      case Expr.Constant c -> c.value();
      case Expr.Name n -> name(n.name(), scope);
      case Expr.Attribute a -> Values.member(value(a.of(), scope), a.name(), shown(a.of()));
      case Expr.Item i ->
          Values.member(value(i.of(), scope), value(i.index(), scope), shown(i.of()));
      case Expr.Not n -> !test(n.of(), scope);
      case Expr.And a -> {
        Object left = value(a.left(), scope);
        yield Values.truth(left) ? value(a.right(), scope) : left;
      }
      case Expr.Or o -> {
        Object left = value(o.left(), scope);
        yield Values.truth(left) ? left : value(o.right(), scope);
      }
      case Expr.Choice c ->
          test(c.condition(), scope)
              ? value(c.then(), scope)
              : c.otherwise().map(e -> value(e, scope)).orElse("");
      case Expr.Comparison c -> comparison(c, scope);
      case Expr.Sequence s -> sequence(s.shape(), values(s.items(), scope));
      case Expr.Lambda l -> Function.of("lambda", args -> lambda(l, args, scope));
      case Expr.Mapping m -> counted(mapping(m, scope), m.at());
      case Expr.Slice s -> counted(slice(s, scope), s.at());
      case Expr.Call c -> counted(call(c, scope), c.at());
      case Expr.Comprehension c -> counted(comprehension(c, scope), c.at());
      case Expr.Negative n -> Values.negative(value(n.of(), scope));
      case Expr.Binary b ->
          counted(
              Arithmetic.of(b.operator(), value(b.left(), scope), value(b.right(), scope)), b.at());
    };
  }

  /** Large values count as many steps, so that no sum of them takes all memory. */
  private Object counted(Object value, int at) {
    switch (value) {
      case String s -> steps(s.length() / 16, at);
      case Collection<?> c -> steps(c.size() / 4, at);
      case Map<?, ?> m -> steps(m.size() / 4, at);
      default -> {}
    }
    return value;
  }

  private Object name(String name, Scope scope) {
    return scope
        .find(name)
        .or(() -> Optional.ofNullable(language.names().get(name)))
        .orElseGet(() -> new Undefined(name, name, scope));
  }

  private List<Object> values(List<Expr> exprs, Scope scope) {
    List<Object> values = new ArrayList<>();
    exprs.forEach(e -> values.add(value(e, scope)));
    return values;
  }

  private static Object sequence(Expr.Shape shape, List<Object> items) {
    return switch (shape) {
      case TUPLE -> new Tuple(items);
      case SET -> Values.set(items);
      case LIST, MAPPING, GENERATOR -> new Items(items);
    };
  }

  private Object mapping(Expr.Mapping mapping, Scope scope) {
    Map<Object, Object> made = new LinkedHashMap<>();
    for (int i = 0; i < mapping.keys().size(); i++) {
      made.put(
          Values.key(value(mapping.keys().get(i), scope)), value(mapping.values().get(i), scope));
    }
    return made;
  }

  /** How a message calls the value of an expression. */
  private static String shown(Expr expr) {
    return switch (expr) {
      case Expr.Name n -> n.name();
      case Expr.Attribute a -> shown(a.of()) + Values.step(a.name());
      case Expr.Item i when i.index() instanceof Expr.Constant c ->
          shown(i.of()) + Values.step(c.value());
      case Expr.Item i -> shown(i.of()) + "[...]";
      default -> "(...)";
    };
  }

  private Object slice(Expr.Slice slice, Scope scope) {
    Object of = value(slice.of(), scope);
    List<?> all = Values.items(of);
    long step = slice.step().map(e -> Values.whole(value(e, scope))).orElse(1L);
    if (step == 0) {
      throw new Wrong("a slice cannot go by steps of 0");
    }
    int low = step > 0 ? 0 : -1;
    int high = step > 0 ? all.size() : all.size() - 1;
    int from =
        slice.from().map(e -> bound(e, scope, all.size(), low, high)).orElse(step > 0 ? low : high);
    int to =
        slice.to().map(e -> bound(e, scope, all.size(), low, high)).orElse(step > 0 ? high : low);
    List<Object> part = new ArrayList<>();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      part.add(all.get((int) i));
    }
    return switch (of) {
      case String s -> String.join("", part.stream().map(Values::text).toList());
      case Tuple t -> new Tuple(part);
      default -> new Items(part);
    };
  }

  private int bound(Expr expr, Scope scope, int size, int low, int high) {
    Object value = value(expr, scope);
    if (value == Nothing.NONE) {
      throw new Wrong("leave a bound of a slice away instead of None");
    }
    long n = Values.whole(value);
    return Math.clamp(n < 0 ? n + size : n, low, Math.max(low, high));
  }

  private boolean comparison(Expr.Comparison comparison, Scope scope) {
    Object left = value(comparison.operands().getFirst(), scope);
    for (int i = 0; i < comparison.operators().size(); i++) {
      Object right = value(comparison.operands().get(i + 1), scope);
      if (!Arithmetic.compare(comparison.operators().get(i), left, right)) {
        return false;
      }
      left = right;
    }
    return true;
  }

  private Object call(Expr.Call call, Scope scope) {
    if (call.callee() instanceof Expr.Attribute method) {
      Object of = value(method.of(), scope);
      return Values.own(of, method.name()).orElse(of) instanceof Function f
          ? f.call(args(call.arguments(), scope))
          : Methods.call(of, method.name(), args(call.arguments(), scope));
    }
    Object callee =
        call.callee() instanceof Expr.Name n ? name(n.name(), scope) : value(call.callee(), scope);
    if (callee instanceof Function f) {
      return f.call(args(call.arguments(), scope));
    }
    throw callee instanceof Undefined u
        ? new Wrong(call.callee().at(), "there is no function `" + u.name() + "`", functions())
        : new Wrong(shown(call.callee()) + " cannot be called");
  }

  private String functions() {
    return "functions: " + String.join(", ", language.names().keySet().stream().sorted().toList());
  }

  /** The values of what stands in the parentheses of a call. */
  public Args args(Expr.Arguments arguments, Scope scope) {
    Map<String, Object> named = new LinkedHashMap<>();
    List<Object> positional = values(arguments.positional(), scope);
    arguments.named().forEach((name, value) -> named.put(name, value(value, scope)));
    return new Args(positional, named);
  }

  private Object lambda(Expr.Lambda lambda, Args args, Scope scope) {
    if (args.size() != lambda.parameters().size() || !args.named().isEmpty()) {
      throw new Wrong("lambda takes (" + String.join(", ", lambda.parameters()) + ")");
    }
    Scope inner = scope.inner();
    for (int i = 0; i < args.size(); i++) {
      inner.set(lambda.parameters().get(i), args.positional().get(i));
    }
    return value(lambda.body(), inner);
  }

  private Object comprehension(Expr.Comprehension c, Scope scope) {
    Generator values = taker -> clauses(c, 0, scope, taker);
    return switch (c.shape()) {
      case GENERATOR -> values;
      case LIST -> new Items(Values.items(values));
      case TUPLE -> new Tuple(Values.items(values));
      case SET -> Values.set(Values.items(values));
      case MAPPING -> Values.mapping(Values.items(values));
    };
  }

  /** False when the taker wants no more. */
  private boolean clauses(Expr.Comprehension c, int i, Scope scope, Predicate<Object> taker) {
    if (i == c.clauses().size()) {
      return taker.test(value(c.element(), scope));
    }
    Expr.Clause clause = c.clauses().get(i);
    Object over = value(clause.over(), scope);
    try {
      return Values.each(over, item -> clause(c, i, scope, item, taker));
    } catch (Wrong e) {
      throw e.placed(clause.over().at());
    }
  }

  private boolean clause(
      Expr.Comprehension c, int i, Scope scope, Object item, Predicate<Object> taker) {
    Expr.Clause clause = c.clauses().get(i);
    step(clause.over().at());
    Scope inner = scope.inner();
    inner.set(clause.target(), item);
    for (Expr condition : clause.conditions()) {
      if (!test(condition, inner)) {
        return true;
      }
    }
    return clauses(c, i + 1, inner, taker);
  }
}
