package netlab.jinja;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import netlab.expr.Args;
import netlab.expr.Arithmetic;
import netlab.expr.Items;
import netlab.expr.Undefined;
import netlab.expr.Values;

/** Filters of lists. */
final class Lists {
  private static final Set<String> ALL =
      Set.of(
          "list",
          "first",
          "last",
          "join",
          "sort",
          "reverse",
          "unique",
          "min",
          "max",
          "sum",
          "map",
          "select",
          "reject",
          "selectattr",
          "rejectattr",
          "flatten",
          "union",
          "intersect",
          "difference");

  private Lists() {}

  static boolean isFilter(String name) {
    return ALL.contains(name);
  }

  static Object key(Object item, Args args, int place) {
    return args.get(place, "attribute").map(a -> Values.path(item, Values.text(a))).orElse(item);
  }

  static Items sorted(List<?> items, Args args) {
    List<Object> sorted = new ArrayList<>(items);
    Comparator<Object> order = Comparator.comparing(i -> key(i, args, 2), Filters::order);
    sorted.sort(args.flag(0, "reverse", false) ? order.reversed() : order);
    return new Items(sorted);
  }

  static Items unique(List<?> items, Args args) {
    var unique = new Items();
    List<Object> keys = new ArrayList<>();
    for (Object item : items) {
      Object key = key(item, args, 1);
      if (keys.stream().noneMatch(k -> Values.equal(k, key))) {
        keys.add(key);
        unique.add(item);
      }
    }
    return unique;
  }

  static Object sum(List<?> items, Args args) {
    Object sum = args.get(1, "start").orElse(0L);
    for (Object item : items) {
      sum = Arithmetic.of("+", sum, key(item, args, 0));
    }
    return sum;
  }

  static Items map(List<?> items, Args args) {
    var mapped = new Items();
    for (Object item : items) {
      Object by = args.named().get("attribute");
      if (by != null) {
        Object value = Values.path(item, Values.text(by));
        Object usual = args.named().get("default");
        mapped.add(value instanceof Undefined && usual != null ? usual : value);
      } else {
        mapped.add(Filters.apply(args.text(0, "filter", "string"), item, args.from(1)));
      }
    }
    return mapped;
  }

  static Items selected(List<?> items, Args args, boolean wanted) {
    return new Items(items.stream().filter(i -> passes(i, args) == wanted).toList());
  }

  static Items selectedBy(List<?> items, Args args, boolean wanted) {
    String path = args.text(0, "attribute", "");
    return new Items(
        items.stream().filter(i -> passes(Values.path(i, path), args.from(1)) == wanted).toList());
  }

  private static boolean passes(Object value, Args args) {
    return args.size() == 0
        ? Values.truth(value)
        : Tests.apply(args.text(0, "test", ""), value, args.from(1).positional());
  }

  static Items flat(List<?> items) {
    var flat = new Items();
    for (Object item : items) {
      if (item instanceof List<?> inner) {
        flat.addAll(flat(inner));
      } else {
        flat.add(item);
      }
    }
    return flat;
  }

  static Items set(String name, List<?> items, List<?> other) {
    if (name.equals("union")) {
      var all = new Items(items);
      all.addAll(other);
      return unique(all, Args.NONE);
    }
    boolean wanted = name.equals("intersect");
    return unique(
        items.stream().filter(i -> Arithmetic.contains(other, i) == wanted).toList(), Args.NONE);
  }
}
