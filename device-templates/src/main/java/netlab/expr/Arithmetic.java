package netlab.expr;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Operators between two values. */
public final class Arithmetic {
  private Arithmetic() {}

  public static Object of(String operator, Object left, Object right) {
    return switch (operator) {
      case "~" -> joined(Values.text(left), Values.text(right));
      case "+" -> sum(left, right);
      case "*" -> product(left, right);
      case "%" ->
          left instanceof String format
              ? Formats.percent(format, right)
              : numbers(operator, left, right);
      case "-", "|", "&", "^" ->
          left instanceof Set<?> l && right instanceof Set<?> r
              ? sets(operator, l, r)
              : numbers(operator, left, right);
      default -> numbers(operator, left, right);
    };
  }

  private static Object sets(String operator, Set<?> left, Set<?> right) {
    Set<Object> all = new LinkedHashSet<>(left);
    switch (operator) {
      case "-" -> all.removeAll(right);
      case "&" -> all.retainAll(right);
      case "|" -> all.addAll(right);
      default -> {
        all.addAll(right);
        all.removeIf(item -> left.contains(item) && right.contains(item));
      }
    }
    return all;
  }

  private static String joined(String left, String right) {
    Values.sized((long) left.length() + right.length());
    return left + right;
  }

  private static Object sum(Object left, Object right) {
    if (left instanceof String l && right instanceof String r) {
      return joined(l, r);
    }
    if (left instanceof List<?> l
        && right instanceof List<?> r
        && (l instanceof Tuple) == (r instanceof Tuple)) {
      Values.counted((long) l.size() + r.size());
      var all = new Items(l);
      all.addAll(r);
      return left instanceof Tuple ? new Tuple(all) : all;
    }
    return numbers("+", left, right);
  }

  private static Object product(Object left, Object right) {
    if (left instanceof Long && (right instanceof String || right instanceof List)) {
      return product(right, left);
    }
    if (left instanceof String s && right instanceof Long n) {
      Values.sized(Math.multiplyExact((long) s.length() + 1, Math.clamp(n, 0, 1 << 30)));
      return s.repeat((int) Math.max(0, n));
    }
    if (left instanceof List<?> l && right instanceof Long n) {
      Values.counted(Math.multiplyExact((long) l.size() + 1, Math.clamp(n, 0, 1 << 30)));
      var all = new Items();
      for (long i = 0; i < n; i++) {
        all.addAll(l);
      }
      return left instanceof Tuple ? new Tuple(all) : all;
    }
    return numbers("*", left, right);
  }

  private static Object numbers(String operator, Object left, Object right) {
    if (isNumber(left) && isNumber(right)) {
      boolean whole = !(left instanceof Double) && !(right instanceof Double);
      try {
        return whole && !operator.equals("/")
            ? whole(operator, Values.whole(left), Values.whole(right))
            : fraction(operator, Values.real(left), Values.real(right));
      } catch (ArithmeticException e) {
        throw new Wrong("this cannot be computed: " + e.getMessage());
      }
    }
    if (left instanceof Undefined u) {
      throw u.wrong();
    }
    if (right instanceof Undefined u) {
      throw u.wrong();
    }
    throw new Wrong(
        "`"
            + operator
            + "` does not work between "
            + Values.brief(left)
            + " and "
            + Values.brief(right));
  }

  private static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  private static Object whole(String operator, long a, long b) {
    return switch (operator) {
      case "+" -> Math.addExact(a, b);
      case "-" -> Math.subtractExact(a, b);
      case "*" -> Math.multiplyExact(a, b);
      case "//" -> Math.floorDiv(a, divisor(b));
      case "%" -> Math.floorMod(a, divisor(b));
      case "|" -> a | b;
      case "&" -> a & b;
      case "^" -> a ^ b;
      case "<<" -> Math.multiplyExact(a, power(2, b));
      case ">>" -> a >> Math.clamp(b, 0, 63);
      case "**" -> b < 0 ? (Object) Math.pow((double) a, (double) b) : (Object) power(a, b);
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static long divisor(long b) {
    if (b == 0) {
      throw new ArithmeticException("division by zero");
    }
    return b;
  }

  private static long power(long a, long b) {
    if (b > 64) {
      throw new ArithmeticException("too large");
    }
    long power = 1;
    for (long i = 0; i < b; i++) {
      power = Math.multiplyExact(power, a);
    }
    return power;
  }

  private static double fraction(String operator, double a, double b) {
    if (b == 0 && !operator.matches("[-+*]{1,2}")) {
      throw new ArithmeticException("division by zero");
    }
    return switch (operator) {
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / b;
      case "//" -> Math.floor(a / b);
      case "%" -> a - b * Math.floor(a / b);
      case "**" -> Math.pow(a, b);
      default -> throw new Wrong("`" + operator + "` works between whole numbers only");
    };
  }

  static boolean compare(String operator, Object left, Object right) {
    if (left instanceof Set<?> l && right instanceof Set<?> r && operator.matches("[<>]=?")) {
      Set<?> large = operator.startsWith("<") ? r : l;
      Set<?> small = operator.startsWith("<") ? l : r;
      return large.containsAll(small) && (operator.endsWith("=") || large.size() > small.size());
    }
    return switch (operator) {
      case "==" -> Values.equal(left, right);
      case "!=" -> !Values.equal(left, right);
      case "in" -> contains(right, left);
      case "not in" -> !contains(right, left);
      case "is" -> same(left, right);
      case "is not" -> !same(left, right);
      case "<" -> Values.order(left, right) < 0;
      case ">" -> Values.order(left, right) > 0;
      case "<=" -> Values.order(left, right) <= 0;
      case ">=" -> Values.order(left, right) >= 0;
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private static boolean same(Object left, Object right) {
    return left.getClass() == right.getClass() && Values.equal(left, right);
  }

  public static boolean contains(Object in, Object wanted) {
    return switch (in) {
      case String s when wanted instanceof String part -> s.contains(part);
      case String s -> throw new Wrong("only a text can be in a text, not " + Values.brief(wanted));
      case Map<?, ?> m -> m.containsKey(Values.key(wanted));
      case Set<?> s -> s.contains(Values.key(wanted));
      default -> !Values.each(in, item -> !Values.equal(item, wanted));
    };
  }
}
