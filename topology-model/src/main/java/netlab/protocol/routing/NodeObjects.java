package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.draft.NodeDraft;
import netlab.schema.Value;

/** The objects of one node: its own ones over those of the lab, and those it takes from there. */
final class NodeObjects {
  private final NodeDraft node;
  private final ObjectTable lab;
  private final ObjectTable objects = new ObjectTable();
  private final SequencedSet<String> usedPaths = new LinkedHashSet<>();
  private final Diagnostics diagnostics;

  /**
   * @param lab the objects of the whole lab
   */
  NodeObjects(NodeDraft node, ObjectTable lab, Diagnostics diagnostics) {
    this.node = node;
    this.lab = lab;
    this.diagnostics = diagnostics;
  }

  /** Reads what the node says itself; a name without entries is taken from the lab. */
  void read(Entries entries) {
    Value.Fields settings = node.attributes().fieldsAt("routing");
    for (Kind kind : Kind.values()) {
      settings
          .fieldsAt(kind.key())
          .fields()
          .forEach((name, field) -> {
            if (isNamedOnly(field.value())) {
              take(kind, name, field.key());
            } else {
              own(kind, entries.object(kind, name, field));
            }
          });
    }
    for (Kind kind : Kind.values()) {
      List.copyOf(objects.of(kind).values()).forEach(object -> uses(kind, object));
    }
  }

  private static boolean isNamedOnly(Value value) {
    return value instanceof Value.Empty || (value instanceof Value.Fields f && f.isEmpty());
  }

  private void own(Kind kind, RoutingObject own) {
    Optional<RoutingObject> shared = Optional.ofNullable(lab.of(kind).get(own.name()));
    if (shared.isPresent() && !shared.get().type().equals(own.type())) {
      diagnostics.report(
          Severity.ERROR,
          Code.ROUTING_OBJECT,
          own.span(),
          kind
              + " `"
              + own.name()
              + "` of `"
              + node
              + "` is "
              + own.type().orElse("")
              + ", that of"
              + " the lab is "
              + shared.get().type().orElse(""),
          Optional.of("lists of one name are merged, so they must have one `type`"),
          List.of(new Note("that of the lab is here", shared.get().span())));
      return;
    }
    put(kind, shared.map(own::over).orElse(own).sorted());
  }

  private void put(Kind kind, RoutingObject object) {
    objects.of(kind).put(object.name(), object);
    ObjectFeatures.check(node, kind, object, diagnostics);
  }

  /**
   * Makes sure that the node has an object.
   *
   * @param at what asks for it
   * @return false, and a report, when neither the node nor the lab has one of that name
   */
  boolean take(Kind kind, String name, Span at) {
    if (objects.of(kind).containsKey(name)) {
      return true;
    }
    RoutingObject shared = lab.of(kind).get(name);
    if (shared == null) {
      var known = new TreeSet<>(lab.of(kind).keySet());
      known.addAll(objects.of(kind).keySet());
      known.addAll(written(kind));
      if (known.contains(name)) {
        return true; // written in a wrong way, which is reported
      }
      diagnostics.unknownName(
          Code.UNKNOWN_ROUTING_OBJECT,
          at,
          "there is no " + kind + " `" + name + "`",
          name,
          "the lab and the node have",
          known);
      return false;
    }
    put(kind, shared.sorted());
    uses(kind, shared);
    return true;
  }

  /** Own names that are not read yet; names without entries are not objects. */
  private List<String> written(Kind kind) {
    var names = new ArrayList<String>();
    node.attributes()
        .fieldsAt("routing." + kind.key())
        .fields()
        .forEach((name, field) -> {
          if (!isNamedOnly(field.value())) {
            names.add(name);
          }
        });
    return names;
  }

  /** Takes the lists that a policy refers to. */
  private void uses(Kind kind, RoutingObject object) {
    if (kind != Kind.POLICY) {
      return;
    }
    for (Value.Fields entry : object.sorted().entries()) {
      list(entry, "match.prefix", Kind.PREFIX);
      list(entry, "match.nexthop", Kind.PREFIX);
      list(entry, "match.aspath", Kind.ASPATH);
      entry.textAt("match.aspath").ifPresent(usedPaths::add);
      for (String type : Kind.COMMUNITY_TYPES) {
        communities(entry, "match.community.", type);
        communities(entry, "delete.community.list.", type);
      }
    }
  }

  private void list(Value.Fields entry, String path, Kind kind) {
    entry.textAt(path).ifPresent(name -> take(kind, name, place(entry, path)));
  }

  private void communities(Value.Fields entry, String path, String type) {
    list(entry, path + type, Kind.COMMUNITY);
    Optional<RoutingObject> list =
        entry.textAt(path + type).flatMap(name -> find(Kind.COMMUNITY, name));
    if (list.isPresent() && list.get().type().filter(type::equals).isEmpty()) {
      diagnostics.report(
          Severity.ERROR,
          Code.ROUTING_OBJECT,
          place(entry, path + type),
          "community list `"
              + list.get().name()
              + "` has "
              + list.get().type().orElse("")
              + " communities, not "
              + type
              + " ones",
          Optional.of("use `" + path + list.get().type().orElse("") + "`"),
          List.of(new Note("the list is here", list.get().span())));
    }
  }

  private static Span place(Value.Fields entry, String path) {
    return entry.at(path).map(Value::span).filter(Span::known).orElse(entry.span());
  }

  /** Adds or replaces a policy that the program made. */
  void generate(RoutingObject policy) {
    put(Kind.POLICY, policy);
    uses(Kind.POLICY, policy);
  }

  Optional<RoutingObject> find(Kind kind, String name) {
    return Optional.ofNullable(objects.of(kind).get(name));
  }

  Collection<RoutingObject> all(Kind kind) {
    return Collections.unmodifiableCollection(objects.of(kind).values());
  }

  /**
   * Devices that can only delete the communities of a list get lists for the communities that a
   * policy deletes.
   */
  void listDeletions() {
    if (node.device().facts().textAt("features.routing.policy.delete.community").stream()
        .noneMatch("clist"::equals)) {
      return;
    }
    for (RoutingObject policy : List.copyOf(objects.of(Kind.POLICY).values())) {
      var entries = new ArrayList<Value.Fields>();
      policy.entries().forEach(entry -> entries.add(withList(policy.name(), entry)));
      var changed = new RoutingObject(policy.name(), policy.type(), entries, policy.span());
      objects.of(Kind.POLICY).put(policy.name(), changed);
    }
  }

  private Value.Fields withList(String policy, Value.Fields entry) {
    Value.Fields communities = entry.fieldsAt("delete.community");
    Value.Fields lists = communities.fieldsAt("list");
    for (String type : Kind.COMMUNITY_TYPES) {
      List<String> values = communities.textsAt(type);
      if (!values.isEmpty()) {
        String name = "DEL_" + type + "_" + policy + "_" + RoutingObject.sequence(entry);
        var items = new ArrayList<Value.Fields>();
        for (String value : values) {
          items.add(
              Value.Fields.NONE.with("action", Value.of("permit")).with("path", Value.of(value)));
        }
        objects
            .of(Kind.COMMUNITY)
            .put(name, new RoutingObject(name, Optional.of(type), items, entry.span()));
        lists = lists.with(type, Value.of(name));
      }
    }
    return lists.isEmpty()
        ? entry
        : entry.with(
            "delete", Value.Fields.NONE.with("community", Value.Fields.NONE.with("list", lists)));
  }

  /** The numbers of AS path lists, for devices without names: used ones first. */
  SequencedMap<String, Integer> pathNumbers() {
    var names = new LinkedHashSet<>(usedPaths);
    names.retainAll(objects.of(Kind.ASPATH).keySet());
    names.addAll(objects.of(Kind.ASPATH).keySet());
    var numbers = new LinkedHashMap<String, Integer>();
    names.forEach(name -> numbers.put(name, numbers.size() + 1));
    return numbers;
  }
}
