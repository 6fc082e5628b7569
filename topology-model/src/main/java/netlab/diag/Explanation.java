package netlab.diag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The page of a code: what it means, an example, what to do. */
public final class Explanation {
  private Explanation() {}

  /** The page of an identifier such as {@code NL0201}, in Markdown; case does not matter. */
  public static Optional<String> of(String id) {
    return Arrays.stream(Code.values())
        .filter(code -> code.id().equals(id.toUpperCase(Locale.ROOT)))
        .findFirst()
        .flatMap(Explanation::of);
  }

  /** The page of a code. Every code has one. */
  public static Optional<String> of(Code code) {
    String path = "/errors/" + code.id() + ".md";
    try (InputStream in = Explanation.class.getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
