package netlab.protocol.bgp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.lab.Shown;
import netlab.net.Family;
import netlab.schema.Value;

/**
 * The types of sessions that carry something, by family.
 *
 * @param types {@code ibgp}, {@code ebgp}; a family that is not there is not carried
 * @param extra further settings
 */
public record FamilySessions(SequencedMap<Family, List<String>> types, Value.Fields extra)
    implements Shown {
  public FamilySessions {
    var copy = new LinkedHashMap<Family, List<String>>();
    types.forEach((family, list) -> copy.put(family, List.copyOf(list)));
    types = Collections.unmodifiableSequencedMap(copy);
  }

  /**
   * What a setting says: a mapping by family, a list, or {@code true} for all families.
   *
   * @param all the types that {@code true} stands for
   * @param used the families that a list is about
   * @return empty when there is nothing, or {@code false}
   */
  public static Optional<FamilySessions> of(
      Value.Fields settings, String key, List<String> all, Set<Family> used) {
    var types = new LinkedHashMap<Family, List<String>>();
    Value.Fields fields = settings.fieldsAt(key);
    for (Family family : Family.values()) {
      if (settings.boolAt(key).isPresent()) {
        if (settings.boolAt(key).get()) {
          types.put(family, all);
        }
      } else if (!fields.isEmpty()) {
        ofFamily(fields, family).ifPresent(list -> types.put(family, list));
      } else if (used.contains(family) && !settings.textsAt(key).isEmpty()) {
        types.put(family, settings.textsAt(key));
      }
    }
    return types.isEmpty()
        ? Optional.empty()
        : Optional.of(new FamilySessions(types, fields.without("ipv4", "ipv6")));
  }

  private static Optional<List<String>> ofFamily(Value.Fields fields, Family family) {
    Optional<Value> written = fields.at(family.text()).filter(v -> !(v instanceof Value.Empty));
    boolean off = fields.boolAt(family.text()).isPresent();
    return written.map(v -> off ? List.of() : fields.textsAt(family.text()));
  }

  /** True when sessions of a type carry the family. */
  public boolean has(Family family, String type) {
    return types.getOrDefault(family, List.of()).contains(type);
  }

  /** True when something of the family is carried. */
  public boolean has(Family family) {
    return types.containsKey(family);
  }

  /** The same about some families only. */
  public FamilySessions only(Set<Family> families) {
    var left = new LinkedHashMap<>(types);
    left.keySet().retainAll(families);
    return new FamilySessions(left, extra);
  }

  @Override
  public Object shown() {
    var all = new LinkedHashMap<String, Object>();
    types.forEach((family, list) -> all.put(family.text(), list));
    for (Map.Entry<String, Value.Field> e : extra.fields().entrySet()) {
      all.put(e.getKey(), e.getValue().value());
    }
    return all;
  }
}
