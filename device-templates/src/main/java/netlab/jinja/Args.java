package netlab.jinja;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of a filter. */
record Args(List<Object> positional, Map<String, Object> named) {
  static final Args NONE = new Args(List.of(), Map.of());

  int size() {
    return positional.size();
  }

  /** An argument by its place or its name. */
  Optional<Object> get(int place, String name) {
    return place >= 0 && place < positional.size()
        ? Optional.of(positional.get(place))
        : Optional.ofNullable(named.get(name));
  }

  String text(int place, String name, String usual) {
    return get(place, name).map(Values::text).orElse(usual);
  }

  boolean flag(int place, String name, boolean usual) {
    return get(place, name).map(Values::truth).orElse(usual);
  }

  /** All but the first ones. */
  Args from(int place) {
    return new Args(
        place < positional.size() ? positional.subList(place, positional.size()) : List.of(),
        named);
  }
}
