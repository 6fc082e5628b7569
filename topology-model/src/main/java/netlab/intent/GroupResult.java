package netlab.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Code;
import netlab.diag.Span;
import netlab.schema.Value;

/** The groups of the intent, automatic ones included, and what VLAN and VRF groups give. */
final class GroupResult {
  /** What tells VLANs and VRFs from others; it must be the same on all nodes. */
  private static final Map<String, List<String>> IDENTITY =
      Map.of("vlans", List.of("id", "vni"), "vrfs", List.of("rd", "import", "export"));

  private final Reading reading;
  private final Groups groups;
  private final NodeReader nodes;

  GroupResult(Reading reading, Groups groups, NodeReader nodes) {
    this.reading = reading;
    this.groups = groups;
    this.nodes = nodes;
  }

  /** All groups by name. */
  SequencedMap<String, GroupIntent> read(List<NodeIntent> all) {
    SequencedMap<String, GroupIntent> result = new LinkedHashMap<>();
    GroupData data = new GroupData(reading);
    for (GroupEntry group : groups.entries().values()) {
      String name = group.name().text();
      Value.Fields attributes = data.description(group).without("config");
      Value.Fields members = nodes.dataOf(name);
      if (!members.isEmpty()) {
        attributes = attributes.with("node_data", members);
      }
      List<String> direct = groups.membership().direct(name);
      useless(group, direct, members);
      result.put(
          name, new GroupIntent(name, group.type(), direct, attributes, group.name().span()));
    }
    byAs(all, result);
    byLack(all, "collect", "netlab_no_collect", result);
    byLack(all, "reload", "netlab_no_reload", result);
    return result;
  }

  private void useless(GroupEntry group, List<String> members, Value.Fields data) {
    String name = group.name().text();
    if (reading.devices().has(name) && !data.isEmpty()) {
      reading
          .diagnostics()
          .warning(
              Code.GROUP_NAME,
              group.name().span(),
              "nodes do not get the attributes of group `" + name + "`, which a device has made",
              "list the nodes in a group of another name; only `config` works here");
    }
    boolean implied = name.equals("all") || reading.devices().has(name) || asOf(name).isPresent();
    if (members.isEmpty()
        && !data.isEmpty()
        && !group.byDefault()
        && !implied
        && group.members().isEmpty()) {
      reading
          .diagnostics()
          .error(
              Code.UNKNOWN_MEMBER,
              group.name().span(),
              "group `" + name + "` has attributes but no members",
              "add `members: [ ... ]`");
    }
  }

  /** {@code as65000} is the group of all nodes with this AS. */
  private void byAs(List<NodeIntent> all, SequencedMap<String, GroupIntent> result) {
    SequencedMap<String, List<String>> found = new LinkedHashMap<>();
    for (NodeIntent node : all) {
      nodes
          .as(node.name())
          .ifPresent(
              as -> found.computeIfAbsent("as" + as, k -> new ArrayList<>()).add(node.name()));
    }
    found.forEach((name, members) -> {
      GroupIntent own = result.get(name);
      if (own != null && !own.members().isEmpty()) {
        reading
            .diagnostics()
            .error(
                Code.GROUP_NAME,
                own.span(),
                "group `" + name + "` has its members by itself: the nodes of that AS",
                "remove `members`, or give the group another name");
        return;
      }
      Value.Fields attributes = own == null ? Value.Fields.NONE : own.attributes();
      Span span = own == null ? Span.NONE : own.span();
      result.put(name, new GroupIntent(name, "node", members, attributes, span));
    });
  }

  /** Nodes whose configuration cannot be fetched, or not be loaded again. */
  private static void byLack(
      List<NodeIntent> all, String fact, String group, SequencedMap<String, GroupIntent> result) {
    List<String> members =
        all.stream()
            .filter(n -> !n.device().facts().boolAt(fact).orElse(false))
            .map(NodeIntent::name)
            .toList();
    if (!members.isEmpty() && !result.containsKey(group)) {
      result.put(group, new GroupIntent(group, "node", members, Value.Fields.NONE, Span.NONE));
    }
  }

  private static Optional<Long> asOf(String group) {
    return group.matches("as\\d{1,10}")
        ? Optional.of(Long.parseLong(group.substring(2)))
        : Optional.empty();
  }

  /**
   * Top-level VLANs and VRFs with what groups say about them. Those that all nodes of a group have
   * are known in the whole lab, so that they are the same on each of them.
   */
  Value.Fields withGroupData(Value.Fields globals) {
    Value.Fields done = shared(globals);
    for (String name : groups.membership().innerFirst()) {
      GroupEntry group = groups.entries().get(name);
      if (group != null && !group.type().equals("node")) {
        String objects = group.type() + "s";
        Value.Fields all = done.fieldsAt(objects);
        for (String member : groups.membership().all(name)) {
          all = all.with(member, all.fieldsAt(member).over(nodes.dataOf(name)));
        }
        done = done.with(objects, all);
      }
    }
    return done;
  }

  private Value.Fields shared(Value.Fields globals) {
    Value.Fields done = globals;
    for (GroupEntry group : groups.entries().values()) {
      if (!group.type().equals("node")) {
        continue;
      }
      Value.Fields data = nodes.dataOf(group.name().text());
      for (String kind : ObjectLinks.OWNERS) {
        Value.Fields all = done.fieldsAt(kind);
        for (String name : data.fieldsAt(kind).fields().keySet()) {
          Value.Fields own = data.fieldsAt(kind).fieldsAt(name);
          all =
              all.with(
                  name, all.fieldsAt(name).over(only(own, IDENTITY.getOrDefault(kind, List.of()))));
        }
        done = all.isEmpty() ? done : done.with(kind, all);
      }
    }
    return done;
  }

  private static Value.Fields only(Value.Fields own, List<String> keys) {
    var kept = new LinkedHashMap<String, Value.Field>();
    own.fields()
        .forEach((key, field) -> {
          if (keys.contains(key)) {
            kept.put(key, field);
          }
        });
    return new Value.Fields(kept, own.span());
  }
}
