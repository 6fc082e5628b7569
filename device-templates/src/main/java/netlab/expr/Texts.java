package netlab.expr;

import java.util.List;
import java.util.Locale;

/** Changes of texts. */
public final class Texts {
  private Texts() {}

  static String capitalized(String s) {
    return s.isEmpty()
        ? s
        : s.substring(0, 1).toUpperCase(Locale.ROOT) + s.substring(1).toLowerCase(Locale.ROOT);
  }

  static String title(String s) {
    var title = new StringBuilder();
    boolean within = false;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      title.append(within ? Character.toLowerCase(c) : Character.toUpperCase(c));
      within = Character.isLetter(c);
    }
    return title.toString();
  }

  /** Takes these characters, or white space, off the ends. */
  static String strip(String s, Object characters, boolean front, boolean back) {
    String set = characters == Nothing.NONE ? " \t\r\n\f" : Values.text(characters);
    int from = 0;
    int to = s.length();
    while (front && from < to && set.indexOf(s.charAt(from)) >= 0) {
      from++;
    }
    while (back && to > from && set.indexOf(s.charAt(to - 1)) >= 0) {
      to--;
    }
    return s.substring(from, to);
  }

  static long count(String s, String wanted) {
    if (wanted.isEmpty()) {
      return s.length() + 1L;
    }
    long count = 0;
    for (int at = 0; (at = s.indexOf(wanted, at)) >= 0; at += wanted.length()) {
      count++;
    }
    return count;
  }

  static String replace(String s, String from, String to) {
    Values.sized(s.length() + count(s, from) * to.length());
    return s.replace(from, to);
  }

  /** As long as wanted at least. */
  static String padded(String s, char with, long width, boolean behind) {
    int missing = Math.max(0, Values.sized(width) - s.length());
    String blanks = String.valueOf(with).repeat(missing);
    return behind ? s + blanks : blanks + s;
  }

  /** Zeros between a sign and the digits. */
  static String zeros(String s, long width) {
    boolean signed = s.startsWith("-") || s.startsWith("+");
    return signed
        ? s.charAt(0) + padded(s.substring(1), '0', width - 1, false)
        : padded(s, '0', width, false);
  }

  public static String joined(String between, List<?> items) {
    var out = new Growing();
    for (int i = 0; i < items.size(); i++) {
      out.add(i > 0 ? between : "").add(Values.text(items.get(i)));
    }
    return out.toString();
  }

  /** Lines behind the first one get blanks, or all; empty lines none, unless wanted. */
  public static String indented(String s, int width, boolean first, boolean blank) {
    String[] lines = s.split("\n", -1);
    Values.sized(s.length() + (long) lines.length * width);
    var text = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      boolean wanted = (i > 0 || first) && (blank || !lines[i].isBlank());
      text.append(i > 0 ? "\n" : "").append(wanted ? " ".repeat(width) : "").append(lines[i]);
    }
    return text.toString();
  }
}
