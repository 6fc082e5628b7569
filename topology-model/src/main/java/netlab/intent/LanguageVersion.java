package netlab.intent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  private static final String RELEASE = "\\d{1,4}(?:\\.\\d{1,4}){0,3}";

  /** A term of a version specifier (Python packaging, PEP 440). */
  private static final Pattern TERM =
      Pattern.compile(
          "\\s*(?<operator>===|>=|<=|==|!=|~=|>|<)?\\s*v?(?<release>"
              + RELEASE
              + ")(?<suffix>\\.\\*|[-._]?(?:a|b|c|rc|alpha|beta|pre|preview|dev|post|rev|r)[-._]?\\d{0,4})?\\s*");

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
      if (!m.matches() || !isSound(m)) {
        diagnostics.error(
            Code.WRONG_TYPE,
            wanted.get().span(),
            "`version` must be a number or a list such as `>=1.8,<27`, not `"
                + wanted.get().text()
                + "`");
        return;
      }
      if (!holds(operator(m), m.group("release"), suffix(m))) {
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

  private static String operator(Matcher term) {
    return Optional.ofNullable(term.group("operator")).orElse(">=");
  }

  private static String suffix(Matcher term) {
    return Optional.ofNullable(term.group("suffix")).orElse("");
  }

  /** A pattern can only be equal or not; {@code ~=} needs a part that may be higher. */
  private static boolean isSound(Matcher term) {
    String operator = operator(term);
    return suffix(term).equals(".*")
        ? operator.equals("==") || operator.equals("!=")
        : !operator.equals("~=") || term.group("release").contains(".");
  }

  private static boolean holds(String operator, String version, String suffix) {
    if (suffix.equals(".*")) {
      return startsWith(version) == operator.equals("==");
    }
    int order = compare(SPOKEN, version);
    if (order == 0 && !suffix.isEmpty()) {
      order = suffix.matches("[-._]?(post|r|rev)[^a-z]*") ? -1 : 1;
    }
    return switch (operator) {
      case "~=" -> order >= 0 && startsWith(version.substring(0, version.lastIndexOf('.')));
      case ">=" -> order >= 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case "<" -> order < 0;
      case "!=" -> order != 0;
      default -> order == 0;
    };
  }

  private static boolean startsWith(String version) {
    return (SPOKEN + ".").startsWith(version + ".");
  }

  /**
   * The file to read for a lab: with {@code lab.26.5.yml} beside {@code lab.yml}, the newest that
   * this release can read counts.
   */
  public static Path file(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    if (dot < 1) {
      return file;
    }
    Pattern numbered =
        Pattern.compile(
            Pattern.quote(name.substring(0, dot))
                + "\\.(\\d{1,4}\\.\\d{1,4})"
                + Pattern.quote(name.substring(dot)));
    try (Stream<Path> beside = Files.list(folder)) {
      return beside
          .map(path -> numbered.matcher(String.valueOf(path.getFileName())))
          .filter(m -> m.matches() && !isLater(m.group(1)))
          .max((a, b) -> compare(a.group(1), b.group(1)))
          .map(m -> file.resolveSibling(m.group()))
          .orElse(file);
    } catch (IOException | UncheckedIOException notReadable) {
      return file;
    }
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
