package netlab.schema;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names a lab defines. A kind of name that is not known yet is not checked: the reference is
 * taken as it is.
 */
public final class Names {
  private final Map<AttrType.Target, Set<String>> known = new EnumMap<>(AttrType.Target.class);

  /** From now on references of this kind must name one of these. */
  public void define(AttrType.Target target, Set<String> names) {
    known.put(target, new LinkedHashSet<>(names));
  }

  /** The names of a kind; none when they are not known yet. */
  public Set<String> all(AttrType.Target target) {
    return of(target).orElse(Set.of());
  }

  /** The names of a kind; empty when they are not known yet. */
  Optional<Set<String>> of(AttrType.Target target) {
    if (target == AttrType.Target.NODE_OR_GROUP) {
      return of(AttrType.Target.NODE)
          .flatMap(nodes ->
              of(AttrType.Target.GROUP)
                  .map(groups -> {
                    Set<String> both = new LinkedHashSet<>(nodes);
                    both.addAll(groups);
                    return both;
                  }));
    }
    return Optional.ofNullable(known.get(target));
  }
}
