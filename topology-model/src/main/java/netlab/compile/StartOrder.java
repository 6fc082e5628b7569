package netlab.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.schema.Value;

/**
 * Which containers start after which: {@code clab.start_after} of a node, and {@code
 * providers.clab.batch_size}, with which every batch of nodes waits for the one before it. Both
 * become conditions of containerlab's stage {@code create}; stages that the lab file has stay.
 */
final class StartOrder implements Pass {
  private static final String CLAB = "clab";
  private static final String START_AFTER = "clab.start_after";
  private static final String BATCH_SIZE = "providers.clab.batch_size";

  /** Node waits for node, with the place that says so. */
  private record Wait(NodeDraft other, Span at) {}

  @Override
  public String name() {
    return "start order";
  }

  @Override
  public Phase phase() {
    return Phase.NUMBER;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    SequencedMap<NodeDraft, SequencedMap<NodeDraft, Wait>> waits = new LinkedHashMap<>();
    List<NodeDraft> containers =
        draft.nodes().stream().filter(node -> isContainer(draft, node)).toList();
    containers.forEach(node -> waits.put(node, written(draft, node, diagnostics)));
    batches(draft, containers, waits, diagnostics);
    for (NodeDraft node : containers) {
      Optional<Wait> circular =
          at(waits, node).values().stream()
              .filter(wait -> reaches(wait.other, node, waits, new HashSet<>()))
              .findFirst();
      if (circular.isPresent()) {
        diagnostics.error(
            Code.ATTRIBUTE_CONFLICT,
            circular.get().at.or(node.span()),
            "`" + node + "` and `" + circular.get().other + "` would wait for each other",
            "take one of them out of `start_after`, or do without `batch_size`");
        return;
      }
    }
    waits.forEach((node, others) -> {
      if (!others.isEmpty()) {
        wait(node, List.copyOf(others.keySet()));
      }
    });
  }

  private static boolean isContainer(Draft draft, NodeDraft node) {
    String provider =
        node.attributes().textAt("provider").or(() -> draft.intent().provider()).orElse("");
    return provider.equals(CLAB) && !node.attributes().is("unmanaged", true);
  }

  private static SequencedMap<NodeDraft, Wait> written(
      Draft draft, NodeDraft node, Diagnostics diagnostics) {
    SequencedMap<NodeDraft, Wait> waits = new LinkedHashMap<>();
    Value list = node.attributes().at(START_AFTER).orElse(Value.Fields.NONE);
    List<Value> items = list instanceof Value.Items all ? all.items() : List.of(list);
    for (Value item : items) {
      if (item instanceof Value.Scalar name) {
        Optional<NodeDraft> other = draft.findNode(name.data().toString());
        Span at = item.span().or(node.span());
        if (other.isPresent() && other.get() != node && isContainer(draft, other.get())) {
          waits.put(other.get(), new Wait(other.get(), at));
        } else {
          diagnostics.error(
              other.isPresent() ? Code.ATTRIBUTE_CONFLICT : Code.UNKNOWN_NODE,
              at,
              other.isEmpty()
                  ? "there is no node `" + name.data() + "` to start `" + node + "` after"
                  : other.get() == node
                      ? "`" + node + "` cannot start after itself"
                      : "`" + name.data() + "` is no container that `" + node + "` could wait for",
              "`start_after` lists nodes of this lab that run in containers");
        }
      }
    }
    return waits;
  }

  private static void batches(
      Draft draft,
      List<NodeDraft> containers,
      SequencedMap<NodeDraft, SequencedMap<NodeDraft, Wait>> waits,
      Diagnostics diagnostics) {
    Optional<Value> written = draft.defaults().at(BATCH_SIZE);
    if (written.isEmpty()) {
      return;
    }
    int size =
        written.get() instanceof Value.Scalar s && s.data() instanceof Long n && n < 10_000
            ? Math.toIntExact(n)
            : 0;
    if (size < 1) {
      diagnostics.error(
          Code.OUT_OF_RANGE,
          written.get().span(),
          "`batch_size` is the number of containers that start together",
          "write a number from 1 on");
      return;
    }
    for (int i = size; i < containers.size(); i++) {
      SequencedMap<NodeDraft, Wait> own = at(waits, containers.get(i));
      int before = (i / size - 1) * size;
      containers
          .subList(before, before + size)
          .forEach(other -> own.putIfAbsent(other, new Wait(other, written.get().span())));
    }
  }

  private static SequencedMap<NodeDraft, Wait> at(
      Map<NodeDraft, SequencedMap<NodeDraft, Wait>> waits, NodeDraft node) {
    return waits.getOrDefault(node, new LinkedHashMap<>());
  }

  private static boolean reaches(
      NodeDraft from,
      NodeDraft to,
      Map<NodeDraft, SequencedMap<NodeDraft, Wait>> waits,
      Set<NodeDraft> seen) {
    return from == to
        || (seen.add(from)
            && at(waits, from).keySet().stream().anyMatch(next -> reaches(next, to, waits, seen)));
  }

  /** Devices that tell whether they are well are waited for until they are. */
  private static void wait(NodeDraft node, List<NodeDraft> others) {
    Value.Fields clab = node.attributes().fieldsAt(CLAB);
    Value.Fields stages = clab.fieldsAt("stages");
    Value.Fields create = stages.fieldsAt("create");
    SequencedSet<Value> conditions = new LinkedHashSet<>(create.itemsAt("wait-for"));
    for (NodeDraft other : others) {
      conditions.add(
          Value.Fields.NONE
              .with("node", Value.of(other.name()))
              .with("stage", Value.of(tellsHealth(other) ? "healthy" : "configure")));
    }
    Value.Items all = new Value.Items(new ArrayList<>(conditions), create.span());
    node.attributes()
        .refine(CLAB, clab.with("stages", stages.with("create", create.with("wait-for", all))));
  }

  private static boolean tellsHealth(NodeDraft node) {
    Value.Fields facts = node.device().facts();
    return node.attributes().at("clab.healthcheck").isPresent()
        || facts.boolAt("clab.health").or(() -> facts.boolAt("health")).orElse(false);
  }
}
