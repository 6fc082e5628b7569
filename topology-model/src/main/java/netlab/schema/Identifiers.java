package netlab.schema;

import java.util.Optional;
import java.util.regex.Pattern;

/** The rule for names of nodes, groups, VLANs and so on. */
public final class Identifiers {
  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private Identifiers() {}

  /** Why a text is not an identifier, as the end of a sentence; empty when it is one. */
  public static Optional<String> problem(String text, int maxLength) {
    if (!ID.matcher(text).matches()) {
      return Optional.of(
          "is not a name: a name begins with a letter or _ and goes on with letters, digits, _ or"
              + " -");
    }
    return text.length() > maxLength
        ? Optional.of("is too long: a name here has at most " + maxLength + " characters")
        : Optional.empty();
  }
}
