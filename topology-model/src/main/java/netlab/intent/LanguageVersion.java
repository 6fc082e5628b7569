package netlab.intent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.source.Yaml;

/**
 * The release of the lab language, and what a lab asks of it with {@code version}: a plain number
 * is the lowest release, otherwise a list such as {@code >=1.8,<27}.
 */
public final class LanguageVersion {
  /** The release of the reference whose language this program speaks. */
  private static final String SPOKEN = "26.10";

  private static final Pattern TERM =
      Pattern.compile(
          "\\s*(>=|<=|==|!=|~=|>|<)?\\s*v?(\\d{1,4}(?:\\.\\d{1,4}){0,3})(?:\\.\\*|[-.a-z]\\w*)?\\s*");

  private LanguageVersion() {}

  /** Reports a version that this program does not satisfy, or that is none. */
  static void check(Yaml.Map root, Yaml.Map defaults, Diagnostics diagnostics) {
    Optional<Yaml.Scalar> wanted =
        Trees.scalarAt(root, "version").or(() -> Trees.scalarAt(defaults, "version"));
    if (wanted.isEmpty()) {
      return;
    }
    for (String term : wanted.get().text().split(",", -1)) {
      Matcher m = TERM.matcher(term);
      if (!m.matches()) {
        diagnostics.error(
            Code.WRONG_TYPE,
            wanted.get().span(),
            "`version` must be a number or a list such as `>=1.8,<27`, not `"
                + wanted.get().text()
                + "`");
        return;
      }
      if (!holds(m.group(1) == null ? ">=" : m.group(1), m.group(2))) {
        diagnostics.error(
            Code.LANGUAGE_VERSION,
            wanted.get().span(),
            "the lab needs release "
                + term.strip()
                + " of the language, this program speaks "
                + SPOKEN);
        return;
      }
    }
  }

  /** True for a release of the language that is later than the one this program speaks. */
  public static boolean isLater(String version) {
    return version.matches("\\d{1,4}(\\.\\d{1,4}){0,3}") && compare(SPOKEN, version) < 0;
  }

  private static boolean holds(String operator, String version) {
    int order = compare(SPOKEN, version);
    return switch (operator) {
      case ">=", "~=" -> order >= 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case "<" -> order < 0;
      case "!=" -> order != 0;
      default -> order == 0;
    };
  }

  /** Compares part by part as numbers; a missing part counts as 0. */
  private static int compare(String a, String b) {
    String[] left = a.split("\\.", -1);
    String[] right = b.split("\\.", -1);
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int l = i < left.length ? Integer.parseInt(left[i]) : 0;
      int r = i < right.length ? Integer.parseInt(right[i]) : 0;
      if (l != r) {
        return Integer.compare(l, r);
      }
    }
    return 0;
  }
}
