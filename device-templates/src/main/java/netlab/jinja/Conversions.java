package netlab.jinja;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import netlab.expr.Args;
import netlab.expr.Builtins;
import netlab.expr.Undefined;
import netlab.expr.Values;
import netlab.expr.Wrong;

/** Filters from one kind of value to another. */
final class Conversions {
  private static final Set<String> YES = Set.of("1", "on", "t", "true", "y", "yes");

  private Conversions() {}

  static Object whole(Object of, Object usual) {
    return converted("int", of)
        .or(() -> converted("float", of).flatMap(real -> converted("int", real)))
        .orElse(usual);
  }

  static Object real(Object of, Object usual) {
    return converted("float", of).orElse(usual);
  }

  /** As Python converts it; empty when it cannot. */
  private static Optional<Object> converted(String type, Object of) {
    if (of instanceof Undefined u) {
      throw u.wrong();
    }
    try {
      return Optional.of(Builtins.call(type, Args.of(of)));
    } catch (Wrong e) {
      return Optional.empty();
    }
  }

  static boolean flag(Object of) {
    if (of instanceof Undefined u) {
      throw u.wrong();
    }
    return of instanceof String s ? YES.contains(s.toLowerCase(Locale.ROOT)) : Values.truth(of);
  }

  static Object rounded(Object of, Args args) {
    double value = of instanceof Double d ? d : (double) Values.whole(of);
    double scale = Math.pow(10, (double) args.whole(0, "precision", 0));
    return switch (args.text(1, "method", "common")) {
      case "ceil" -> Math.ceil(value * scale) / scale;
      case "floor" -> Math.floor(value * scale) / scale;
      default -> Math.rint(value * scale) / scale;
    };
  }
}
