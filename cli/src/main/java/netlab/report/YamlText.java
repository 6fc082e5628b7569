package netlab.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import netlab.view.Json;

/** Writes plain trees as YAML that every reader of YAML 1.1 and 1.2 takes for the same data. */
public final class YamlText {
  /** Texts that no reader takes for anything but texts: words, names, addresses. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "[A-Za-z_/][A-Za-z0-9_./+-]*( (?!#)[A-Za-z0-9_./+<>=()-]+)*"
              + "|\\d{1,3}(\\.\\d{1,3}){3}(/\\d{1,2})?");

  /** Words that YAML 1.1 takes for booleans and nothing. */
  private static final Set<String> TAKEN =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final StringBuilder out = new StringBuilder();

  private YamlText() {}

  /** The text of a tree of maps, collections, texts, numbers and booleans, with a final newline. */
  public static String of(Object tree) {
    YamlText text = new YamlText();
    text.write(tree, 0, false);
    return text.out.toString();
  }

  private void write(Object tree, int depth, boolean inLine) {
    switch (tree) {
      case Map<?, ?> map when !map.isEmpty() -> map(map, depth, inLine);
      case Collection<?> items when !items.isEmpty() -> items(items, depth, inLine);
      default -> out.append(scalar(tree)).append('\n');
    }
  }

  private void map(Map<?, ?> map, int depth, boolean inLine) {
    boolean first = inLine;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!first) {
        out.repeat(' ', depth);
      }
      first = false;
      String key = entry.getKey().toString();
      out.append(KEY.matcher(key).matches() && !isTaken(key) ? key : quoted(key)).append(':');
      Object value = entry.getValue();
      if (isNested(value)) {
        out.append('\n');
        write(value, value instanceof Map ? depth + 2 : depth, false);
      } else {
        out.append(' ').append(scalar(value)).append('\n');
      }
    }
  }

  private void items(Collection<?> items, int depth, boolean inLine) {
    boolean first = inLine;
    for (Object item : items) {
      if (!first) {
        out.repeat(' ', depth);
      }
      first = false;
      out.append("- ");
      write(item, depth + 2, true);
    }
  }

  private static boolean isNested(Object value) {
    return (value instanceof Map<?, ?> map && !map.isEmpty())
        || (value instanceof Collection<?> items && !items.isEmpty());
  }

  private static String scalar(Object value) {
    return switch (value) {
      case Map<?, ?> empty -> "{}";
      case Collection<?> empty -> "[]";
      case String text -> PLAIN.matcher(text).matches() && !isTaken(text) ? text : quoted(text);
      default -> value.toString();
    };
  }

  private static boolean isTaken(String text) {
    return TAKEN.contains(text.toLowerCase(Locale.ROOT));
  }

  /** JSON's quoted texts are YAML's as well. */
  private static String quoted(String text) {
    return Json.text(text).strip();
  }
}
