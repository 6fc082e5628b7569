package netlab.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import netlab.expect.Expectation;
import netlab.verify.Check;
import netlab.verify.Ends;
import netlab.verify.Verdict;

/** A verdict for programs, as a plain tree. Durations are in milliseconds. */
public final class VerdictTree {
  private VerdictTree() {}

  /**
   * The keys {@code ok}, {@code took_ms} and {@code adjacencies}, which also has each route that is
   * missing; {@code routes} counts them; {@code settled} when it ended early, as nothing more can
   * come up by itself.
   */
  public static SequencedMap<String, Object> of(Verdict verdict) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("ok", verdict.ok());
    tree.put("took_ms", verdict.took().toMillis());
    if (verdict.settled()) {
      tree.put("settled", true);
    }
    if (verdict.routes().expected() > 0) {
      SequencedMap<String, Object> routes = new LinkedHashMap<>();
      routes.put("expected", verdict.routes().expected());
      routes.put("missing", verdict.routes().missing().size());
      tree.put("routes", routes);
    }
    tree.put("adjacencies", verdict.adjacencies().stream().map(VerdictTree::adjacency).toList());
    return tree;
  }

  private static SequencedMap<String, Object> adjacency(Ends<Check> ends) {
    Expectation e = ends.one().expectation();
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("protocol", e.protocol());
    tree.put("nodes", List.of(e.node().name(), e.peer().name()));
    tree.put("label", e.label());
    tree.put("ok", ends.both().stream().allMatch(Check::ok));
    if (e.cause().known()) {
      tree.put("cause", e.cause().location());
    }
    tree.put("checks", ends.both().stream().map(VerdictTree::check).toList());
    return tree;
  }

  private static SequencedMap<String, Object> check(Check check) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("node", check.expectation().node().name());
    tree.put("peer", check.expectation().peer().name());
    tree.put("reader", check.expectation().reader());
    tree.put("status", check.status().name().toLowerCase(Locale.ROOT));
    check.held().ifPresent(held -> tree.put("held_ms", held.toMillis()));
    tree.put("key", check.expectation().key());
    tree.put("expected", check.expectation().expected());
    check.seen().ifPresent(seen -> tree.put("seen", seen.fields()));
    check.reason().ifPresent(reason -> tree.put("reason", reason));
    check.look().ifPresent(look -> tree.put("look", look));
    return tree;
  }
}
