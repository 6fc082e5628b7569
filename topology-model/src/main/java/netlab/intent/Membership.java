package netlab.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.diag.Suggest;
import netlab.source.Yaml;

/** Resolves who belongs to which group. */
final class Membership {
  private final SequencedMap<String, GroupEntry> groups;
  private final Diagnostics diagnostics;
  private final SequencedMap<String, List<String>> direct = new LinkedHashMap<>();
  private final Map<String, Set<String>> all = new LinkedHashMap<>();

  private Membership(SequencedMap<String, GroupEntry> groups, Diagnostics diagnostics) {
    this.groups = groups;
    this.diagnostics = diagnostics;
  }

  /**
   * Resolves members of groups.
   *
   * @param existing the names that members may have, by type of group
   */
  static Membership resolve(
      SequencedMap<String, GroupEntry> groups,
      Map<String, Set<String>> existing,
      Diagnostics diagnostics) {
    Membership membership = new Membership(groups, diagnostics);
    groups.forEach((name, group) ->
        membership.direct.put(
            name, membership.expand(group, existing.getOrDefault(group.type(), Set.of()))));
    groups.keySet().forEach(name -> membership.collect(name, new LinkedHashSet<>()));
    return membership;
  }

  /** The direct members of a group, groups among them. */
  List<String> direct(String group) {
    return direct.getOrDefault(group, List.of());
  }

  /** Every member of a group, those of its groups included; no groups. */
  Set<String> all(String group) {
    return all.getOrDefault(group, Set.of());
  }

  /**
   * The groups in the order of their names, but each after the groups inside of it: of groups that
   * say different things about a node the first one wins.
   */
  List<String> innerFirst() {
    List<String> order = new ArrayList<>();
    Set<String> left = new TreeSet<>(groups.keySet());
    while (!left.isEmpty()) {
      int before = left.size();
      for (String group : List.copyOf(left)) {
        if (direct(group).stream().noneMatch(left::contains)) {
          order.add(group);
          left.remove(group);
        }
      }
      if (left.size() == before) {
        order.addAll(left); // a circle, which was reported
        left.clear();
      }
    }
    return order;
  }

  private List<String> expand(GroupEntry group, Set<String> existing) {
    Set<String> members = new LinkedHashSet<>();
    for (Yaml.Scalar member : group.members()) {
      String text = member.text();
      if (existing.contains(text) || isGroup(text, group)) {
        members.add(text);
        continue;
      }
      Set<String> matching = new LinkedHashSet<>();
      if (Patterns.isPattern(text)) {
        Optional<Set<String>> found = Patterns.matching(text, existing);
        if (found.isEmpty()) {
          diagnostics.error(
              Code.UNKNOWN_MEMBER,
              member.span(),
              "`" + text.substring(1) + "` is not a regular expression");
          continue;
        }
        matching.addAll(found.get());
      }
      if (matching.isEmpty() && !group.byDefault()) {
        unknown(group, member, existing);
      }
      members.addAll(matching);
    }
    return List.copyOf(members);
  }

  private boolean isGroup(String name, GroupEntry from) {
    GroupEntry other = groups.get(name);
    return other != null && other.type().equals(from.type());
  }

  private void unknown(GroupEntry group, Yaml.Scalar member, Set<String> existing) {
    Set<String> candidates = new LinkedHashSet<>(existing);
    candidates.addAll(groups.keySet());
    String what =
        group.type().equals("node") ? "node or group" : group.type().toUpperCase(Locale.ROOT);
    diagnostics.report(
        Severity.ERROR,
        Code.UNKNOWN_MEMBER,
        member.span(),
        "member `" + member.text() + "` of group `" + group.name().text() + "` matches no " + what,
        Suggest.hint(member.text(), candidates),
        List.of());
  }

  private Set<String> collect(String name, Set<String> path) {
    Set<String> known = all.get(name);
    if (known != null) {
      return known;
    }
    if (!path.add(name)) {
      GroupEntry group = groups.get(name);
      if (group != null) {
        diagnostics.error(
            Code.GROUP_CIRCLE,
            group.name().span(),
            "group `" + name + "` contains itself: " + String.join(" > ", path) + " > " + name);
      }
      return Set.of();
    }
    Set<String> members = new LinkedHashSet<>();
    for (String member : direct(name)) {
      if (groups.containsKey(member)) {
        members.addAll(collect(member, path));
      } else {
        members.add(member);
      }
    }
    path.remove(name);
    all.put(name, members);
    return members;
  }
}
