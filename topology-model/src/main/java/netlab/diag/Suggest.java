package netlab.diag;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what a misspelled name was meant to be. */
public final class Suggest {
  private static final int MAX_DISTANCE = 2;
  private static final int MAX_CHOICES = 3;

  private Suggest() {}

  /**
   * The known names nearest to a wrong one, sorted when several are equally near. A name counts as
   * near with at most two typing errors and one for three letters: more gives funny suggestions.
   */
  public static List<String> nearest(String wrong, Collection<String> known) {
    int limit = Math.min(MAX_DISTANCE, wrong.length() / 3);
    int best =
        known.stream().mapToInt(name -> distance(wrong, name, limit)).min().orElse(limit + 1);
    return best > limit
        ? List.of()
        : known.stream()
            .filter(name -> distance(wrong, name, limit) == best)
            .distinct()
            .sorted()
            .limit(MAX_CHOICES)
            .toList();
  }

  /** {@code did you mean `area`?}, when something is near. */
  public static Optional<String> hint(String wrong, Collection<String> known) {
    List<String> nearest = nearest(wrong, known);
    return nearest.isEmpty()
        ? Optional.empty()
        : Optional.of(
            nearest.stream()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(" or ", "did you mean ", "?")));
  }

  /**
   * The number of letters to change, insert, remove or swap with their neighbor
   * (Damerau-Levenshtein with adjacent swaps); upper and lower case count the same. Above the limit
   * any larger number.
   */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    String from = a.toLowerCase(Locale.ROOT);
    String to = b.toLowerCase(Locale.ROOT);
    int[] beforeLast = new int[to.length() + 1];
    int[] last = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        boolean swapped =
            i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        row[j] = swapped ? Math.min(row[j], beforeLast[j - 2] + 1) : row[j];
      }
      beforeLast = last;
      last = row;
    }
    return last[to.length()];
  }
}
