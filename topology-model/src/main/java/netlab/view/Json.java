package netlab.view;

import java.util.Collection;
import java.util.Map;

/** Writes plain trees as JSON (RFC 8259), two blanks a level, in the order of the tree. */
public final class Json {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder();

  private Json() {}

  /**
   * The text of a tree of maps, collections, texts, numbers and booleans, with a line feed at the
   * end.
   *
   * @throws IllegalArgumentException when it holds anything else
   */
  public static String text(Object tree) {
    var json = new Json();
    json.write(tree, 0);
    return json.out.append('\n').toString();
  }

  private void write(Object tree, int depth) {
    switch (tree) {
      case Map<?, ?> map -> map(map, depth);
      case Collection<?> items -> items(items, depth);
      case null -> out.append("null");
      case String s -> string(s);
      case Boolean b -> out.append(b.booleanValue());
      case Long l -> out.append(l.longValue());
      case Integer i -> out.append(i.intValue());
      case Double d -> out.append(d.doubleValue());
      default -> throw new IllegalArgumentException("not plain: " + tree.getClass());
    }
  }

  private void map(Map<?, ?> map, int depth) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    char before = '{';
    for (Map.Entry<?, ?> e : map.entrySet()) {
      out.append(before);
      newLine(depth + 1);
      string(e.getKey().toString());
      out.append(": ");
      write(e.getValue(), depth + 1);
      before = ',';
    }
    newLine(depth);
    out.append('}');
  }

  private void items(Collection<?> items, int depth) {
    if (items.isEmpty()) {
      out.append("[]");
      return;
    }
    char before = '[';
    for (Object item : items) {
      out.append(before);
      newLine(depth + 1);
      write(item, depth + 1);
      before = ',';
    }
    newLine(depth);
    out.append(']');
  }

  private void newLine(int depth) {
    out.append('\n');
    out.repeat("  ", depth);
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || (Character.isSurrogate(c) && !paired(text, i))) {
            escape(c);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean paired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  private void escape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 0xf));
    }
  }
}
