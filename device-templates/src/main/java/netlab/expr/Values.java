package netlab.expr;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What values are to Python, and to Jinja2, which takes them from there. */
public final class Values {
  /** No text or list grows longer, so that a hostile template cannot take all memory. */
  private static final long LONGEST = 4L << 20;

  /** Characters of a value in a message. */
  private static final int BRIEF = 60;

  private static final Pattern IDENTIFIER = Pattern.compile("\\w{1,100}");

  private static final long MOST_ITEMS = 1L << 20;

  /** Comparing and printing go no deeper. */
  private static final int DEEPEST = 200;

  /** Comparing looks at no more values. */
  private static final int MOST_COMPARED = 1_000_000;

  private Values() {}

  /** Throws when a text or list would become too long. */
  public static int sized(long length) {
    if (length > LONGEST) {
      throw new Wrong("this becomes too long");
    }
    return (int) length;
  }

  /** Throws when a list would get too many items. */
  static void counted(long items) {
    if (items > MOST_ITEMS) {
      throw new Wrong("this becomes too long");
    }
  }

  public static boolean truth(Object value) {
    return switch (value) {
      case Undefined u -> false;
      case Nothing n -> false;
      case Boolean b -> b;
      case Number n -> n.doubleValue() != 0;
      case String s -> !s.isEmpty();
      case List<?> l -> !l.isEmpty();
      case Map<?, ?> m -> !m.isEmpty();
      case Set<?> l -> !l.isEmpty();
      default -> true;
    };
  }

  /** As it is printed. */
  public static String text(Object value) {
    return switch (value) {
      case Undefined u -> throw u.wrong();
      case String s -> s;
      case Function f -> throw new Wrong("`" + f.name() + "` is not called");
      default -> quoted(value);
    };
  }

  /** As it is printed within a list. */
  public static String quoted(Object value) {
    var out = new Growing();
    quote(value, out, 0);
    return out.toString();
  }

  /** For messages: the begin of it. */
  static String brief(Object value) {
    var out = new Growing(BRIEF);
    quote(value, out, 0);
    String begin = out.toString();
    return begin.length() > BRIEF ? begin.substring(0, BRIEF - 3) + "..." : begin;
  }

  private static void quote(Object value, Growing out, int depth) {
    if (depth > DEEPEST) {
      throw new Wrong("this is nested too deeply");
    }
    switch (value) {
      case Undefined u -> throw u.wrong();
      case Nothing n -> out.add("None");
      case Boolean b -> out.add(b ? "True" : "False");
      case String s -> out.add(quotedText(s));
      case Double d -> out.add(number(d));
      case Tuple t -> quote(t, "(", t.size() == 1 ? ",)" : ")", out, depth);
      case List<?> l -> quote(l, "[", "]", out, depth);
      case Set<?> s when s.isEmpty() -> out.add("set()");
      case Set<?> s -> quote(s, "{", "}", out, depth);
      case Map<?, ?> m -> {
        String before = "{";
        for (Map.Entry<?, ?> e : m.entrySet()) {
          quote(e.getKey(), out.add(before), depth + 1);
          quote(e.getValue(), out.add(": "), depth + 1);
          before = ", ";
        }
        out.add(m.isEmpty() ? "{}" : "}");
      }
      case Function f -> out.add("<function " + f.name() + ">");
      case Generator g -> out.add("<generator>");
      default -> out.add(value.toString());
    }
  }

  private static void quote(
      Collection<?> items, String open, String close, Growing out, int depth) {
    out.add(open);
    String before = "";
    for (Object item : items) {
      quote(item, out.add(before), depth + 1);
      before = ", ";
    }
    out.add(close);
  }

  private static String quotedText(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    return text.contains("'") && !text.contains("\"")
        ? "\"" + escaped + "\""
        : "'" + escaped.replace("'", "\\'") + "'";
  }

  /** As Python writes it: all digits, or with an exponent beyond 16 digits. */
  private static String number(double d) {
    if (Double.isNaN(d) || Double.isInfinite(d)) {
      return Double.isNaN(d) ? "nan" : d > 0 ? "inf" : "-inf";
    }
    var exact = new BigDecimal(Double.toString(d)).stripTrailingZeros();
    int exponent = exact.precision() - exact.scale() - 1;
    if (d == 0 || (exponent >= -4 && exponent < 16)) {
      return (d == 0 && 1 / d < 0 ? "-" : "")
          + exact.setScale(Math.max(1, exact.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }
    String digits = exact.unscaledValue().toString().replaceFirst("^(-?\\d)(?=\\d)", "$1.");
    return digits + (exponent < 0 ? "e-" : "e+") + "%02d".formatted(Math.abs(exponent));
  }

  /** What a loop goes over: items, keys, characters. */
  public static List<?> items(Object value) {
    return switch (value) {
      case Undefined u -> throw u.wrong();
      case List<?> l -> l;
      case Map<?, ?> m -> new ArrayList<>(m.keySet());
      case Set<?> s -> new ArrayList<>(s);
      case String s -> s.codePoints().mapToObj(Character::toString).toList();
      case Generator g -> {
        var all = new Items();
        g.each(all::add);
        yield all;
      }
      default -> throw new Wrong(brief(value) + " is no list");
    };
  }

  /** Gives the items until the taker says false; false when it did. */
  static boolean each(Object value, Predicate<Object> taker) {
    if (value instanceof Generator g) {
      return g.each(taker);
    }
    for (Object item : items(value)) {
      if (!taker.test(item)) {
        return false;
      }
    }
    return true;
  }

  public static long length(Object value) {
    return switch (value) {
      case String s -> s.codePointCount(0, s.length());
      case Map<?, ?> m -> m.size();
      case Generator g -> throw new Wrong("a generator has no length; put it in brackets");
      default -> items(value).size();
    };
  }

  /** As the key of a mapping or the item of a set, where 1, 1.0 and True are the same. */
  static Object key(Object value) {
    return switch (value) {
      case Undefined u -> throw u.wrong();
      case Boolean b -> b ? 1L : 0L;
      case Integer i -> i.longValue();
      case Double d when d == Math.rint(d) && Math.abs(d) < 1e15 -> d.longValue();
      case Tuple t -> new Tuple(t.stream().map(Values::key).toList());
      case Collection<?> c -> throw new Wrong(brief(c) + " cannot be a key or an item of a set");
      case Map<?, ?> m -> throw new Wrong(brief(m) + " cannot be a key or an item of a set");
      default -> value;
    };
  }

  static Set<Object> set(Collection<?> items) {
    Set<Object> set = new LinkedHashSet<>();
    items.forEach(item -> set.add(key(item)));
    return set;
  }

  /** A mapping made of pairs. */
  static Map<Object, Object> mapping(Collection<?> pairs) {
    Map<Object, Object> made = new LinkedHashMap<>();
    for (Object pair : pairs) {
      List<?> both = items(pair);
      if (both.size() != 2) {
        throw new Wrong(brief(pair) + " is no pair of key and value");
      }
      made.put(key(both.get(0)), both.get(1));
    }
    return made;
  }

  /** A whole number; booleans count as in Python. */
  public static long whole(Object value) {
    return switch (value) {
      case Undefined u -> throw u.wrong();
      case Boolean b -> b ? 1 : 0;
      case Double d when d == Math.rint(d) -> d.longValue();
      case Long l -> l;
      case Integer i -> i.longValue();
      default -> throw new Wrong(brief(value) + " is no whole number");
    };
  }

  public static Object negative(Object value) {
    return value instanceof Double d ? -d : (Object) (-whole(value));
  }

  /** An entry of a mapping; empty when there is none. */
  static Optional<Object> own(Object of, String name) {
    return of instanceof Map<?, ?> m ? Optional.ofNullable(m.get(name)) : Optional.empty();
  }

  /**
   * {@code of.key} and {@code of[key]}.
   *
   * @param shown what messages call {@code of}
   */
  public static Object member(Object of, Object key, String shown) {
    Optional<Object> found =
        switch (of) {
          case Map<?, ?> m -> inMap(m, key);
          case List<?> l when isWhole(key) -> item(l, whole(key));
          case String s when isWhole(key) -> item(items(s), whole(key));
          case Found f -> f.item(key);
          default -> Optional.empty();
        };
    return found.orElseGet(() -> new Undefined(shown + step(key), key, of));
  }

  /** How messages write the step from a value to what is in it. */
  static String step(Object key) {
    return key instanceof String s && IDENTIFIER.matcher(s).matches()
        ? "." + s
        : "[" + quoted(key) + "]";
  }

  private static boolean isWhole(Object value) {
    return value instanceof Long || value instanceof Integer || value instanceof Boolean;
  }

  private static Optional<Object> inMap(Map<?, ?> map, Object key) {
    Object found = map.get(key(key));
    return Optional.ofNullable(found == null && key instanceof Number ? map.get(text(key)) : found);
  }

  private static Optional<Object> item(List<?> list, long index) {
    long at = index < 0 ? index + list.size() : index;
    return at >= 0 && at < list.size() ? Optional.ofNullable(list.get((int) at)) : Optional.empty();
  }

  /** {@code bgp.as} of an item, as filters name it. */
  public static Object path(Object of, String path) {
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

  public static boolean equal(Object a, Object b) {
    return new Comparison().equal(a, b, 0);
  }

  /** Less, equal or more; numbers with numbers, texts with texts, lists item by item. */
  public static int order(Object a, Object b) {
    return new Comparison().order(a, b, 0);
  }

  private static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  static double real(Object value) {
    return value instanceof Double d ? d : whole(value);
  }

  /** Exactly, also where a fraction has not the digits of a long number. */
  private static int number(Object a, Object b) {
    if (!(a instanceof Double) && !(b instanceof Double)) {
      return Long.compare(whole(a), whole(b));
    }
    double left = real(a) + 0.0; // there is one zero
    double right = real(b) + 0.0;
    return left == right && Double.isFinite(left)
        ? exact(a).compareTo(exact(b))
        : Double.compare(left, right);
  }

  private static BigDecimal exact(Object number) {
    return number instanceof Double d ? new BigDecimal(d) : new BigDecimal(whole(number));
  }

  /** One comparison of two values, which ends also for values that contain themselves. */
  private static final class Comparison {
    private int compared;

    private void step(int depth) {
      if (++compared > MOST_COMPARED || depth > DEEPEST) {
        throw new Wrong("these are too large to be compared");
      }
    }

    boolean equal(Object a, Object b, int depth) {
      step(depth);
      if (a instanceof Undefined u) {
        throw u.wrong();
      }
      if (b instanceof Undefined u) {
        throw u.wrong();
      }
      if (isNumber(a) && isNumber(b)) {
        return number(a, b) == 0;
      }
      if (a instanceof List<?> l && b instanceof List<?> r) {
        return (l instanceof Tuple) == (r instanceof Tuple)
            && l.size() == r.size()
            && IntStream.range(0, l.size()).allMatch(i -> equal(l.get(i), r.get(i), depth + 1));
      }
      if (a instanceof Map<?, ?> l && b instanceof Map<?, ?> r) {
        return l.size() == r.size()
            && l.entrySet().stream()
                .allMatch(e -> {
                  Object other = r.get(e.getKey());
                  return other != null && equal(e.getValue(), other, depth + 1);
                });
      }
      return a.equals(b);
    }

    int order(Object a, Object b, int depth) {
      step(depth);
      if (isNumber(a) && isNumber(b)) {
        return number(a, b);
      }
      if (a instanceof String s && b instanceof String t) {
        return s.compareTo(t);
      }
      if (a instanceof List<?> l
          && b instanceof List<?> r
          && (l instanceof Tuple) == (r instanceof Tuple)) {
        for (int i = 0; i < Math.min(l.size(), r.size()); i++) {
          int order = equal(l.get(i), r.get(i), depth) ? 0 : order(l.get(i), r.get(i), depth + 1);
          if (order != 0) {
            return order;
          }
        }
        return Integer.compare(l.size(), r.size());
      }
      if (a instanceof Undefined u) {
        throw u.wrong();
      }
      if (b instanceof Undefined u) {
        throw u.wrong();
      }
      throw new Wrong(brief(a) + " and " + brief(b) + " cannot be compared");
    }
  }
}
