package netlab.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that can be seen at a place. */
public final class Scope {
  private final Map<String, Object> own = new HashMap<>();
  private final Map<String, ?> values;
  private final Optional<Scope> outer;

  /** The outermost one. */
  public Scope(Map<String, ?> values) {
    this.values = values;
    this.outer = Optional.empty();
  }

  private Scope(Scope outer) {
    this.values = Map.of();
    this.outer = Optional.of(outer);
  }

  /** A scope within this one; what is set in it is not seen outside. */
  public Scope inner() {
    return new Scope(this);
  }

  public void set(String name, Object value) {
    own.put(name, value);
  }

  /** Gives a name its value, or several the items of a list. */
  public void set(Expr.Target target, Object value) {
    List<Expr.Target> parts = target.parts();
    if (parts.isEmpty()) {
      set(target.name(), value);
      return;
    }
    List<?> items = Values.items(value);
    if (items.size() != parts.size()) {
      throw new Wrong(
          Wrong.NOWHERE,
          "these are " + items.size() + " values for " + parts.size() + " names",
          "keys and values of a mapping: `.items()`");
    }
    for (int i = 0; i < parts.size(); i++) {
      set(parts.get(i), items.get(i));
    }
  }

  public Optional<Object> find(String name) {
    Object found = own.get(name);
    if (found == null) {
      found = values.get(name);
    }
    return found != null ? Optional.of(found) : outer.flatMap(o -> o.find(name));
  }

  /** All names, the nearest first. */
  List<String> names() {
    List<String> names = new ArrayList<>(own.keySet());
    names.addAll(values.keySet());
    outer.ifPresent(o -> names.addAll(o.names()));
    return names;
  }
}
