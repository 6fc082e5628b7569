package netlab.protocol.igp;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.lab.Shown;
import netlab.net.Family;
import netlab.schema.Value;

/** Something that is on or off by address family; families not named are not spoken of. */
public record FamilyFlags(SequencedMap<Family, Boolean> flags) implements Shown {
  public FamilyFlags {
    flags = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(flags));
  }

  /** On for all of these, nothing about others. */
  public static FamilyFlags all(Collection<Family> families) {
    var flags = new LinkedHashMap<Family, Boolean>();
    for (Family family : Family.values()) {
      if (families.contains(family)) {
        flags.put(family, true);
      }
    }
    return new FamilyFlags(flags);
  }

  /** What a mapping {@code ipv4: .., ipv6: ..} says. */
  static FamilyFlags of(Value.Fields fields) {
    var flags = new LinkedHashMap<Family, Boolean>();
    for (Family family : Family.values()) {
      fields.boolAt(family.text()).ifPresent(on -> flags.put(family, on));
    }
    return new FamilyFlags(flags);
  }

  public boolean on(Family family) {
    return flags.getOrDefault(family, false);
  }

  /** The same about some families only; empty when nothing is left. */
  Optional<FamilyFlags> only(Collection<Family> families) {
    var left = new LinkedHashMap<>(flags);
    left.keySet().retainAll(families);
    return left.isEmpty() ? Optional.empty() : Optional.of(new FamilyFlags(left));
  }

  @Override
  public Object shown() {
    return flags;
  }
}
