package netlab.expr;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code '%03d' % n} and {@code '{:03d}'.format(n)}. */
public final class Formats {
  private static final Pattern PERCENT =
      Pattern.compile(
          "%(?<flags>[-+ 0#]*)(?<width>\\d{0,4})(?<precision>\\.\\d{1,2})?(?<type>[a-zA-Z%])");
  private static final Pattern BRACES =
      Pattern.compile(
          "\\{\\{|}}|\\{(?<name>[a-zA-Z_]\\w*|\\d{0,4})(?<path>(\\.\\w+){0,9})(:(?<spec>[^{}]*))?}");
  private static final Pattern SPEC =
      Pattern.compile(
          "(?<align>[<>])?(?<zero>0)?(?<width>\\d{0,4})(?<precision>\\.\\d{1,2})?(?<type>[a-zA-Z])?");

  private Formats() {}

  /** A text with the value in it, or with those of a tuple. */
  public static String percent(String format, Object values) {
    List<?> arguments = values instanceof Tuple l ? l : List.of(values);
    Matcher m = PERCENT.matcher(format);
    var text = new Growing();
    int next = 0;
    int from = 0;
    for (; m.find(); from = m.end()) {
      text.add(format.substring(from, m.start()));
      if (m.group("type").equals("%")) {
        text.add("%");
        continue;
      }
      String precision = m.group("precision");
      text.add(
          one(
              m.group("flags") + m.group("width") + (precision == null ? "" : precision),
              m.group("type").charAt(0),
              item(arguments, next++)));
    }
    return text.add(format.substring(from)).toString();
  }

  private static String one(String how, char type, Object value) {
    try {
      return switch (type) {
        case 's', 'r' ->
            String.format(Locale.ROOT, "%" + how.replace("0", "") + "s", Values.text(value));
        case 'd', 'i', 'u' -> String.format(Locale.ROOT, "%" + how + "d", Values.whole(value));
        case 'x', 'X', 'o' -> String.format(Locale.ROOT, "%" + how + type, Values.whole(value));
        case 'b' -> padded(how, Long.toBinaryString(Values.whole(value)));
        case 'f', 'F', 'e', 'g' ->
            String.format(
                Locale.ROOT,
                "%" + how + Character.toLowerCase(type),
                value instanceof Double d ? d : (double) Values.whole(value));
        default -> throw new Wrong("`" + type + "` is no format");
      };
    } catch (java.util.IllegalFormatException e) {
      throw new Wrong("`%" + how + type + "` is no format");
    }
  }

  private static String padded(String how, String digits) {
    long width = how.matches("0?\\d+") ? Long.parseLong(how) : 0;
    return Texts.padded(digits, how.startsWith("0") ? '0' : ' ', width, false);
  }

  static String braces(String format, List<Object> positional, Map<String, Object> named) {
    Matcher m = BRACES.matcher(format);
    var text = new Growing();
    int next = 0;
    int from = 0;
    for (; m.find(); from = m.end()) {
      text.add(format.substring(from, m.start()));
      if (m.group().equals("{{") || m.group().equals("}}")) {
        text.add(m.group().substring(1));
        continue;
      }
      String name = m.group("name");
      if (!name.isEmpty() && !Character.isDigit(name.charAt(0)) && !named.containsKey(name)) {
        throw new Wrong("this format wants a value `" + name + "`");
      }
      Object value =
          name.isEmpty()
              ? item(positional, next++)
              : name.chars().allMatch(Character::isDigit)
                  ? item(positional, Integer.parseInt(name))
                  : named.getOrDefault(name, Nothing.NONE);
      String path = m.group("path");
      text.add(
          spec(path.isEmpty() ? value : Values.path(value, path.substring(1)), m.group("spec")));
    }
    return text.add(format.substring(from)).toString();
  }

  private static Object item(List<?> values, int at) {
    if (at >= values.size()) {
      throw new Wrong("this format wants more than " + values.size() + " values");
    }
    return values.get(at);
  }

  private static String spec(Object value, @org.jspecify.annotations.Nullable String spec) {
    if (spec == null || spec.isEmpty()) {
      return Values.text(value);
    }
    Matcher m = SPEC.matcher(spec);
    if (!m.matches()) {
      throw new Wrong("`" + spec + "` is no format");
    }
    String type = m.group("type");
    String precision = m.group("precision");
    boolean number = value instanceof Number;
    char kind =
        type == null ? (value instanceof Double ? 'f' : number ? 'd' : 's') : type.charAt(0);
    String plain = one(precision == null ? "" : precision, kind, value);
    long width = m.group("width").isEmpty() ? 0 : Long.parseLong(m.group("width"));
    boolean behind = m.group("align") == null ? !number : m.group("align").equals("<");
    return Texts.padded(plain, m.group("zero") == null ? ' ' : '0', width, behind);
  }
}
