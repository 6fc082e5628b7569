package netlab.expr;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import netlab.diag.Suggest;

/**
 * A value that is not there.
 *
 * @param name what was asked for: {@code bgp.as}
 * @param key the last part of it
 * @param of where it was looked for
 */
public record Undefined(String name, Object key, Object of) {
  private static final int MOST_NAMES = 20;

  public Undefined(String name) {
    this(name, name, Nothing.NONE);
  }

  /** What templates make of it, but for a test or a default. */
  public Wrong wrong() {
    return new Wrong(
        Wrong.NOWHERE,
        "there is no `" + name + "`",
        "test it with `is defined`, or give a default with `|default(...)`");
  }

  /** What tests make of it, which want everything to be there. */
  Wrong absent() {
    return new Wrong(Wrong.NOWHERE, "there is no `" + name + "`", there());
  }

  private String there() {
    return switch (of) {
      case Scope s -> names(s.names());
      case Map<?, ?> m -> names(m.keySet().stream().map(Values::text).toList());
      case List<?> l -> "it has " + l.size() + (l.size() == 1 ? " item" : " items");
      case Nothing n -> "it is None";
      default -> "it is " + Values.brief(of);
    };
  }

  private String names(Collection<String> known) {
    String near = Suggest.hint(Values.text(key), known).map(hint -> hint + " ").orElse("");
    String all = known.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return known.isEmpty()
        ? "nothing is there"
        : near + "there is: " + all + (known.size() > MOST_NAMES ? ", ..." : "");
  }
}
