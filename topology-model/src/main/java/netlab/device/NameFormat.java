package netlab.device;

import java.util.Locale;
import java.util.Optional;
import netlab.schema.Value;

/**
 * Evaluates the name patterns of devices and plugins: text with expressions in braces over the data
 * of an interface, such as {@code Ethernet{ifindex // 4}/{ifindex % 4}} or {@code lo{ifindex if
 * ifindex else ""}}. Expressions know numbers, texts in quotes, names with dots, {@code + - * //
 * %}, parentheses, {@code x[n]} (a character of a text, from the end when n is negative), {@code
 * x[a:b]}, {@code str(x)} and {@code a if b else c}; a format such as {@code :02d} or {@code :x}
 * may end one.
 */
public final class NameFormat {
  private static final int WIDEST = 2;
  private static final int LONGEST_NUMBER = 15;

  /** Patterns may come from a lab file: their parentheses must not exhaust the stack. */
  private static final int DEEPEST = 100;

  private final String pattern;
  private final Value.Fields data;
  private int at;
  private int depth;

  private NameFormat(String pattern, Value.Fields data) {
    this.pattern = pattern;
    this.data = data;
  }

  /** A part of a name cannot be told. */
  private static final class Missing extends Exception {
    private static final long serialVersionUID = 1L;

    Missing() {
      super(null, null, false, false);
    }
  }

  /** The name; empty when the data lack something it is made of, or the pattern is broken. */
  public static Optional<String> format(String pattern, Value.Fields data) {
    if (pattern.indexOf('{') < 0) {
      return Optional.of(pattern);
    }
    try {
      return Optional.of(new NameFormat(pattern, data).text());
    } catch (Missing e) {
      return Optional.empty();
    }
  }

  private String text() throws Missing {
    var name = new StringBuilder();
    while (at < pattern.length()) {
      char c = pattern.charAt(at++);
      if (c == '{') {
        Object value = choice();
        name.append(symbol(":") ? formatted(value) : value);
        expect('}');
      } else {
        name.append(c);
      }
    }
    return name.toString();
  }

  /** A number with the width and base behind the colon; leading zeros when the width has one. */
  private String formatted(Object value) throws Missing {
    int start = at;
    while (at < pattern.length() && isDigit(pattern.charAt(at)) && at - start < WIDEST) {
      at++;
    }
    String width = pattern.substring(start, at);
    String digits;
    if (symbol("x")) {
      digits = Long.toHexString(number(value));
    } else if (symbol("X")) {
      digits = Long.toHexString(number(value)).toUpperCase(Locale.ROOT);
    } else {
      symbol("d");
      digits = Long.toString(number(value));
    }
    int missing = width.isEmpty() ? 0 : Integer.parseInt(width) - digits.length();
    return (width.startsWith("0") ? "0" : " ").repeat(Math.max(0, missing)) + digits;
  }

  private Object choice() throws Missing {
    if (++depth > DEEPEST) {
      throw new Missing();
    }
    Object value = sum();
    if (!word("if")) {
      return value;
    }
    boolean holds = isTrue(sum());
    if (!word("else")) {
      throw new Missing();
    }
    Object other = choice();
    return holds ? value : other;
  }

  private static boolean isTrue(Object value) {
    return value instanceof Long n ? n != 0 : !value.toString().isEmpty();
  }

  private Object sum() throws Missing {
    Object value = product();
    while (true) {
      if (symbol("+")) {
        Object right = product();
        value =
            value instanceof Long a && right instanceof Long b
                ? (Object) (a + b)
                : value + right.toString();
      } else if (symbol("-")) {
        value = number(value) - number(product());
      } else {
        return value;
      }
    }
  }

  private Object product() throws Missing {
    Object value = item();
    while (true) {
      if (symbol("*")) {
        value = number(value) * number(item());
      } else if (symbol("//")) {
        value = Math.floorDiv(number(value), divisor(item()));
      } else if (symbol("%")) {
        value = Math.floorMod(number(value), divisor(item()));
      } else {
        return value;
      }
    }
  }

  private Object item() throws Missing {
    Object value = atom();
    if (!symbol("[")) {
      return value;
    }
    String text = value.toString();
    boolean fromStart = symbol(":");
    long from = fromStart ? 0 : position(text);
    if (!fromStart && !symbol(":")) {
      expect(']');
      return part(text, from, from + 1, from >= 0 && from < text.length());
    }
    boolean toEnd = symbol("]");
    long to = toEnd ? text.length() : position(text);
    if (!toEnd) {
      expect(']');
    }
    return part(text, from, to, true);
  }

  private static String part(String text, long from, long to, boolean inside) throws Missing {
    if (!inside) {
      throw new Missing();
    }
    int start = Math.clamp(from, 0, text.length());
    return text.substring(start, Math.clamp(to, start, text.length()));
  }

  /** A place in a text; one below zero counts from the end. */
  private long position(String text) throws Missing {
    return symbol("-") ? text.length() - number(atom()) : number(atom());
  }

  private Object atom() throws Missing {
    blanks();
    char c = at < pattern.length() ? pattern.charAt(at) : '}';
    if (c == '(') {
      at++;
      Object value = choice();
      expect(')');
      return value;
    }
    if (c == '"' || c == '\'') {
      int end = pattern.indexOf(c, at + 1);
      if (end < 0) {
        throw new Missing();
      }
      String text = pattern.substring(at + 1, end);
      at = end + 1;
      return text;
    }
    int start = at;
    while (at < pattern.length() && isWordPart(pattern.charAt(at))) {
      at++;
    }
    return atomOf(pattern.substring(start, at));
  }

  private Object name(String path) throws Missing {
    Optional<Value> value = data.at(path);
    if (value.isEmpty() || !(value.get() instanceof Value.Scalar scalar)) {
      throw new Missing();
    }
    return scalar.data() instanceof Long n ? n : scalar.data().toString();
  }

  private Object atomOf(String word) throws Missing {
    if (word.isEmpty()) {
      throw new Missing();
    }
    if (isDigit(word.charAt(0))) {
      if (word.length() > LONGEST_NUMBER || !word.chars().allMatch(c -> isDigit((char) c))) {
        throw new Missing();
      }
      return Long.parseLong(word);
    }
    if (word.equals("str") && symbol("(")) {
      String text = choice().toString();
      expect(')');
      return text;
    }
    return name(word);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }

  private long number(Object value) throws Missing {
    if (value instanceof Long n) {
      return n;
    }
    throw new Missing();
  }

  private long divisor(Object value) throws Missing {
    long n = number(value);
    if (n == 0) {
      throw new Missing();
    }
    return n;
  }

  private boolean word(String word) {
    blanks();
    int end = at + word.length();
    boolean found =
        pattern.startsWith(word, at) && end < pattern.length() && !isWordPart(pattern.charAt(end));
    at = found ? end : at;
    return found;
  }

  private boolean symbol(String symbol) {
    blanks();
    boolean found = pattern.startsWith(symbol, at);
    at += found ? symbol.length() : 0;
    return found;
  }

  private void expect(char c) throws Missing {
    if (!symbol(String.valueOf(c))) {
      throw new Missing();
    }
  }

  private void blanks() {
    while (at < pattern.length() && pattern.charAt(at) == ' ') {
      at++;
    }
  }
}
