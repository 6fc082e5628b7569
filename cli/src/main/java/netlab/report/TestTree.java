package netlab.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import netlab.lab.NodeId;
import netlab.validate.LabTest;
import netlab.validate.NodeResult;
import netlab.validate.TestResult;

/** Tests and their results for programs, as plain trees. Durations are in milliseconds. */
public final class TestTree {
  private TestTree() {}

  /** A test that has not run. */
  public static SequencedMap<String, Object> of(LabTest test) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", test.name());
    test.description().ifPresent(text -> tree.put("description", text));
    tree.put("nodes", test.nodes().stream().map(NodeId::name).toList());
    test.limit().ifPresent(limit -> tree.put("wait_ms", limit.toMillis()));
    return tree;
  }

  /** A result; of each node what was found, and what the node printed when it failed. */
  public static SequencedMap<String, Object> of(TestResult result, Detail detail) {
    SequencedMap<String, Object> tree = of(result.test());
    tree.remove("wait_ms");
    tree.put("status", word(result.status()));
    tree.put("took_ms", result.took().toMillis());
    tree.put("nodes", result.nodes().stream().map(node -> node(node, detail)).toList());
    return tree;
  }

  /** Several results. */
  public static List<SequencedMap<String, Object>> of(List<TestResult> results, Detail detail) {
    return results.stream().map(result -> of(result, detail)).toList();
  }

  private static SequencedMap<String, Object> node(NodeResult node, Detail detail) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("node", node.node().name());
    tree.put("status", word(node.status()));
    tree.put("took_ms", node.took().toMillis());
    tree.put("message", node.message());
    node.evidence()
        .filter(text -> node.status() == NodeResult.Status.FAILED || detail == Detail.ANSWERS)
        .ifPresent(text -> tree.put("evidence", text));
    return tree;
  }

  private static String word(Enum<?> status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
