package netlab.source;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What plain texts mean in YAML 1.1 (yaml.org/type), plus {@code 0o17} of YAML 1.2. As in the usual
 * implementations, {@code y} and {@code n} alone are texts.
 */
final class Yaml11 {
  private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUE = spellings("true", "yes", "on");
  private static final Set<String> FALSE = spellings("false", "no", "off");

  private static final Pattern BINARY = Pattern.compile("0b[01_]+");
  private static final Pattern OCTAL = Pattern.compile("0o?[0-7_]+");
  private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9_]*");
  private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F_]+");
  private static final Pattern BASE_60 = Pattern.compile("[1-9][0-9_]*(:[0-5]?[0-9])+");
  private static final Pattern FLOAT =
      Pattern.compile("([0-9][0-9_]*\\.[0-9_]*|\\.[0-9][0-9_]*)([eE][-+][0-9]+)?");
  private static final Pattern BASE_60_FLOAT =
      Pattern.compile("[0-9][0-9_]*(:[0-5]?[0-9])+\\.[0-9_]*");

  private Yaml11() {}

  static boolean isNull(String text) {
    return NULL.contains(text);
  }

  static Optional<Boolean> asBool(String text) {
    if (TRUE.contains(text)) {
      return Optional.of(true);
    }
    return FALSE.contains(text) ? Optional.of(false) : Optional.empty();
  }

  /** Empty as well for numbers beyond 64 bits. */
  static OptionalLong asInt(String text) {
    try {
      String digits = withoutSign(text);
      long value;
      if (BASE_60.matcher(digits).matches()) {
        value = 0;
        for (String part : digits.replace("_", "").split(":")) {
          value = Math.addExact(Math.multiplyExact(value, 60), Long.parseLong(part));
        }
      } else if (DECIMAL.matcher(digits).matches()) {
        value = number(digits, 0, 10);
      } else if (HEX.matcher(digits).matches()) {
        value = number(digits, 2, 16);
      } else if (BINARY.matcher(digits).matches()) {
        value = number(digits, 2, 2);
      } else if (OCTAL.matcher(digits).matches()) {
        value = number(digits, digits.startsWith("0o") ? 2 : 1, 8);
      } else {
        return OptionalLong.empty();
      }
      return OptionalLong.of(text.startsWith("-") ? -value : value);
    } catch (ArithmeticException | NumberFormatException tooLongOrOnlyUnderscores) {
      return OptionalLong.empty();
    }
  }

  static OptionalDouble asFloat(String text) {
    OptionalLong whole = asInt(text);
    if (whole.isPresent()) {
      return OptionalDouble.of((double) whole.getAsLong());
    }
    String digits = withoutSign(text);
    double sign = text.startsWith("-") ? -1 : 1;
    String lower = digits.toLowerCase(Locale.ROOT);
    if (lower.equals(".inf")) {
      return OptionalDouble.of(sign * Double.POSITIVE_INFINITY);
    }
    if (lower.equals(".nan")) {
      return OptionalDouble.of(Double.NaN);
    }
    if (FLOAT.matcher(digits).matches()) {
      return OptionalDouble.of(sign * Double.parseDouble(digits.replace("_", "")));
    }
    if (BASE_60_FLOAT.matcher(digits).matches()) {
      double value = 0;
      for (String part : digits.replace("_", "").split(":")) {
        value = value * 60 + Double.parseDouble(part);
      }
      return OptionalDouble.of(sign * value);
    }
    return OptionalDouble.empty();
  }

  private static String withoutSign(String text) {
    return text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
  }

  private static long number(String digits, int skip, int radix) {
    return Long.parseLong(digits.substring(skip).replace("_", ""), radix);
  }

  private static Set<String> spellings(String a, String b, String c) {
    return Set.of(a, capital(a), upper(a), b, capital(b), upper(b), c, capital(c), upper(c));
  }

  private static String capital(String word) {
    return upper(word.substring(0, 1)) + word.substring(1);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
