package netlab.plugin.bonding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netlab.draft.EndDraft;
import netlab.draft.NodeDraft;

/**
 * A bond of a node.
 *
 * @param number its {@code bonding.ifindex}
 * @param members in the order of their links
 */
record Bond(NodeDraft node, int number, List<EndDraft> members) {
  /** All bonds of a lab. */
  static final class Table {
    private final Map<NodeDraft, Map<Integer, Bond>> byNode = new LinkedHashMap<>();

    void add(EndDraft end, int number) {
      byNode
          .computeIfAbsent(end.node(), n -> new LinkedHashMap<>())
          .computeIfAbsent(number, n -> new Bond(end.node(), n, new ArrayList<>()))
          .members
          .add(end);
    }

    /** The bonds of each node that has some, the one with the first member first. */
    List<List<Bond>> all() {
      List<List<Bond>> all = new ArrayList<>();
      byNode.values().forEach(bonds -> all.add(List.copyOf(bonds.values())));
      return all;
    }
  }

  /** The end whose network the bond has. */
  EndDraft first() {
    return members.getFirst();
  }
}
