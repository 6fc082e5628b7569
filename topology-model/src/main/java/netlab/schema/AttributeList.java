package netlab.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import netlab.source.Yaml;

/** The attributes of a level for people: names with what they accept, in words. */
public final class AttributeList {
  /** Types may contain themselves. */
  private static final int DEEPEST = 6;

  private final Schema schema;

  public AttributeList(Schema schema) {
    this.schema = schema;
  }

  /** A tree of names; a leaf says what the attribute accepts. */
  public SequencedMap<String, Object> level(String level) {
    return keys(schema.level(level), 0);
  }

  private SequencedMap<String, Object> keys(Keys keys, int depth) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    for (String name : new TreeSet<>(keys.names())) {
      Optional<Attribute> attribute = keys.find(name);
      if (!name.startsWith("_") && attribute.filter(a -> !isOld(a)).isPresent()) {
        tree.put(name, attribute(attribute.get(), depth));
      }
    }
    return tree;
  }

  private static boolean isOld(Attribute attribute) {
    return attribute.rules().obsolete().isPresent() || attribute.rules().renamed().isPresent();
  }

  private Object attribute(Attribute attribute, int depth) {
    Optional<Keys> inner = inner(attribute.type());
    if (inner.isPresent() && depth < DEEPEST && !inner.get().names().isEmpty()) {
      return keys(inner.get(), depth + 1);
    }
    List<String> words = new ArrayList<>();
    words.add(wanted(attribute.type()));
    if (attribute.rules().required()) {
      words.add("required");
    }
    attribute
        .rules()
        .whenAbsent()
        .filter(v -> v instanceof Yaml.Scalar)
        .ifPresent(v -> words.add("default " + ((Yaml.Scalar) v).text()));
    return String.join("; ", words);
  }

  private Optional<Keys> inner(AttrType type) {
    return switch (type) {
      case AttrType.Struct s -> Optional.of(s.keys());
      case AttrType.Named n -> schema.type(n.name()).flatMap(a -> inner(a.type()));
      case AttrType other -> Optional.empty();
    };
  }

  private String wanted(AttrType type) {
    return switch (type) {
      case AttrType.Named n -> schema.type(n.name()).map(a -> wanted(a.type())).orElse(n.name());
      case AttrType.ListOf l when !(l.items().type() instanceof AttrType.Any) ->
          "a list; each item is " + wanted(l.items().type());
      case AttrType other -> other.wanted();
    };
  }
}
