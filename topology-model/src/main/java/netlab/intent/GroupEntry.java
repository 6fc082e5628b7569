package netlab.intent;

import java.util.ArrayList;
import java.util.List;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * A group as it is written.
 *
 * @param type {@code node}, {@code vlan} or {@code vrf}
 * @param members what the list of members says; groups and patterns are not resolved
 * @param data everything else
 * @param byDefault the group comes from {@code defaults.groups}: it may be empty, and name members
 *     that do not exist
 * @param autoCreate members that do not exist are to be made
 */
record GroupEntry(
    Key name,
    String type,
    List<Yaml.Scalar> members,
    Yaml.Map data,
    boolean byDefault,
    boolean autoCreate) {
  GroupEntry {
    members = List.copyOf(members);
  }

  /** The group with one more member. */
  GroupEntry with(Yaml.Scalar member) {
    var more = new ArrayList<>(members);
    more.add(member);
    return new GroupEntry(name, type, more, data, byDefault, autoCreate);
  }
}
