package netlab.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What values are to Jinja2, which takes them for those of Python. */
final class Values {
  /** No text or list grows longer, so that a hostile template cannot take all memory. */
  private static final long LONGEST = 4L << 20;

  private Values() {}

  /** Throws when a text or list would become too long. */
  static int sized(long length) {
    if (length > LONGEST) {
      throw new Wrong("this becomes too long");
    }
    return (int) length;
  }

  static boolean truth(Object value) {
    return switch (value) {
      case Undefined u -> false;
      case Nothing n -> false;
      case Boolean b -> b;
      case Number n -> n.doubleValue() != 0;
      case String s -> !s.isEmpty();
      case List<?> l -> !l.isEmpty();
      case Map<?, ?> m -> !m.isEmpty();
      default -> true;
    };
  }

  /** As it is printed. */
  static String text(Object value) {
    return switch (value) {
      case Undefined u -> throw u.wrong();
      case String s -> s;
      case MacroValue m -> throw new Wrong("macro `" + m.macro().name() + "` is not called");
      default -> quoted(value);
    };
  }

  /** As it is printed within a list. */
  static String quoted(Object value) {
    return switch (value) {
      case Undefined u -> throw u.wrong();
      case Nothing n -> "None";
      case Boolean b -> b ? "True" : "False";
      case String s -> quotedText(s);
      case Double d -> number(d);
      case List<?> l -> l.stream().map(Values::quoted).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> m ->
          m.entrySet().stream()
              .map(e -> quoted(e.getKey()) + ": " + quoted(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Namespace n -> quoted(n.values());
      default -> value.toString();
    };
  }

  private static String quotedText(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    return text.contains("'") && !text.contains("\"")
        ? "\"" + escaped + "\""
        : "'" + escaped.replace("'", "\\'") + "'";
  }

  private static String number(double d) {
    return d == Math.rint(d) && Math.abs(d) < 1e16
        ? "%d.0".formatted((long) d)
        : Double.toString(d).replaceFirst("E(\\d)$", "e+0$1").replaceFirst("E", "e+");
  }

  /** What a loop goes over: items, keys, characters. */
  static List<?> items(Object value) {
    return switch (value) {
      case Undefined u -> throw u.wrong();
      case List<?> l -> l;
      case Map<?, ?> m -> new ArrayList<>(m.keySet());
      case String s -> s.codePoints().mapToObj(Character::toString).toList();
      default -> throw new Wrong(quoted(value) + " is no list");
    };
  }

  static long length(Object value) {
    return switch (value) {
      case String s -> s.length();
      case Map<?, ?> m -> m.size();
      default -> items(value).size();
    };
  }

  /** A whole number; booleans count as in Python. */
  static long whole(Object value) {
    return switch (value) {
      case Undefined u -> throw u.wrong();
      case Boolean b -> b ? 1 : 0;
      case Double d when d == Math.rint(d) -> d.longValue();
      case Long l -> l;
      case Integer i -> i.longValue();
      default -> throw new Wrong(quoted(value) + " is no whole number");
    };
  }

  static Object negative(Object value) {
    return value instanceof Double d ? -d : (Object) (-whole(value));
  }

  /** An entry of a mapping or namespace; empty when there is none. */
  static Optional<Object> own(Object of, String name) {
    return switch (of) {
      case Map<?, ?> m -> Optional.ofNullable(m.get(name));
      case Namespace n -> Optional.ofNullable(n.values().get(name));
      default -> Optional.empty();
    };
  }

  /**
   * {@code of.key} and {@code of[key]}.
   *
   * @param shown what messages call {@code of}
   */
  static Object member(Object of, Object key, String shown) {
    String name = key instanceof String s ? shown + "." + s : shown + "[" + quoted(key) + "]";
    return switch (of) {
      case Undefined u -> new Undefined(name);
      case Map<?, ?> m -> inMap(m, key).orElse(new Undefined(name));
      case Namespace n -> own(n, text(key)).orElse(new Undefined(name));
      case List<?> l when key instanceof Number n ->
          item(l, n.longValue()).orElse(new Undefined(name));
      case String s when key instanceof Number n ->
          item(items(s), n.longValue()).orElse(new Undefined(name));
      default -> new Undefined(name);
    };
  }

  private static Optional<Object> inMap(Map<?, ?> map, Object key) {
    Object found = map.get(key);
    return Optional.ofNullable(found == null && key instanceof Number ? map.get(text(key)) : found);
  }

  private static Optional<Object> item(List<?> list, long index) {
    long at = index < 0 ? index + list.size() : index;
    return at >= 0 && at < list.size() ? Optional.ofNullable(list.get((int) at)) : Optional.empty();
  }

  /** {@code bgp.as} of an item, as filters name it. */
  static Object path(Object of, String path) {
    Object value = of;
    for (String name : path.split("\\.", -1)) {
      boolean number = !name.isEmpty() && name.chars().allMatch(Character::isDigit);
      value =
          member(
              value,
              number && value instanceof List<?> ? (Object) Long.valueOf(name) : name,
              "item");
    }
    return value;
  }

  static boolean equal(Object a, Object b) {
    Object left = comparable(a);
    Object right = comparable(b);
    if (left instanceof Number m && right instanceof Number n) {
      return m.doubleValue() == n.doubleValue();
    }
    return Objects.equals(left, right);
  }

  private static Object comparable(Object value) {
    return switch (value) {
      case Undefined u -> throw u.wrong();
      case Boolean b -> b ? 1L : 0L;
      case List<?> l -> l.stream().map(Values::comparable).toList();
      case Map<?, ?> m -> {
        Map<Object, Object> all = new LinkedHashMap<>();
        m.forEach((k, v) -> all.put(comparable(k), comparable(v)));
        yield all;
      }
      case Integer i -> i.longValue();
      default -> value;
    };
  }

  /** Less, equal or more; numbers with numbers, texts with texts, lists item by item. */
  static int order(Object a, Object b) {
    Object left = comparable(a);
    Object right = comparable(b);
    if (left instanceof Number m && right instanceof Number n) {
      return Double.compare(m.doubleValue(), n.doubleValue());
    }
    if (left instanceof String s && right instanceof String t) {
      return s.compareTo(t);
    }
    if (left instanceof List<?> l && right instanceof List<?> r) {
      for (int i = 0; i < Math.min(l.size(), r.size()); i++) {
        int order = order(l.get(i), r.get(i));
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(l.size(), r.size());
    }
    throw new Wrong(quoted(a) + " and " + quoted(b) + " cannot be compared");
  }
}
