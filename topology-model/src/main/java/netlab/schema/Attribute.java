package netlab.schema;

import java.util.List;
import java.util.Optional;
import netlab.source.Yaml;

/** One attribute: its type and the rules around it. */
public record Attribute(AttrType type, Rules rules) {

  /** An attribute without rules. */
  public static Attribute of(AttrType type) {
    return new Attribute(type, Rules.NONE);
  }

  /**
   * Rules of an attribute beyond its type.
   *
   * @param required the mapping that may hold it must hold it
   * @param whenAbsent the value it gets when it is not written
   * @param whenTrue what {@code true} stands for
   * @param removable {@code false} is accepted and removes an inherited value
   * @param listKey set when a list is accepted for a mapping: each item becomes a key with this
   *     value
   * @param valueKeys set when a scalar or list is accepted for a mapping: the keys that get it
   * @param with the only other attributes that may stand beside it
   * @param without not allowed together with any of these
   * @param modules modules that the lab must use
   * @param obsolete what to say about an attribute that is no longer there
   * @param renamed the new name of an attribute that is still accepted
   * @param path the attribute this one is a short way to write
   * @param message replaces the generated message about a wrong value
   */
  public record Rules(
      boolean required,
      Optional<Yaml> whenAbsent,
      Optional<Yaml> whenTrue,
      boolean removable,
      Optional<Yaml> listKey,
      List<String> valueKeys,
      List<String> with,
      List<String> without,
      List<String> modules,
      Optional<String> obsolete,
      Optional<String> renamed,
      Optional<String> path,
      Optional<String> message) {
    /** No rules at all. */
    public static final Rules NONE =
        new Rules(
            false,
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public Rules {
      valueKeys = List.copyOf(valueKeys);
      with = List.copyOf(with);
      without = List.copyOf(without);
      modules = List.copyOf(modules);
    }
  }
}
