package netlab.intent;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Names with wildcards: {@code r*}, {@code pe[12]}, and {@code ~} with a regular expression. A lab
 * file may come from anybody, so expressions are those that take linear time: no look-around, no
 * back-references.
 */
final class Patterns {
  private Patterns() {}

  static boolean isPattern(String text) {
    return text.startsWith("~") || text.chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
  }

  /** The names that match, in their order; empty when the expression is broken. */
  static Optional<Set<String>> matching(String text, Collection<String> names) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(text.startsWith("~") ? text.substring(1) : regex(text));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
    boolean glob = !text.startsWith("~");
    Set<String> found = new LinkedHashSet<>();
    for (String name : names) {
      boolean hit = glob ? pattern.matcher(name).matches() : pattern.matcher(name).lookingAt();
      if (hit) {
        found.add(name);
      }
    }
    return Optional.of(found);
  }

  private static String regex(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      int close = c == '[' ? glob.indexOf(']', i + 2) : -1;
      if (close > 0) {
        String set = glob.substring(i + 1, close).replace("\\", "\\\\").replace("[", "\\[");
        regex.append('[').append(set.startsWith("!") ? "^" + set.substring(1) : set).append(']');
        i = close;
      } else if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append('.');
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }
}
