package netlab.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Span;
import netlab.source.Key;
import netlab.source.Yaml;

/** Small questions to trees. */
public final class Trees {
  private Trees() {}

  public static boolean isNull(Yaml yaml) {
    return yaml instanceof Yaml.Scalar s && s.isNull();
  }

  /** The mapping at a path; an empty one when there is something else or nothing. */
  public static Yaml.Map mapAt(Yaml.Map root, String first, String... more) {
    Optional<Yaml> found = root.find(first, more);
    return found.isPresent() && found.get() instanceof Yaml.Map map
        ? map
        : Yaml.Map.empty(root.span());
  }

  /** The text at a path, if there is a scalar which is not empty. */
  public static Optional<Yaml.Scalar> scalarAt(Yaml.Map root, String first, String... more) {
    return root.find(first, more)
        .flatMap(
            v -> v instanceof Yaml.Scalar s && !s.isNull() ? Optional.of(s) : Optional.empty());
  }

  /** The items of a list; a single value counts as one, nothing as none. */
  public static List<Yaml> items(Optional<Yaml> value) {
    if (value.isEmpty() || isNull(value.get())) {
      return List.of();
    }
    return value.get() instanceof Yaml.Seq seq ? seq.items() : List.of(value.get());
  }

  /** The scalars among the items of a list. */
  public static List<Yaml.Scalar> scalars(Optional<Yaml> value) {
    List<Yaml.Scalar> scalars = new ArrayList<>();
    for (Yaml item : items(value)) {
      if (item instanceof Yaml.Scalar s && !s.isNull()) {
        scalars.add(s);
      }
    }
    return scalars;
  }

  /** True when the value at a path is written as true. */
  public static boolean flag(Yaml.Map root, String first, String... more) {
    return scalarAt(root, first, more).flatMap(Yaml.Scalar::asBool).orElse(false);
  }

  /** True when the value at a path is written as false. */
  public static boolean isFalse(Yaml.Map root, String first, String... more) {
    return scalarAt(root, first, more).flatMap(Yaml.Scalar::asBool).filter(b -> !b).isPresent();
  }

  /** A mapping with one entry. */
  public static Yaml.Map map(Key key, Yaml value, Span span) {
    SequencedMap<Key, Yaml> entries = new LinkedHashMap<>();
    entries.put(key, value);
    return new Yaml.Map(entries, span);
  }

  /** A mapping with nothing but one of its keys. */
  public static Yaml.Map only(Yaml.Map map, String name) {
    SequencedMap<Key, Yaml> entries = new LinkedHashMap<>();
    map.entries()
        .forEach((key, value) -> {
          if (key.text().equals(name)) {
            entries.put(key, value);
          }
        });
    return new Yaml.Map(entries, map.span());
  }

  /** A mapping without some keys. */
  public static Yaml.Map without(Yaml.Map map, Iterable<String> keys) {
    Yaml.Map rest = map;
    for (String key : keys) {
      rest = rest.without(key);
    }
    return rest;
  }
}
