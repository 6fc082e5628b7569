package netlab.protocol.routing;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Named objects by kind. */
final class ObjectTable {
  private final Map<Kind, SequencedMap<String, RoutingObject>> objects = new EnumMap<>(Kind.class);

  /** Those of a kind by name; may be changed. */
  SequencedMap<String, RoutingObject> of(Kind kind) {
    return objects.computeIfAbsent(kind, k -> new LinkedHashMap<>());
  }
}
