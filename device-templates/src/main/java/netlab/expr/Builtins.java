package netlab.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions of Python that expressions have. */
public final class Builtins {
  /** The language of tests. */
  public static final Language PYTHON = new Language(names(), Optional.empty());

  private static final long LONGEST_RANGE = 100_000;

  private Builtins() {}

  private static Map<String, Object> names() {
    Map<String, Object> names = new LinkedHashMap<>();
    for (String name :
        List.of(
            "len",
            "str",
            "repr",
            "int",
            "float",
            "bool",
            "list",
            "dict",
            "set",
            "tuple",
            "abs",
            "any",
            "all",
            "min",
            "max",
            "sum",
            "sorted",
            "reversed",
            "range",
            "isinstance",
            "enumerate",
            "zip",
            "round",
            "map",
            "filter",
            "next")) {
      names.put(name, Function.of(name, args -> call(name, args)));
    }
    names.put("re", Regex.MODULE);
    return names;
  }

  /** Calls one of them. */
  public static Object call(String name, Args args) {
    return switch (name) {
      case "any" -> !Values.each(args.need(0, "iterable"), item -> !Values.truth(item));
      case "all" -> Values.each(args.need(0, "iterable"), Values::truth);
      case "next" -> next(args);
      case "isinstance" -> instance(args.need(0, "value"), args.need(1, "type"));
      case "min", "max", "sorted", "reversed" -> ordered(name, args);
      case "range" -> range(args);
      case "enumerate", "zip", "map", "filter" -> many(name, args);
      case "list", "tuple", "set", "dict" -> made(name, args);
      case "sum" -> {
        Object sum = args.get(1, "start").orElse(0L);
        for (Object item : items(args)) {
          sum = Arithmetic.of("+", sum, item);
        }
        yield sum;
      }
      default -> one(name, args.positional().isEmpty(), args.get(0, "object").orElse(""), args);
    };
  }

  private static List<?> items(Args args) {
    return Values.items(args.need(0, "iterable"));
  }

  private static Object one(String name, boolean none, Object of, Args args) {
    return switch (name) {
      case "len" -> Values.length(args.need(0, "object"));
      case "str" -> Values.text(of);
      case "repr" -> Values.quoted(of);
      case "int" -> none ? 0L : whole(of, args.whole(1, "base", 10));
      case "float" -> none ? 0.0 : real(of);
      case "bool" -> Values.truth(of);
      case "abs" -> Values.order(of, 0L) < 0 ? Values.negative(of) : of;
      case "round" -> round(of, args);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Object whole(Object of, long base) {
    try {
      return switch (of) {
        case String s ->
            Long.parseLong(
                s.strip().replaceFirst(base == 16 ? "^0x" : "^$", ""), Math.clamp(base, 2, 36));
        case Double d -> d.longValue();
        default -> Values.whole(of);
      };
    } catch (NumberFormatException e) {
      throw new Wrong(Values.brief(of) + " is no whole number");
    }
  }

  private static Object real(Object of) {
    try {
      return of instanceof String s ? Double.parseDouble(s.strip()) : Values.real(of);
    } catch (NumberFormatException e) {
      throw new Wrong(Values.brief(of) + " is no number");
    }
  }

  private static Object round(Object of, Args args) {
    if (!(of instanceof Double d) || !Double.isFinite(d)) {
      return Values.whole(of);
    }
    Optional<Object> digits = args.get(1, "ndigits");
    if (digits.isEmpty()) {
      return (long) Math.rint(d);
    }
    return new java.math.BigDecimal(d)
        .setScale(Math.clamp(Values.whole(digits.get()), -20, 20), java.math.RoundingMode.HALF_EVEN)
        .doubleValue();
  }

  private static Object next(Args args) {
    List<Object> first = new ArrayList<>();
    Values.each(
        args.need(0, "iterator"),
        item -> {
          first.add(item);
          return false;
        });
    return first.isEmpty()
        ? args.get(1, "default").orElseThrow(() -> new Wrong("there is no next item"))
        : first.getFirst();
  }

  private static boolean instance(Object value, Object type) {
    if (type instanceof Tuple types) {
      return types.stream().anyMatch(t -> instance(value, t));
    }
    String name = type instanceof Function f ? f.name() : "";
    return switch (name) {
      case "str" -> value instanceof String;
      case "int" -> value instanceof Long || value instanceof Integer || value instanceof Boolean;
      case "float" -> value instanceof Double;
      case "bool" -> value instanceof Boolean;
      case "list" -> value instanceof List && !(value instanceof Tuple);
      case "tuple" -> value instanceof Tuple;
      case "dict" -> value instanceof Map;
      case "set" -> value instanceof Set;
      default ->
          throw new Wrong(
              Wrong.NOWHERE,
              Values.brief(type) + " is no type",
              "types: str, int, float, bool, list, tuple, dict, set");
    };
  }

  private static Object ordered(String name, Args args) {
    List<Object> items = new ArrayList<>(args.size() > 1 ? args.positional() : items(args));
    if (name.equals("reversed")) {
      return new Items(items.reversed());
    }
    Comparator<Object> order = Values::order;
    if (args.named().get("key") instanceof Function key) {
      order = Comparator.comparing(item -> key.call(Args.of(item)), Values::order);
    }
    if (name.equals("sorted")) {
      items.sort(args.flag(-1, "reverse", false) ? order.reversed() : order);
      return new Items(items);
    }
    if (items.isEmpty()) {
      return args.get(-1, "default").orElseThrow(() -> new Wrong(name + " of nothing"));
    }
    return name.equals("min") ? Collections.min(items, order) : Collections.max(items, order);
  }

  /** Numbers from, to and by; also a function of templates. */
  public static Items range(Args args) {
    List<Object> bounds = args.positional();
    if (bounds.isEmpty() || bounds.size() > 3) {
      throw new Wrong("range takes one to three numbers");
    }
    long from = bounds.size() == 1 ? 0 : Values.whole(bounds.get(0));
    long to = Values.whole(bounds.get(bounds.size() == 1 ? 0 : 1));
    long step = bounds.size() == 3 ? Values.whole(bounds.get(2)) : 1;
    if (step == 0 || Math.abs((double) to - from) / Math.abs((double) step) > LONGEST_RANGE) {
      throw new Wrong(
          "range goes by steps other than 0, and gives at most " + LONGEST_RANGE + " numbers");
    }
    var numbers = new Items();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      numbers.add(i);
    }
    return numbers;
  }

  private static Object many(String name, Args args) {
    var made = new Items();
    switch (name) {
      case "enumerate" -> {
        long at = args.whole(1, "start", 0);
        for (Object item : items(args)) {
          made.add(Tuple.of(at++, item));
        }
      }
      case "zip" -> {
        List<List<?>> all = new ArrayList<>();
        args.positional().forEach(list -> all.add(Values.items(list)));
        int size = all.stream().mapToInt(List::size).min().orElse(0);
        for (int i = 0; i < size; i++) {
          int at = i;
          made.add(new Tuple(all.stream().map(list -> (Object) list.get(at)).toList()));
        }
      }
      default -> {
        Object function = args.need(0, "function");
        for (Object item : Values.items(args.need(1, "iterable"))) {
          Object value = function instanceof Function f ? f.call(Args.of(item)) : item;
          if (name.equals("map")) {
            made.add(value);
          } else if (Values.truth(value)) {
            made.add(item);
          }
        }
      }
    }
    return made;
  }

  private static Object made(String name, Args args) {
    if (name.equals("dict")) {
      Map<Object, Object> all = new LinkedHashMap<>();
      args.get(0, "")
          .ifPresent(from ->
              all.putAll(from instanceof Map<?, ?> m ? m : Values.mapping(Values.items(from))));
      all.putAll(args.named());
      return all;
    }
    List<?> items = args.size() == 0 ? List.of() : items(args);
    return switch (name) {
      case "list" -> new Items(items);
      case "tuple" -> new Tuple(items);
      default -> Values.set(items);
    };
  }
}
