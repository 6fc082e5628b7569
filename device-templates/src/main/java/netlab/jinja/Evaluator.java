package netlab.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Computes values of expressions. */
final class Evaluator {
  /** More than any configuration takes; a template that loops for ever ends here. */
  private static final long MOST_STEPS = 2_000_000;

  private final Statements statements;
  private long steps;

  Evaluator(Statements statements) {
    this.statements = statements;
  }

  /** Counts; throws when this has gone on for too long. */
  void step(int at) {
    if (++steps > MOST_STEPS) {
      throw new Wrong(at, "this template does not come to an end", "");
    }
  }

  /** The value; its mistakes have a place. */
  Object value(Expr expr) {
    step(expr.at());
    try {
      return compute(expr);
    } catch (Wrong e) {
      throw e.placed(expr.at());
    }
  }

  boolean test(Expr expr) {
    return Values.truth(value(expr));
  }

  /** What a loop goes over. */
  List<?> items(Expr expr) {
    Object value = value(expr);
    try {
      return Values.items(value);
    } catch (Wrong e) {
      throw e.placed(expr.at());
    }
  }

  private Object compute(Expr expr) {
    return switch (expr) {
      case Expr.Constant c -> c.value();
      case Expr.Name n ->
          statements.scope().find(n.name()).orElseGet(() -> new Undefined(n.name()));
      case Expr.Sequence s -> new Items(values(s.items()));
      case Expr.Mapping m -> mapping(m);
      case Expr.Attribute a -> Values.member(value(a.of()), a.name(), shown(a.of()));
      case Expr.Item i -> Values.member(value(i.of()), value(i.index()), shown(i.of()));
      case Expr.Slice s -> slice(s);
      case Expr.Call c -> call(c);
      case Expr.Filter f -> filter(f.name(), value(f.of()), f.arguments(), f.at());
      case Expr.Test t -> Tests.apply(t.name(), value(t.of()), values(t.arguments()));
      case Expr.Not n -> !test(n.of());
      case Expr.Negative n -> Values.negative(value(n.of()));
      case Expr.And a -> {
        Object left = value(a.left());
        yield Values.truth(left) ? value(a.right()) : left;
      }
      case Expr.Or o -> {
        Object left = value(o.left());
        yield Values.truth(left) ? left : value(o.right());
      }
      case Expr.Binary b -> Arithmetic.of(b.operator(), value(b.left()), value(b.right()));
      case Expr.Comparison c -> comparison(c);
      case Expr.Choice c ->
          test(c.condition()) ? value(c.then()) : c.otherwise().map(this::value).orElse("");
    };
  }

  private List<Object> values(List<Expr> exprs) {
    List<Object> values = new ArrayList<>();
    exprs.forEach(e -> values.add(value(e)));
    return values;
  }

  private Object mapping(Expr.Mapping mapping) {
    Map<Object, Object> made = new LinkedHashMap<>();
    for (int i = 0; i < mapping.keys().size(); i++) {
      made.put(value(mapping.keys().get(i)), value(mapping.values().get(i)));
    }
    return made;
  }

  /** How a message calls the value of an expression. */
  private static String shown(Expr expr) {
    return switch (expr) {
      case Expr.Name n -> n.name();
      case Expr.Attribute a -> shown(a.of()) + "." + a.name();
      case Expr.Item i when i.index() instanceof Expr.Constant c ->
          shown(i.of()) + "[" + Values.quoted(c.value()) + "]";
      case Expr.Item i -> shown(i.of()) + "[...]";
      default -> "(...)";
    };
  }

  private Object slice(Expr.Slice slice) {
    Object of = value(slice.of());
    List<?> all = Values.items(of);
    int from = slice.from().map(e -> bound(e, all.size())).orElse(0);
    int to = slice.to().map(e -> bound(e, all.size())).orElse(all.size());
    List<?> part = from < to ? all.subList(from, to) : List.of();
    return of instanceof String
        ? String.join("", part.stream().map(Values::text).toList())
        : new Items(part);
  }

  private int bound(Expr expr, int size) {
    long n = Values.whole(value(expr));
    return (int) Math.max(0, Math.min(size, n < 0 ? n + size : n));
  }

  private boolean comparison(Expr.Comparison comparison) {
    Object left = value(comparison.operands().getFirst());
    for (int i = 0; i < comparison.operators().size(); i++) {
      Object right = value(comparison.operands().get(i + 1));
      if (!Arithmetic.compare(comparison.operators().get(i), left, right)) {
        return false;
      }
      left = right;
    }
    return true;
  }

  private Object call(Expr.Call call) {
    List<Object> positional = values(call.arguments().positional());
    Map<String, Object> named = named(call.arguments());
    if (call.callee() instanceof Expr.Attribute method) {
      Object of = value(method.of());
      Optional<Object> member = Values.own(of, method.name());
      return member.isPresent() && member.get() instanceof MacroValue macro
          ? statements.call(macro, positional, named)
          : Methods.call(of, method.name(), positional, named);
    }
    if (call.callee() instanceof Expr.Name name) {
      Optional<Object> found = statements.scope().find(name.name());
      if (found.isPresent() && found.get() instanceof MacroValue macro) {
        return statements.call(macro, positional, named);
      }
      if (found.isEmpty()) {
        return Functions.call(name.name(), positional, named);
      }
    }
    throw new Wrong(shown(call.callee()) + " is no macro");
  }

  private Map<String, Object> named(Expr.Arguments arguments) {
    Map<String, Object> named = new LinkedHashMap<>();
    arguments.named().forEach((name, value) -> named.put(name, value(value)));
    return named;
  }

  /** The value behind a filter. */
  Object filter(String name, Object of, Expr.Arguments arguments, int at) {
    try {
      return Filters.apply(name, of, new Args(values(arguments.positional()), named(arguments)));
    } catch (Wrong e) {
      throw e.placed(at);
    }
  }
}
