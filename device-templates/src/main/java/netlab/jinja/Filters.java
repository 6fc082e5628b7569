package netlab.jinja;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import netlab.expr.Args;
import netlab.expr.Builtins;
import netlab.expr.Formats;
import netlab.expr.Items;
import netlab.expr.Methods;
import netlab.expr.Regex;
import netlab.expr.Texts;
import netlab.expr.Tuple;
import netlab.expr.Undefined;
import netlab.expr.Values;
import netlab.expr.Wrong;

/** What may stand behind {@code |}. */
final class Filters {
  private Filters() {}

  static Object apply(String name, Object of, Args args) {
    return switch (name) {
      case "default", "d" ->
          of instanceof Undefined || (args.flag(1, "boolean", false) && !Values.truth(of))
              ? args.get(0, "default_value").orElse("")
              : of;
      case "ipaddr", "ipv4", "ipv6", "ipwrap", "hwaddr" -> AddressFilters.apply(name, of, args);
      case "string" -> Values.text(of);
      case "int" -> Conversions.whole(of, args.get(0, "default").orElse(0L));
      case "float" -> Conversions.real(of, args.get(0, "default").orElse(0.0));
      case "bool" -> Conversions.flag(of);
      case "abs" -> Builtins.call(name, args.behind(of));
      case "round" -> Conversions.rounded(of, args);
      case "length", "count" -> Values.length(of);
      case "ternary" -> args.get(Values.truth(of) ? 0 : 1, "value").orElse("");
      case "upper", "lower", "title", "capitalize", "replace", "split" ->
          Methods.call(Values.text(of), name, args);
      case "trim" -> Methods.call(Values.text(of), "strip", args);
      case "indent", "format", "regex_replace", "regex_search", "quote" ->
          text(name, Values.text(of), args);
      case "combine", "dictsort", "items", "dict2items", "items2dict" -> mapping(name, of, args);
      default -> list(name, of, args);
    };
  }

  private static Object text(String name, String s, Args args) {
    return switch (name) {
      case "indent" ->
          Texts.indented(
              s,
              Math.clamp(args.whole(0, "width", 4), 0, 1000),
              args.flag(1, "first", false),
              args.flag(2, "blank", false));
      case "format" -> Formats.percent(s, new Tuple(args.positional()));
      case "quote" -> s.matches("[\\w@%+=:,./-]+") ? s : "'" + s.replace("'", "'\"'\"'") + "'";
      case "regex_search" -> {
        var found = Regex.matcher(args.text(0, "regex", ""), s);
        yield found.find() ? found.group() : "";
      }
      default -> Regex.replace(args.text(0, "pattern", ""), s, args.text(1, "replacement", ""));
    };
  }

  private static Object mapping(String name, Object of, Args args) {
    if (name.equals("items2dict")) {
      Map<Object, Object> made = new LinkedHashMap<>();
      Values.items(of).forEach(i -> made.put(Values.path(i, "key"), Values.path(i, "value")));
      return made;
    }
    if (!(of instanceof Map<?, ?> map)) {
      throw of instanceof Undefined u ? u.wrong() : new Wrong(Values.quoted(of) + " is no mapping");
    }
    if (name.equals("combine")) {
      Map<Object, Object> all = new LinkedHashMap<>(map);
      for (Object other : args.positional()) {
        combine(all, other, args.flag(-1, "recursive", false));
      }
      return all;
    }
    List<List<Object>> pairs = new ArrayList<>();
    map.forEach((k, v) -> pairs.add(Tuple.of(k, v)));
    if (name.equals("dictsort")) {
      int by = args.text(1, "by", "key").equals("value") ? 1 : 0;
      pairs.sort(Comparator.comparing(p -> p.get(by), Filters::order));
    }
    return name.equals("dict2items")
        ? new Items(pairs.stream().map(p -> Map.of("key", p.get(0), "value", p.get(1))).toList())
        : new Items(pairs);
  }

  private static void combine(Map<Object, Object> into, Object other, boolean deep) {
    if (!(other instanceof Map<?, ?> map)) {
      throw new Wrong("only mappings can be combined");
    }
    map.forEach((key, value) -> {
      if (deep && value instanceof Map && into.get(key) instanceof Map<?, ?> before) {
        Map<Object, Object> inner = new LinkedHashMap<>(before);
        combine(inner, value, true);
        into.put(key, inner);
      } else {
        into.put(key, value);
      }
    });
  }

  /** Texts without regard to case, as Jinja2 sorts. */
  static int order(Object a, Object b) {
    return a instanceof String s && b instanceof String t
        ? s.toLowerCase(Locale.ROOT).compareTo(t.toLowerCase(Locale.ROOT))
        : Values.order(a, b);
  }

  private static Object list(String name, Object of, Args args) {
    List<?> items = Lists.isFilter(name) ? Values.items(of) : List.of();
    return switch (name) {
      case "list" -> new Items(items);
      case "first" -> items.isEmpty() ? new Undefined("first item") : items.getFirst();
      case "last" -> items.isEmpty() ? new Undefined("last item") : items.getLast();
      case "join" -> {
        List<?> all = items.stream().map(i -> Lists.key(i, args, 1)).toList();
        yield Texts.joined(args.text(0, "d", ""), all);
      }
      case "sort" -> Lists.sorted(items, args);
      case "reverse" ->
          of instanceof String s
              ? new StringBuilder(s).reverse().toString()
              : new Items(items.reversed());
      case "unique" -> Lists.unique(items, args);
      case "min" ->
          items.stream().min(Filters::order).map(i -> (Object) i).orElse(new Undefined("min"));
      case "max" ->
          items.stream().max(Filters::order).map(i -> (Object) i).orElse(new Undefined("max"));
      case "sum" -> Lists.sum(items, args);
      case "map" -> Lists.map(items, args);
      case "select" -> Lists.selected(items, args, true);
      case "reject" -> Lists.selected(items, args, false);
      case "selectattr" -> Lists.selectedBy(items, args, true);
      case "rejectattr" -> Lists.selectedBy(items, args, false);
      case "flatten" -> Lists.flat(items);
      case "union", "intersect", "difference" ->
          Lists.set(name, items, Values.items(args.get(0, "other").orElse(List.of())));
      default ->
          throw new Wrong(
              Wrong.NOWHERE,
              "there is no filter `" + name + "`",
              "filters: default, join, length, map, selectattr, sort, replace, ipaddr and others");
    };
  }
}
