package netlab.intent;

import java.util.List;
import netlab.diag.Span;
import netlab.schema.Value;

/**
 * A group after expansion.
 *
 * @param type {@code node}, {@code vlan} or {@code vrf}
 * @param members names of its direct members, globs and expressions resolved
 */
public record GroupIntent(
    String name, String type, List<String> members, Value.Fields attributes, Span span) {
  public GroupIntent {
    members = List.copyOf(members);
  }
}
