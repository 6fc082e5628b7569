package netlab.protocol.igp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import netlab.expect.Reach;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.schema.Value;

/** Nodes and adjacencies between them; those that hang together make a component. */
public final class Components {
  private final Map<NodeId, NodeId> parents = new LinkedHashMap<>();

  /** Adds a node; on its own it is a component of its own. */
  public void add(NodeId node) {
    parents.putIfAbsent(node, node);
  }

  /** Adds an adjacency. */
  public void join(NodeId one, NodeId other) {
    NodeId first = root(one);
    NodeId second = root(other);
    if (!first.equals(second)) {
      parents.put(second, first);
    }
  }

  private NodeId root(NodeId node) {
    NodeId here = node;
    NodeId up = parents.computeIfAbsent(here, n -> n);
    while (!up.equals(here)) {
      NodeId next = parents.getOrDefault(up, up);
      parents.put(here, next); // halves the way for the next one who asks
      here = up;
      up = next;
    }
    return here;
  }

  /** The components, in the order in which their first nodes were added. */
  public List<Set<NodeId>> all() {
    Map<NodeId, Set<NodeId>> byRoot = new LinkedHashMap<>();
    for (NodeId node : List.copyOf(parents.keySet())) {
      byRoot.computeIfAbsent(root(node), r -> new LinkedHashSet<>()).add(node);
    }
    return List.copyOf(byRoot.values());
  }

  /** The routes inside a group of nodes; none when nobody has anything to go to. */
  public static List<Reach> reach(
      Lab lab,
      String protocol,
      Family family,
      Set<NodeId> nodes,
      Function<Node, Optional<InterfaceAddress>> loopback) {
    var to = new LinkedHashMap<NodeId, InterfaceAddress>();
    for (NodeId id : nodes) {
      loopback.apply(lab.node(id)).ifPresent(address -> to.put(id, address));
    }
    return nodes.size() < 2 || to.isEmpty()
        ? List.of()
        : List.of(new Reach(protocol, family, new ArrayList<>(nodes), to));
  }

  /** True for a node that somebody else configures, too: it may filter routes, on purpose. */
  public static boolean isForeign(Lab lab, NodeId node) {
    Value.Fields attributes = lab.node(node).attributes();
    return attributes.boolAt("unmanaged").orElse(false) || attributes.at("config").isPresent();
  }
}
