package netlab.jinja;

import java.util.Locale;
import java.util.Set;
import netlab.expr.Args;
import netlab.expr.Undefined;
import netlab.expr.Values;

/** Filters from one kind of value to another. */
final class Conversions {
  private static final Set<String> YES = Set.of("1", "on", "t", "true", "y", "yes");

  private Conversions() {}

  static Object whole(Object of, Object usual) {
    try {
      return switch (of) {
        case Undefined u -> throw u.wrong();
        case String s -> s.contains(".") ? (long) Double.parseDouble(s) : Long.parseLong(s.strip());
        case Double d -> d.longValue();
        case Boolean b -> b ? 1L : 0L;
        case Number n -> n.longValue();
        default -> usual;
      };
    } catch (NumberFormatException e) {
      return usual;
    }
  }

  static Object real(Object of, Object usual) {
    try {
      return switch (of) {
        case Undefined u -> throw u.wrong();
        case String s -> Double.parseDouble(s.strip());
        case Number n -> n.doubleValue();
        default -> usual;
      };
    } catch (NumberFormatException e) {
      return usual;
    }
  }

  static boolean flag(Object of) {
    return of instanceof String s
        ? YES.contains(s.toLowerCase(Locale.ROOT))
        : of instanceof Undefined u ? missing(u) : Values.truth(of);
  }

  private static boolean missing(Undefined u) {
    throw u.wrong();
  }

  static Object rounded(Object of, Args args) {
    double value = of instanceof Double d ? d : (double) Values.whole(of);
    double scale = Math.pow(10, (double) Values.whole(args.get(0, "precision").orElse(0L)));
    return switch (args.text(1, "method", "common")) {
      case "ceil" -> Math.ceil(value * scale) / scale;
      case "floor" -> Math.floor(value * scale) / scale;
      default -> Math.rint(value * scale) / scale;
    };
  }
}
