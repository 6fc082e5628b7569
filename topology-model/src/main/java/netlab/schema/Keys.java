package netlab.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys a mapping accepts. Attributes are made when somebody asks for them. */
public interface Keys {
  /** Accepts every key with any value. */
  Keys OPEN =
      new Keys() {
        @Override
        public Optional<Attribute> find(String key) {
          return Optional.of(Attribute.of(new AttrType.Any()));
        }

        @Override
        public Set<String> names() {
          return Set.of();
        }
      };

  /** The attribute of that name, if the mapping accepts one. */
  Optional<Attribute> find(String key);

  /** All names, for messages and documentation. */
  Set<String> names();

  /** Keys of several sources; the first one that knows a key decides. */
  static Keys join(List<Keys> parts) {
    List<Keys> sources = List.copyOf(parts);
    return new Keys() {
      @Override
      public Optional<Attribute> find(String key) {
        return sources.stream().flatMap(k -> k.find(key).stream()).findFirst();
      }

      @Override
      public Set<String> names() {
        Set<String> all = new LinkedHashSet<>();
        sources.forEach(k -> all.addAll(k.names()));
        return all;
      }
    };
  }
}
