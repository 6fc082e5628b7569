package netlab.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Code;
import netlab.source.Key;
import netlab.source.Yaml;

/** Groups and their members while a lab is read. */
final class Groups {
  /** The group that every node is in. */
  static final Set<String> EVERYBODY = Set.of("all");

  private final Reading reading;
  private final SequencedMap<String, GroupEntry> entries;
  private Membership membership;
  private List<String> innerFirst = List.of();

  /**
   * Groups of a lab.
   *
   * @param further groups that nobody wrote as such
   */
  Groups(Reading reading, List<GroupEntry> further) {
    this.reading = reading;
    this.entries = new GroupEntries(reading).read();
    further.forEach(g -> entries.putIfAbsent(g.name().text(), g));
    this.membership = Membership.resolve(new LinkedHashMap<>(), Map.of(), reading.diagnostics());
  }

  SequencedMap<String, GroupEntry> entries() {
    return entries;
  }

  Membership membership() {
    return membership;
  }

  /** Makes the nodes (VLANs, VRFs) that groups with automatic creation name. */
  Set<Key> missing(String type, Set<String> existing) {
    Set<Key> missing = new LinkedHashSet<>();
    for (GroupEntry group : entries.values()) {
      if (group.autoCreate() && group.type().equals(type)) {
        for (Yaml.Scalar member : group.members()) {
          boolean known = existing.contains(member.text()) || entries.containsKey(member.text());
          if (!known && !Patterns.isPattern(member.text())) {
            missing.add(new Key(member.text(), member.span()));
          }
        }
      }
    }
    return missing;
  }

  /** Adds nodes to the groups they ask for with {@code group}. */
  void join(Key node, Yaml.Map data) {
    for (Yaml.Scalar name : Trees.scalars(data.get("group"))) {
      GroupEntry group =
          entries.computeIfAbsent(
              name.text(),
              n ->
                  new GroupEntry(
                      new Key(n, name.span()),
                      "node",
                      List.of(),
                      Yaml.Map.empty(name.span()),
                      true,
                      false));
      boolean listed = group.members().stream().anyMatch(m -> m.text().equals(node.text()));
      if (!listed) {
        Yaml.Scalar member = new Yaml.Scalar(node.text(), Yaml.Style.PLAIN, name.span());
        entries.put(name.text(), group.with(member));
      }
    }
  }

  /** Resolves all members and checks names. */
  void resolve(Map<String, Set<String>> existing) {
    Set<String> nodes = existing.getOrDefault("node", Set.of());
    for (GroupEntry group : entries.values()) {
      String name = group.name().text();
      if (nodes.contains(name)) {
        reading
            .diagnostics()
            .error(
                Code.GROUP_NAME,
                group.name().span(),
                "group `" + name + "` has the name of a node",
                "give the group another name");
      }
      boolean implied = isImplied(name);
      if (implied && !group.members().isEmpty()) {
        reading
            .diagnostics()
            .error(
                Code.GROUP_NAME,
                group.name().span(),
                "group `" + name + "` has its members by itself and cannot list any");
      }
    }
    membership = Membership.resolve(entries, existing, reading.diagnostics());
    innerFirst = membership.innerFirst();
  }

  /** {@code all} and the names of devices are groups whose members nobody lists. */
  private boolean isImplied(String name) {
    return name.equals("all") || reading.devices().has(name);
  }

  /**
   * The groups a node is in, the most specific ones first.
   *
   * @param implied groups that it is in though they do not list it
   */
  List<GroupEntry> of(String node, Set<String> implied) {
    List<GroupEntry> found = new ArrayList<>();
    for (String name : innerFirst) {
      GroupEntry group = entries.get(name);
      if (group != null
          && group.type().equals("node")
          && (implied.contains(name) || membership.all(name).contains(node))) {
        found.add(group);
      }
    }
    return found;
  }
}
