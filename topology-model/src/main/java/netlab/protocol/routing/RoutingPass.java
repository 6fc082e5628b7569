package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.schema.Value;

/** Fills the column of routing. */
final class RoutingPass {
  private final Draft draft;
  private final RoutingObjects objects;
  private final PrefixSets sets;
  private final PrefixLists prefixLists;
  private final AccessLists accessLists;
  private final StaticRoutes staticRoutes;

  private RoutingPass(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.objects = RoutingObjects.of(draft);
    this.sets = new PrefixSets(draft, diagnostics);
    this.prefixLists = new PrefixLists(diagnostics);
    this.accessLists = new AccessLists(draft, diagnostics);
    this.staticRoutes = new StaticRoutes(draft, sets, diagnostics);
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new RoutingPass(draft, diagnostics);
    for (NodeDraft node : draft.nodes()) {
      if (HostRoutes.wantedBy(node)) {
        node.addModule("routing");
      }
      if (node.runs("routing")) {
        RoutingNode routing = pass.of(node);
        if (!routing.isEmpty()) {
          draft.put(Routing.NODE, node.id(), routing);
        }
      }
    }
    pass.showLab();
  }

  /** Takes the access lists that interfaces name, for each family that the interface has. */
  static void interfaces(Draft draft, Diagnostics diagnostics) {
    RoutingObjects objects = RoutingObjects.of(draft);
    for (NodeDraft node : draft.nodes()) {
      for (InterfaceDraft port : node.interfaces()) {
        Value.Fields settings = port.attributes().fieldsAt("routing");
        Value.Fields lists = settings.fieldsAt("acl");
        if (lists.isEmpty()) {
          continue;
        }
        if (!node.runs("routing")) {
          port.attributes().refine("routing", settings.without("acl"));
          continue;
        }
        for (String direction : lists.fields().keySet()) {
          lists = lists.with(direction, byFamily(port, lists.at(direction).orElseThrow()));
          Value.Fields named = lists.fieldsAt(direction);
          for (String family : named.fields().keySet()) {
            Value name = named.at(family).orElseThrow();
            objects.take(node, Kind.ACL, named.textAt(family).orElse(""), name.span());
          }
        }
        port.attributes().refine("routing", settings.with("acl", lists));
      }
    }
  }

  private static Value.Fields byFamily(InterfaceDraft port, Value written) {
    if (written instanceof Value.Fields fields) {
      return fields;
    }
    Value.Fields lists = Value.Fields.NONE;
    for (Family family : Family.values()) {
      lists = port.ip(family).isPresent() ? lists.with(family.text(), written) : lists;
    }
    return lists;
  }

  private RoutingNode of(NodeDraft node) {
    NodeObjects own = objects.of(node);
    own.listDeletions();
    Value.Fields shown = node.attributes().fieldsAt("routing").without("static");
    var prefixes = new LinkedHashMap<Family, SequencedMap<String, List<PrefixLine>>>();
    var acls = new LinkedHashMap<Family, SequencedMap<String, List<AclLine>>>();
    for (Kind kind : Kind.values()) {
      shown = shown.without(kind.key());
      for (RoutingObject object : own.all(kind)) {
        RoutingObject full = resolved(kind, object);
        shown =
            shown.with(kind.key(), shown.fieldsAt(kind.key()).with(full.name(), tree(kind, full)));
        if (kind == Kind.PREFIX) {
          prefixLists.lines(node, full).forEach((f, lines) -> put(prefixes, f, full, lines));
        } else if (kind == Kind.ACL) {
          accessLists
              .lines(node, full, families(node))
              .forEach((f, lines) -> put(acls, f, full, lines));
        }
      }
    }
    List<StaticRoute> routes = staticRoutes.of(node);
    return new RoutingNode(
        Optional.of(routes).filter(r -> !r.isEmpty() || HostRoutes.wantedBy(node)),
        Optional.of(prefixes).filter(p -> !p.isEmpty()).map(p -> p),
        Optional.of(acls).filter(a -> !a.isEmpty()).map(a -> a),
        numbers(own),
        shown);
  }

  private static <T> void put(
      SequencedMap<Family, SequencedMap<String, T>> all,
      Family family,
      RoutingObject object,
      T lines) {
    all.computeIfAbsent(family, f -> new LinkedHashMap<>()).put(object.name(), lines);
  }

  private static Set<Family> families(NodeDraft node) {
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (InterfaceDraft port : node.allInterfaces()) {
      for (Family family : Family.values()) {
        if (port.ip(family).isPresent()) {
          families.add(family);
        }
      }
    }
    return families;
  }

  private static Optional<SequencedMap<String, SequencedMap<String, Integer>>> numbers(
      NodeObjects own) {
    SequencedMap<String, Integer> paths = own.pathNumbers();
    SequencedMap<String, SequencedMap<String, Integer>> numbers = new LinkedHashMap<>();
    numbers.put(Kind.ASPATH.key(), paths);
    return paths.isEmpty() ? Optional.empty() : Optional.of(numbers);
  }

  /** The object with prefixes and addresses in the place of the names of such. */
  private RoutingObject resolved(Kind kind, RoutingObject object) {
    if (kind != Kind.PREFIX && kind != Kind.ACL) {
      return object;
    }
    var entries = new ArrayList<Value.Fields>();
    for (Value.Fields entry : object.entries()) {
      entries.add(
          kind == Kind.PREFIX
              ? PrefixLists.withBounds(sets.resolved(entry))
              : accessLists.resolved(entry, sets));
    }
    return new RoutingObject(object.name(), object.type(), entries, object.span());
  }

  private static Value tree(Kind kind, RoutingObject object) {
    return kind == Kind.COMMUNITY ? Communities.tree(object) : object.tree();
  }

  private RoutingObject ofLab(Kind kind, RoutingObject object) {
    RoutingObject full = resolved(kind, object);
    return kind == Kind.ACL ? full.sorted() : full;
  }

  /** The objects of the lab in full form. */
  private void showLab() {
    Value.Fields shown = draft.globals().fieldsAt("routing");
    if (shown.isEmpty()) {
      return;
    }
    for (Kind kind : Kind.values()) {
      Value.Fields named = Value.Fields.NONE;
      for (RoutingObject object : objects.ofLab().of(kind).values()) {
        named = named.with(object.name(), ofLab(kind, object).tree());
      }
      shown = named.isEmpty() ? shown : shown.with(kind.key(), named);
    }
    draft.globals().refine("routing", shown);
  }
}
