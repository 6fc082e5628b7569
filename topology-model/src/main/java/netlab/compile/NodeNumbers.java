package netlab.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.schema.Value;

/**
 * Numbers the nodes: first those with an {@code id}, then those that had a number when the lab ran
 * before, then the others with the first free number in the order of the file. Numbers that a
 * gateway takes are not given to nodes.
 */
final class NodeNumbers implements Pass {
  private static final int DEFAULT_LIMIT = 150;

  @Override
  public String name() {
    return "node numbers";
  }

  @Override
  public Phase phase() {
    return Phase.SHAPE;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    int limit = draft.defaults().intAt("const.MAX_NODE_ID").orElse(DEFAULT_LIMIT);
    Map<Integer, NodeDraft> taken = new HashMap<>();
    Map<Integer, Span> gateways = gatewayNumbers(draft);
    for (NodeDraft node : draft.nodes()) {
      Optional<Integer> id = node.attributes().intAt("id");
      if (id.isEmpty()) {
        continue;
      }
      if (id.get() < 1 || id.get() > limit) {
        diagnostics.error(
            Code.OUT_OF_RANGE,
            node.attributes().at("id").orElseThrow().span(),
            "node id " + id.get() + " of `" + node + "` is not between 1 and " + limit);
        continue;
      }
      if (gateways.containsKey(id.get())) {
        taken(node, id.get(), gateways.get(id.get()), diagnostics);
        continue;
      }
      NodeDraft other = taken.putIfAbsent(id.get(), node);
      if (other != null) {
        duplicate(node, other, id.get(), diagnostics);
        continue;
      }
      node.setNumber(id.get());
    }
    Set<Integer> used = new HashSet<>(taken.keySet());
    used.addAll(gateways.keySet());
    number(draft, used, limit, diagnostics);
  }

  /** Numbers the rest: a node keeps the number it had before when that is free. */
  private static void number(Draft draft, Set<Integer> used, int limit, Diagnostics diagnostics) {
    Set<Integer> fixed = Set.copyOf(used);
    Map<NodeDraft, Integer> kept = new HashMap<>();
    for (NodeDraft node : draft.nodes()) {
      draft
          .numbers()
          .before(node)
          .filter(n -> n >= 1 && n <= limit && node.attributes().intAt("id").isEmpty())
          .filter(used::add)
          .ifPresent(n -> kept.put(node, n));
    }
    int next = 0;
    int fresh = 0;
    for (NodeDraft node : draft.nodes()) {
      if (node.attributes().intAt("id").isPresent()) {
        continue;
      }
      fresh = nextFree(fixed, fresh);
      Optional<Integer> before = Optional.ofNullable(kept.get(node));
      next = before.isPresent() ? next : nextFree(used, next);
      int number = before.orElse(next);
      if (number > limit) {
        diagnostics.error(
            Code.OUT_OF_RANGE,
            node.span(),
            "there is no free node id for `" + node + "`: the limit is " + limit,
            "raise it with `defaults.const.MAX_NODE_ID`");
        return;
      }
      node.setNumber(number);
      draft.numbers().took(node, number, fresh);
    }
  }

  private static int nextFree(Set<Integer> used, int last) {
    int next = last + 1;
    while (used.contains(next)) {
      next++;
    }
    return next;
  }

  /** Host numbers of shared gateways, which a node with that id would also get. */
  private static Map<Integer, Span> gatewayNumbers(Draft draft) {
    Map<Integer, Span> numbers = new HashMap<>();
    gatewayNumber(draft.globals().fields(), numbers);
    Value.Fields vlans = draft.globals().fieldsAt("vlans");
    vlans.fields().keySet().forEach(name -> gatewayNumber(vlans.fieldsAt(name), numbers));
    for (LinkDraft link : draft.links()) {
      gatewayNumber(link.attributes().fields(), numbers);
    }
    return numbers;
  }

  private static void gatewayNumber(Value.Fields fields, Map<Integer, Span> numbers) {
    fields
        .intAt("gateway.id")
        .filter(id -> id > 0)
        .ifPresent(id -> numbers.putIfAbsent(id, fields.keySpan("gateway.id")));
  }

  private static void taken(NodeDraft node, int id, Span gateway, Diagnostics diagnostics) {
    diagnostics.report(
        Severity.ERROR,
        Code.DUPLICATE_NODE_ID,
        node.attributes().at("id").orElseThrow().span(),
        "node `" + node + "` has the id " + id + " of a shared gateway: both would get one address",
        Optional.of("give the node another id, or the gateway another host number"),
        List.of(new Note("the gateway has it from here", gateway)));
  }

  private static void duplicate(NodeDraft node, NodeDraft other, int id, Diagnostics diagnostics) {
    diagnostics.report(
        Severity.ERROR,
        Code.DUPLICATE_NODE_ID,
        node.attributes().at("id").orElseThrow().span(),
        "nodes `" + other + "` and `" + node + "` have the same id " + id,
        Optional.empty(),
        List.of(new Note("`" + other + "` has it from here", other.attributes().keySpan("id"))));
  }
}
