package netlab.protocol.routing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.schema.Value;

/** Puts the static routes of the lab into the nodes that include them. */
final class StaticLists {
  private static final int DEEPEST = 20;
  private static final int MOST_ROUTES = 10_000;

  private final Value.Fields lists;
  private final Diagnostics diagnostics;

  private StaticLists(Draft draft, Diagnostics diagnostics) {
    this.lists = draft.globals().fieldsAt("routing.static");
    this.diagnostics = diagnostics;
  }

  /** Replaces the {@code include} entries of nodes by what they stand for, behind all others. */
  static void include(Draft draft, Diagnostics diagnostics) {
    var lists = new StaticLists(draft, diagnostics);
    for (NodeDraft node : draft.nodes()) {
      List<Value> written = node.attributes().fieldsAt("routing").itemsAt("static");
      if (!written.isEmpty()) {
        Value.Fields settings = node.attributes().fieldsAt("routing");
        node.attributes()
            .refine(
                "routing",
                settings.with("static", new Value.Items(lists.flat(written), settings.span())));
      }
    }
  }

  /** The routes of a list of the lab; empty when there is none of that name. */
  static List<Value> named(Draft draft, String name, Diagnostics diagnostics) {
    var lists = new StaticLists(draft, diagnostics);
    return lists.flat(lists.lists.itemsAt(name));
  }

  /** An entry that waits, and how many includes led to it. */
  private record Waiting(Value.Fields entry, int depth) {}

  private List<Value> flat(List<Value> written) {
    var routes = new ArrayList<Value>();
    Deque<Waiting> waiting = new ArrayDeque<>();
    add(waiting, routes, written, Value.Fields.NONE, 0);
    while (!waiting.isEmpty()) {
      Waiting next = waiting.poll();
      Value.Scalar name = (Value.Scalar) next.entry.at("include").orElseThrow();
      Optional<Value> list = lists.at(name.data().toString());
      if (list.isEmpty()) {
        diagnostics.unknownName(
            Code.UNKNOWN_ROUTING_OBJECT,
            name.span(),
            "there is no list of static routes `" + name.data() + "`",
            name.data().toString(),
            "the lab has",
            lists.fields().keySet());
      } else if (next.depth >= DEEPEST || routes.size() + waiting.size() > MOST_ROUTES) {
        diagnostics.error(
            Code.ROUTING_OBJECT,
            name.span(),
            "lists of static routes include each other more than "
                + DEEPEST
                + " levels deep, or bring more than "
                + MOST_ROUTES
                + " routes",
            "a list must not include itself");
        return routes;
      } else {
        List<Value> items = lists.itemsAt(name.data().toString());
        add(waiting, routes, items, next.entry, next.depth + 1);
      }
    }
    return routes;
  }

  private static void add(
      Deque<Waiting> waiting,
      List<Value> routes,
      List<Value> items,
      Value.Fields including,
      int depth) {
    for (Value item : items) {
      if (item instanceof Value.Fields entry) {
        Value.Fields changed = overridden(entry, including);
        if (changed.at("include").isPresent()) {
          waiting.add(new Waiting(changed, depth));
        } else {
          routes.add(changed);
        }
      }
    }
  }

  /** Next hop and VRF of an {@code include} count for everything that it brings. */
  private static Value.Fields overridden(Value.Fields entry, Value.Fields including) {
    Value.Fields changed = entry;
    for (String key : List.of("nexthop", "vrf")) {
      Optional<Value> value = including.at(key);
      changed = value.isPresent() ? changed.with(key, value.get()) : changed;
    }
    return changed;
  }
}
