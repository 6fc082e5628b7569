package netlab.jinja;

import java.util.List;
import java.util.Map;

/** Operators between two values. */
final class Arithmetic {
  private Arithmetic() {}

  static Object of(String operator, Object left, Object right) {
    return switch (operator) {
      case "~" -> joined(Values.text(left), Values.text(right));
      case "+" -> sum(left, right);
      case "*" -> product(left, right);
      case "%" ->
          left instanceof String format
              ? Formats.percent(format, right instanceof List<?> l ? l : List.of(right))
              : numbers(operator, left, right);
      default -> numbers(operator, left, right);
    };
  }

  private static String joined(String left, String right) {
    Values.sized((long) left.length() + right.length());
    return left + right;
  }

  private static Object sum(Object left, Object right) {
    if (left instanceof String l && right instanceof String r) {
      return joined(l, r);
    }
    if (left instanceof List<?> l && right instanceof List<?> r) {
      Values.sized((long) l.size() + r.size());
      var all = new Items(l);
      all.addAll(r);
      return all;
    }
    return numbers("+", left, right);
  }

  private static Object product(Object left, Object right) {
    if (left instanceof String s && right instanceof Long n) {
      Values.sized(Math.multiplyExact((long) s.length() + 1, Math.clamp(n, 0, 1 << 30)));
      return s.repeat((int) Math.max(0, n));
    }
    return numbers("*", left, right);
  }

  private static Object numbers(String operator, Object left, Object right) {
    if (isNumber(left) && isNumber(right)) {
      boolean whole = !(left instanceof Double) && !(right instanceof Double);
      try {
        return whole && !operator.equals("/")
            ? whole(operator, Values.whole(left), Values.whole(right))
            : fraction(operator, real(left), real(right));
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
            + Values.quoted(left)
            + " and "
            + Values.quoted(right));
  }

  private static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  private static double real(Object value) {
    return value instanceof Double d ? d : Values.whole(value);
  }

  private static Object whole(String operator, long a, long b) {
    return switch (operator) {
      case "+" -> Math.addExact(a, b);
      case "-" -> Math.subtractExact(a, b);
      case "*" -> Math.multiplyExact(a, b);
      case "//" -> Math.floorDiv(a, b);
      case "%" -> Math.floorMod(a, b);
      case "**" -> b < 0 ? (Object) Math.pow((double) a, (double) b) : (Object) power(a, b);
      default -> throw new IllegalArgumentException(operator);
    };
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
      default -> throw new IllegalArgumentException(operator);
    };
  }

  static boolean compare(String operator, Object left, Object right) {
    return switch (operator) {
      case "==" -> Values.equal(left, right);
      case "!=" -> !Values.equal(left, right);
      case "in" -> contains(right, left);
      case "not in" -> !contains(right, left);
      case "<" -> Values.order(left, right) < 0;
      case ">" -> Values.order(left, right) > 0;
      case "<=" -> Values.order(left, right) <= 0;
      case ">=" -> Values.order(left, right) >= 0;
      default -> throw new IllegalArgumentException(operator);
    };
  }

  static boolean contains(Object in, Object wanted) {
    return switch (in) {
      case String s -> s.contains(Values.text(wanted));
      case Map<?, ?> m -> m.containsKey(wanted);
      default -> Values.items(in).stream().anyMatch(item -> Values.equal(item, wanted));
    };
  }
}
