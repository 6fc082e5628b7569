package netlab.quirk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Span;
import netlab.lab.Column;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Link;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.lab.VrfId;
import netlab.protocol.vrf.Vrf;

/** A lab being changed by quirks. */
final class LabEdit {
  private final Lab lab;
  private final SequencedMap<NodeId, Node> nodes;
  private final Map<Column<?, ?>, SequencedMap<Object, Object>> columns = new LinkedHashMap<>();

  LabEdit(Lab lab) {
    this.lab = lab;
    this.nodes = new LinkedHashMap<>(lab.nodes());
    lab.columns().forEach((c, cells) -> columns.put(c, new LinkedHashMap<>(cells)));
  }

  /** The lab before the changes. */
  Lab before() {
    return lab;
  }

  <K, T> Optional<T> find(Column<K, T> column, K key) {
    SequencedMap<Object, Object> cells = columns.get(column);
    return cells == null
        ? Optional.empty()
        : Optional.ofNullable(cells.get(key)).map(column.type()::cast);
  }

  <K, T> void replace(Column<K, T> column, K key, T fact) {
    SequencedMap<Object, Object> cells = columns.get(column);
    if (cells == null || cells.replace(key, fact) == null) {
      throw new IllegalStateException("column " + column.name() + " has nothing about " + key);
    }
  }

  /** Says something about a key, in the place of what was said before. */
  <K, T> void put(Column<K, T> column, K key, T fact) {
    columns.computeIfAbsent(column, c -> new LinkedHashMap<>()).put(key, fact);
  }

  /** Takes what is known about a key away, if anything is. */
  void remove(Column<?, ?> column, Object key) {
    Optional.ofNullable(columns.get(column)).ifPresent(cells -> cells.remove(key));
  }

  /** A node as it is now. */
  Node now(NodeId id) {
    return Optional.ofNullable(nodes.get(id)).orElseThrow();
  }

  /** All nodes as they are now. */
  List<Node> nodes() {
    return List.copyOf(nodes.values());
  }

  /** The VRFs of a node. */
  List<VrfId> vrfs(Node node) {
    return columns.getOrDefault(Vrf.VRF, new LinkedHashMap<>()).keySet().stream()
        .map(VrfId.class::cast)
        .filter(vrf -> vrf.node().equals(node.id()))
        .toList();
  }

  /** Where the link of an interface is in the lab file; unknown for interfaces without link. */
  Span place(Interface port) {
    return port.link().flatMap(lab::link).map(Link::span).orElse(Span.NONE);
  }

  /** The provider of a node. */
  Optional<String> provider(Node node) {
    return node.provider().or(lab::provider);
  }

  /** Replaces a node by a changed one. */
  void node(Node changed) {
    nodes.put(changed.id(), changed);
  }

  /** Replaces the interfaces of a node other than its loopback. */
  void interfaces(Node node, List<Interface> interfaces) {
    node(node.withInterfaces(interfaces));
  }

  Lab done() {
    return new Lab(
        lab.name(), lab.provider(), lab.modules(), lab.globals(), nodes, lab.links(), columns);
  }
}
