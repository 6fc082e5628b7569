package netlab.plugin.multiserver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Span;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.schema.Value;

/** Gives each node to a server: as the lab file says, and the others in turn when it says so. */
final class Assignment {
  private static final int MOST_NAMES = 10;

  /** The server of a node, and the place that says so. */
  private record Place(String server, Span span) {}

  private final Lab lab;
  private final Value.Fields settings;
  private final Diagnostics diagnostics;
  private final SequencedMap<NodeId, Place> places = new LinkedHashMap<>();
  private final Set<NodeId> replicated = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  private Assignment(Lab lab, Value.Fields settings, Diagnostics diagnostics) {
    this.lab = lab;
    this.settings = settings;
    this.diagnostics = diagnostics;
  }

  /**
   * @param settings the attribute {@code multiserver}
   */
  static Assignment of(Lab lab, Value.Fields settings, Diagnostics diagnostics) {
    var assignment = new Assignment(lab, settings, diagnostics);
    for (String name : settings.textsAt("replicate")) {
      assignment.replicated.addAll(assignment.nodes(name));
    }
    assignment.servers().fields().keySet().forEach(assignment::asWritten);
    if (settings.textAt("assignment").filter("auto"::equals).isPresent()) {
      assignment.inTurn();
    } else {
      assignment.complete();
    }
    return assignment;
  }

  /** True for a node that every server has. */
  boolean isReplicated(NodeId node) {
    return replicated.contains(node);
  }

  /** The server that alone has the node; empty for a replicated one. */
  Optional<String> server(NodeId node) {
    return isReplicated(node)
        ? Optional.empty()
        : Optional.ofNullable(places.get(node)).map(Place::server);
  }

  private Value.Fields servers() {
    return settings.fieldsAt("servers");
  }

  private void asWritten(String server) {
    for (String list : List.of("groups", "members")) {
      for (Value item : servers().itemsAt(server + "." + list)) {
        if (item instanceof Value.Scalar s) {
          nodes(s.data().toString()).forEach(node -> give(node, server, s.span()));
        }
      }
    }
  }

  private void give(NodeId node, String server, Span span) {
    Place before = places.putIfAbsent(node, new Place(server, span));
    if (before != null && !before.server.equals(server)) {
      diagnostics.error(
          Code.ATTRIBUTE_CONFLICT,
          span,
          "node `%s` would run on server `%s` and on server `%s`"
              .formatted(node, before.server, server),
          "leave it to one of them; `multiserver.replicate` is for nodes that all have",
          List.of(new Note("given to server `" + before.server + "` here", before.span)));
    }
  }

  private void complete() {
    List<String> missing =
        lab.nodes().keySet().stream()
            .filter(node -> !places.containsKey(node) && !replicated.contains(node))
            .map(NodeId::name)
            .toList();
    if (!missing.isEmpty()) {
      int more = missing.size() - MOST_NAMES;
      diagnostics.error(
          Code.MISSING_VALUE,
          settings.keySpan("servers"),
          "no server has %s %s%s"
              .formatted(
                  missing.size() == 1 ? "node" : "nodes",
                  String.join(", ", missing.subList(0, Math.min(MOST_NAMES, missing.size()))),
                  more > 0 ? " and " + more + " more" : ""),
          "add them to `members` of a server or their group to its `groups`, or let"
              + " `multiserver.assignment: auto` spread them");
    }
  }

  /** The largest groups first, each as a whole; then the nodes that are in no group. */
  private void inTurn() {
    places.forEach((node, place) -> {
      if (!replicated.contains(node)) {
        counts.merge(place.server, 1, Integer::sum);
      }
    });
    SequencedMap<String, List<NodeId>> groups = new LinkedHashMap<>();
    Set<NodeId> grouped = new HashSet<>();
    lab.globals()
        .fieldsAt("groups")
        .fields()
        .keySet()
        .forEach(group -> groups.put(group, free(group, grouped)));
    groups.values().stream()
        .sorted(Comparator.comparingInt(members -> -members.size()))
        .forEach(this::toLeastLoaded);
    lab.nodes().keySet().stream()
        .filter(this::isFree)
        .toList()
        .forEach(node -> toLeastLoaded(List.of(node)));
  }

  /** The nodes of a group that no group before has. */
  private List<NodeId> free(String group, Set<NodeId> grouped) {
    return lab.globals().textsAt("groups." + group + ".members").stream()
        .map(NodeId::new)
        .filter(node -> lab.nodes().containsKey(node) && isFree(node) && grouped.add(node))
        .toList();
  }

  private boolean isFree(NodeId node) {
    return !places.containsKey(node) && !replicated.contains(node);
  }

  private void toLeastLoaded(List<NodeId> nodes) {
    servers().fields().keySet().stream()
        .min(
            Comparator.<String>comparingDouble(s -> counts.getOrDefault(s, 0) / weight(s))
                .thenComparing(s -> servers().longAt(s + ".id").orElse(0L)))
        .ifPresent(server -> {
          nodes.forEach(node -> places.put(node, new Place(server, Span.NONE)));
          counts.merge(server, nodes.size(), Integer::sum);
        });
  }

  private double weight(String server) {
    return servers().longAt(server + ".weight").orElse(1L);
  }

  /** A node by its name, or the nodes of a group and of the groups in it. */
  private List<NodeId> nodes(String name) {
    List<NodeId> found = new ArrayList<>();
    collect(name, found, new HashSet<>());
    return found;
  }

  private void collect(String name, List<NodeId> found, Set<String> seen) {
    NodeId node = new NodeId(name);
    if (lab.nodes().containsKey(node)) {
      found.add(node);
    } else if (seen.add(name)) {
      lab.globals()
          .textsAt("groups." + name + ".members")
          .forEach(member -> collect(member, found, seen));
    }
  }
}
