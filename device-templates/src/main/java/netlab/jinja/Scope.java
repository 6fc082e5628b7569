package netlab.jinja;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that can be seen at a place of a template. */
final class Scope {
  private final Map<String, Object> own = new HashMap<>();
  private final Map<String, ?> values;
  private final Optional<Scope> outer;

  /** The outermost one. */
  Scope(Map<String, ?> values) {
    this.values = values;
    this.outer = Optional.empty();
  }

  private Scope(Scope outer) {
    this.values = Map.of();
    this.outer = Optional.of(outer);
  }

  /** A scope within this one; what is set in it is not seen outside. */
  Scope inner() {
    return new Scope(this);
  }

  void set(String name, Object value) {
    own.put(name, value);
  }

  Optional<Object> find(String name) {
    Object found = own.get(name);
    if (found == null) {
      found = values.get(name);
    }
    return found != null ? Optional.of(found) : outer.flatMap(o -> o.find(name));
  }
}
