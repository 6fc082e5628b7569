package netlab.quirk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Span;
import netlab.lab.Node;
import netlab.protocol.routing.Routing;
import netlab.protocol.routing.RoutingNode;
import netlab.schema.Value;

/**
 * Sets of IOS XR only say what is in them: a list that denies something becomes two, and policies
 * ask for both.
 */
final class XrLists implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    Optional<RoutingNode> routing = lab.find(Routing.NODE, node.id());
    if (routing.isEmpty()) {
      return;
    }
    Value.Fields objects = communities(routing.get().extra(), node, notices);
    for (String kind : List.of("prefix", "aspath", "community")) {
      objects = split(objects, kind, node, notices);
    }
    lab.replace(Routing.NODE, node.id(), routing.get().with(objects));
  }

  private static Value.Fields split(Value.Fields objects, String kind, Node node, Notices notices) {
    Value.Fields lists = objects.fieldsAt(kind);
    Set<String> divided = new LinkedHashSet<>();
    for (String name : lists.fields().keySet()) {
      List<Value> entries = entries(lists, kind, name);
      if (entries.stream().anyMatch(e -> !is(e, "permit"))) {
        divided.add(name);
        mixed(entries, kind, name, node, notices);
      }
    }
    Value.Fields changed = lists;
    for (String name : divided) {
      for (String action : List.of("deny", "permit")) {
        List<Value> some = entries(lists, kind, name).stream().filter(e -> is(e, action)).toList();
        Value items = new Value.Items(some, lists.keySpan(name));
        Value list = kind.equals("community") ? lists.fieldsAt(name).with("value", items) : items;
        changed = changed.with(name + "_" + action, list);
      }
      changed = changed.without(name);
    }
    return divided.isEmpty() ? objects : matches(objects.with(kind, changed), kind, divided);
  }

  private static List<Value> entries(Value.Fields lists, String kind, String name) {
    return kind.equals("community") ? lists.fieldsAt(name).itemsAt("value") : lists.itemsAt(name);
  }

  private static boolean is(Value entry, String action) {
    return entry instanceof Value.Fields fields
        && fields.textAt("action").orElse("permit").equals(action);
  }

  private static void mixed(
      List<Value> entries, String kind, String name, Node node, Notices notices) {
    boolean permitted = false;
    for (Value entry : entries) {
      if (permitted && is(entry, "deny")) {
        notices.warning(
            "routing_" + kind + "_mixed",
            entry.span(),
            "%s list `%s` of `%s` denies something after it has permitted something"
                .formatted(kind, name, node.id()),
            "IOS XR looks at everything that is denied first");
        return;
      }
      permitted = permitted || is(entry, "permit");
    }
  }

  /** Policies that match a divided list match both its parts. */
  private static Value.Fields matches(Value.Fields objects, String kind, Set<String> divided) {
    Value.Fields policies = objects.fieldsAt("policy");
    for (String policy : policies.fields().keySet()) {
      List<Value> entries = new ArrayList<>();
      for (Value item : policies.itemsAt(policy)) {
        entries.add(
            item instanceof Value.Fields entry && entry.at("match").isPresent()
                ? entry.with("match", match(entry.fieldsAt("match"), kind, divided))
                : item);
      }
      policies = policies.with(policy, new Value.Items(entries, policies.keySpan(policy)));
    }
    return policies.isEmpty() ? objects : objects.with("policy", policies);
  }

  private static Value.Fields match(Value.Fields match, String kind, Set<String> divided) {
    if (!kind.equals("community")) {
      return match
          .textAt(kind)
          .filter(divided::contains)
          .map(name -> match.without(kind).with("_xr_" + kind, parts(name)))
          .orElse(match);
    }
    Value.Fields left = match.fieldsAt(kind);
    Value.Fields both = match.fieldsAt("_xr_community");
    for (String type : match.fieldsAt(kind).fields().keySet()) {
      Optional<String> name = left.textAt(type).filter(divided::contains);
      if (name.isPresent()) {
        left = left.without(type);
        both = both.with(type, parts(name.get()));
      }
    }
    if (both.isEmpty()) {
      return match;
    }
    Value.Fields changed = match.with("_xr_community", both);
    return left.isEmpty() ? changed.without(kind) : changed.with(kind, left);
  }

  private static Value.Fields parts(String name) {
    return Value.Fields.NONE
        .with("deny", Value.of(name + "_deny"))
        .with("permit", Value.of(name + "_permit"));
  }

  /** Communities in the words of IOS XR, which has no entries with several of them. */
  private static Value.Fields communities(Value.Fields objects, Node node, Notices notices) {
    Value.Fields lists = objects.fieldsAt("community");
    for (String name : lists.fields().keySet()) {
      Value.Fields list = lists.fieldsAt(name);
      String any =
          list.textAt("type").filter("standard"::equals).isPresent() ? ".*:.*" : ".*:.*:.*";
      List<Value> entries = new ArrayList<>();
      for (Value item : list.itemsAt("value")) {
        entries.add(
            item instanceof Value.Fields entry ? community(entry, any, name, node, notices) : item);
      }
      lists = lists.with(name, list.with("value", new Value.Items(entries, Span.NONE)));
    }
    return lists.isEmpty() ? objects : objects.with("community", lists);
  }

  private static Value.Fields community(
      Value.Fields entry, String any, String list, Node node, Notices notices) {
    if (entry.textAt("regexp").filter(".*"::equals).isPresent()) {
      return entry.with("regexp", Value.of(any)).with("_value", Value.of(any));
    }
    Optional<String> value = entry.textAt("_value").map(v -> v.replaceAll("^_+|_+$", ""));
    if (value.isEmpty()) {
      return entry;
    }
    if (value.get().contains(" ") || value.get().contains("_")) {
      notices.error(
          "routing_clist_multiple",
          entry.span(),
          "an entry of community list `"
              + list
              + "` of `"
              + node.id()
              + "` has several communities",
          "IOS XR has one in each entry");
    }
    return entry.with("_value", Value.of(value.get()));
  }
}
