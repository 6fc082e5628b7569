package netlab.protocol.lag;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netlab.draft.EndDraft;
import netlab.draft.NodeDraft;

/** What the links of the module tell its interfaces. */
final class Bundles {
  /**
   * The two switches of a pair.
   *
   * @param wires the links between them
   */
  record Pair(int group, NodeDraft first, NodeDraft second, List<EndDraft> wires) {
    Pair {
      wires = List.copyOf(wires);
    }

    NodeDraft other(NodeDraft node) {
      return node.equals(first) ? second : first;
    }
  }

  /** The number of the aggregated interface that an end is a member of. */
  final Map<EndDraft, Integer> parents = new LinkedHashMap<>();

  /** Aggregated interfaces that two switches share. */
  final Map<EndDraft, Boolean> shared = new LinkedHashMap<>();

  final Map<NodeDraft, Pair> pairs = new HashMap<>();
}
