package netlab.plan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A path below the lab's folder, made of names that cannot lead out of it. Names that come from a
 * lab file become file names only through this type.
 *
 * @param names folder names and the file name, outermost first
 */
public record SafePath(List<String> names) implements Comparable<SafePath> {
  /** The longest name that common file systems take, in bytes of UTF-8. */
  private static final int LONGEST_NAME = 255;

  private static final int DEEPEST = 32;

  /** Throws {@link IllegalArgumentException} when a name is not safe; see {@link #problem}. */
  public SafePath {
    names = List.copyOf(names);
    if (names.isEmpty() || names.size() > DEEPEST) {
      throw new IllegalArgumentException("a path has 1 to " + DEEPEST + " names");
    }
    for (String name : names) {
      problem(name)
          .ifPresent(why -> {
            throw new IllegalArgumentException("unsafe file name: " + why);
          });
    }
  }

  /** The path of these names, one folder a name. A name with a separator is refused. */
  public static SafePath of(String... names) {
    return new SafePath(List.of(names));
  }

  /** The path that this text with {@code /} between its names stands for; empty when unsafe. */
  public static Optional<SafePath> parse(String text) {
    List<String> names = Arrays.asList(text.split("/", -1));
    boolean safe =
        names.size() <= DEEPEST && names.stream().allMatch(name -> problem(name).isEmpty());
    return safe ? Optional.of(new SafePath(names)) : Optional.empty();
  }

  /** Why a text cannot be one name of a path; empty when it can. */
  public static Optional<String> problem(String name) {
    if (name.isEmpty()) {
      return Optional.of("it is empty");
    }
    if (name.equals(".") || name.equals("..")) {
      return Optional.of("`" + name + "` names another folder");
    }
    if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      return Optional.of("it has a path separator in it");
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      return Optional.of("it is longer than " + LONGEST_NAME + " bytes");
    }
    return name.codePoints().allMatch(SafePath::visible)
        ? Optional.empty()
        : Optional.of("it has an invisible character in it");
  }

  private static boolean visible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  /** The path with {@code /} between its names. */
  @Override
  public String toString() {
    return String.join("/", names);
  }

  @Override
  public int compareTo(SafePath other) {
    return toString().compareTo(other.toString());
  }
}
