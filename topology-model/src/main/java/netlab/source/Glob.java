package netlab.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A shell pattern for one name: {@code *}, {@code ?} and sets such as {@code [a-c]} or {@code
 * [!x]}. Matching takes at most pattern times name steps; a pattern from a lab file cannot stall
 * us.
 */
public final class Glob {
  private interface One {
    boolean accepts(char c);
  }

  /** Stands for any run of characters. */
  private static final One STAR = c -> true;

  private final List<One> items;

  private Glob(List<One> items) {
    this.items = List.copyOf(items);
  }

  /** True when the text has a character with a meaning in patterns. */
  public static boolean isPattern(String text) {
    return text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  /** The pattern a text means. A bracket without its partner stands for itself. */
  public static Glob of(String pattern) {
    List<One> items = new ArrayList<>();
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      int close = c == '[' ? closing(pattern, i) : -1;
      if (close > 0) {
        items.add(set(pattern.substring(i + 1, close)));
        i = close;
      } else {
        items.add(c == '*' ? STAR : c == '?' ? any -> true : same -> same == c);
      }
      i++;
    }
    return new Glob(items);
  }

  /** A bracket right after the opening one belongs to the set. */
  private static int closing(String pattern, int open) {
    int first = pattern.startsWith("!", open + 1) ? open + 2 : open + 1;
    return pattern.indexOf(']', first + 1);
  }

  private static One set(String content) {
    boolean negated = content.startsWith("!");
    String members = negated ? content.substring(1) : content;
    return c -> contains(members, c) != negated;
  }

  private static boolean contains(String members, char c) {
    int i = 0;
    while (i < members.length()) {
      boolean range = i + 2 < members.length() && members.charAt(i + 1) == '-';
      char last = members.charAt(range ? i + 2 : i);
      if (c >= members.charAt(i) && c <= last) {
        return true;
      }
      i += range ? 3 : 1;
    }
    return false;
  }

  /** True when the pattern covers the whole name. */
  public boolean matches(String name) {
    int item = 0;
    int at = 0;
    int lastStar = -1;
    int afterStar = 0;
    while (at < name.length()) {
      if (item < items.size() && items.get(item) == STAR) {
        lastStar = item++;
        afterStar = at;
      } else if (item < items.size() && items.get(item).accepts(name.charAt(at))) {
        item++;
        at++;
      } else if (lastStar >= 0) {
        item = lastStar + 1;
        at = ++afterStar;
      } else {
        return false;
      }
    }
    return items.subList(item, items.size()).stream().allMatch(one -> one == STAR);
  }
}
