package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Span;
import netlab.schema.Value;

/**
 * A named object of the lab or of a node: its entries in full form.
 *
 * @param type standard, extended or large for a list of communities
 * @param span where it was written
 */
record RoutingObject(String name, Optional<String> type, List<Value.Fields> entries, Span span) {
  RoutingObject {
    entries = List.copyOf(entries);
  }

  static int sequence(Value.Fields entry) {
    return entry.intAt("sequence").orElse(0);
  }

  /** The same with its entries in the order in which they count. */
  RoutingObject sorted() {
    List<Value.Fields> sorted =
        entries.stream().sorted(Comparator.comparingInt(RoutingObject::sequence)).toList();
    return new RoutingObject(name, type, sorted, span);
  }

  /** The same with those entries of another one whose sequence numbers are free. */
  RoutingObject over(RoutingObject lower) {
    Set<Integer> taken = new HashSet<>();
    entries.forEach(e -> taken.add(sequence(e)));
    var all = new ArrayList<>(entries);
    for (Value.Fields entry : lower.entries) {
      if (!taken.contains(sequence(entry))) {
        all.add(entry);
      }
    }
    return new RoutingObject(name, type, all, span);
  }

  /** How the model shows it. */
  Value tree() {
    Value list = new Value.Items(List.copyOf(entries), span);
    return type.isEmpty()
        ? list
        : Value.Fields.NONE.with("type", Value.of(type.get())).with("value", list);
  }
}
