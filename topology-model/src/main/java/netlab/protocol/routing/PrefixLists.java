package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.net.Prefix;
import netlab.schema.Value;

/** Prefix lists as devices have them: one list for each family, one line for each prefix. */
final class PrefixLists {
  private static final int FIRST = 100;
  private static final int STEP = 10;

  /** The number of the line that stands in a list of a family without entries. */
  private static final int NOTHING = 10;

  private static final List<String> BOUNDS = List.of("min", "max");

  private final Diagnostics diagnostics;

  PrefixLists(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The entry with bounds for each family it has prefixes of. */
  static Value.Fields withBounds(Value.Fields entry) {
    Value.Fields full = entry;
    for (String bound : BOUNDS) {
      if (entry.at(bound).orElse(Value.Fields.NONE) instanceof Value.Scalar both) {
        Value.Fields split = new Value.Fields(new LinkedHashMap<>(), both.span());
        for (Family family : Family.values()) {
          if (!entry.itemsAt(family.text()).isEmpty()) {
            split = split.with(family.text(), both);
          }
        }
        full = full.with(bound, split);
      }
    }
    return full;
  }

  /** The lines of a resolved list, by family; a family without entries matches nothing. */
  SequencedMap<Family, List<PrefixLine>> lines(NodeDraft node, RoutingObject list) {
    var lines = new LinkedHashMap<Family, List<PrefixLine>>();
    for (Family family : Family.values()) {
      var found = new ArrayList<PrefixLine>();
      for (Value.Fields entry : list.entries()) {
        Optional<Integer> min = entry.intAt("min." + family);
        Optional<Integer> max = entry.intAt("max." + family);
        for (Value item : entry.itemsAt(family.text())) {
          Prefix prefix = Prefix.parse(((Value.Scalar) item).data().toString());
          check(node, entry, prefix, min, max);
          String action = entry.textAt("action").orElse("permit");
          int sequence = FIRST + STEP * found.size();
          found.add(PrefixLine.of(sequence, action, prefix, min, max));
        }
      }
      if (found.isEmpty()) {
        Prefix all = Prefix.parse(family == Family.IPV4 ? "0.0.0.0/0" : "::/0");
        Optional<Integer> any = Optional.empty();
        found.add(PrefixLine.of(NOTHING, "deny", all, any, any));
      }
      lines.put(family, List.copyOf(found));
    }
    return lines;
  }

  private void check(
      NodeDraft node,
      Value.Fields entry,
      Prefix prefix,
      Optional<Integer> min,
      Optional<Integer> max) {
    boolean strict = node.device().can("routing.prefix.strict");
    int least = prefix.length() + (strict ? 1 : 0);
    int most = prefix.family().bits();
    for (String bound : BOUNDS) {
      Optional<Integer> length = bound.equals("min") ? min : max;
      if (length.isPresent() && (length.get() < least || length.get() > most)) {
        report(
            entry,
            bound,
            prefix,
            "`"
                + bound
                + "` "
                + length.get()
                + " does not fit "
                + prefix
                + ": it must be between "
                + least
                + " and "
                + most);
      }
    }
    if (min.isPresent() && max.isPresent() && min.get() > max.get()) {
      report(entry, "min", prefix, "`min` " + min.get() + " is more than `max` " + max.get());
    }
  }

  private void report(Value.Fields entry, String bound, Prefix prefix, String message) {
    Span at = entry.at(bound + "." + prefix.family()).map(Value::span).orElse(entry.span());
    Optional<Value> item =
        entry.itemsAt(prefix.family().text()).stream()
            .filter(
                i -> i instanceof Value.Scalar s && s.data().toString().equals(prefix.toString()))
            .findFirst();
    List<Note> notes =
        Stream.of(item)
            .flatMap(Optional::stream)
            .filter(i -> i.span().known() && !i.span().equals(at))
            .map(i -> new Note(prefix + " is here", i.span()))
            .collect(Collectors.toList());
    diagnostics.report(
        Severity.ERROR,
        Code.ROUTING_OBJECT,
        at,
        message,
        Optional.of(
            "a number is for both families; `" + bound + ": { ipv4: 24, ipv6: 64 }` is for each"),
        notes);
  }
}
