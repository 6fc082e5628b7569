package netlab.jinja;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
          of instanceof List || of instanceof Map || of instanceof String;
      case "callable" -> of instanceof MacroValue;
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
      case "match" -> pattern(other).matcher(Values.text(of)).lookingAt();
      case "search", "regex" -> pattern(other).matcher(Values.text(of)).find();
      default ->
          throw new Wrong(
              Wrong.NOWHERE,
              "there is no test `" + name + "`",
              "tests: defined, none, string, number, mapping, sequence, match, in, eq and others");
    };
  }

  /** A regular expression; RE2 so that none takes for ever. */
  static Pattern pattern(Object text) {
    try {
      return Pattern.compile(Values.text(text));
    } catch (PatternSyntaxException e) {
      throw new Wrong("this is no regular expression: " + e.getDescription());
    }
  }
}
