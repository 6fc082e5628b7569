package netlab.jinja;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import netlab.expr.Arithmetic;
import netlab.expr.Function;
import netlab.expr.Nothing;
import netlab.expr.Regex;
import netlab.expr.Undefined;
import netlab.expr.Values;
import netlab.expr.Wrong;

/** What may stand behind {@code is}. */
final class Tests {
  private Tests() {}

  static boolean apply(String name, Object of, List<Object> arguments) {
    Object other = arguments.isEmpty() ? Nothing.NONE : arguments.getFirst();
    return switch (name) {
      case "defined" -> !(of instanceof Undefined);
      case "undefined" -> of instanceof Undefined;
      case "none" -> of == Nothing.NONE;
      case "true" -> Boolean.TRUE.equals(of);
      case "false" -> Boolean.FALSE.equals(of);
      case "boolean" -> of instanceof Boolean;
      case "integer" -> of instanceof Long || of instanceof Integer;
      case "float" -> of instanceof Double;
      case "number" -> of instanceof Number || of instanceof Boolean;
      case "string" -> of instanceof String;
      case "mapping" -> of instanceof Map;
      case "sequence", "iterable" ->
          of instanceof Collection || of instanceof Map || of instanceof String;
      case "callable" -> of instanceof Function;
      case "even" -> Values.whole(of) % 2 == 0;
      case "odd" -> Values.whole(of) % 2 != 0;
      case "divisibleby" -> Values.whole(of) % Values.whole(other) == 0;
      case "lower" -> Values.text(of).equals(Values.text(of).toLowerCase(Locale.ROOT));
      case "upper" -> Values.text(of).equals(Values.text(of).toUpperCase(Locale.ROOT));
      case "eq", "equalto", "==", "sameas" -> Values.equal(of, other);
      case "ne", "!=" -> !Values.equal(of, other);
      case "lt", "lessthan", "<" -> Values.order(of, other) < 0;
      case "le", "<=" -> Values.order(of, other) <= 0;
      case "gt", "greaterthan", ">" -> Values.order(of, other) > 0;
      case "ge", ">=" -> Values.order(of, other) >= 0;
      case "in" -> Arithmetic.contains(other, of);
      case "contains" -> Arithmetic.contains(of, other);
      case "match" -> Regex.matcher(other, Values.text(of)).lookingAt();
      case "search", "regex" -> Regex.matcher(other, Values.text(of)).find();
      default ->
          throw new Wrong(
              Wrong.NOWHERE,
              "there is no test `" + name + "`",
              "tests: defined, none, string, number, mapping, sequence, match, in, eq and others");
    };
  }
}
