package netlab.quirk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.lab.Column;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.lab.NodeId;

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

  /** Replaces the interfaces of a node other than its loopback. */
  void interfaces(Node node, List<Interface> interfaces) {
    nodes.put(node.id(), node.withInterfaces(interfaces));
  }

  Lab done() {
    return new Lab(
        lab.name(), lab.provider(), lab.modules(), lab.globals(), nodes, lab.links(), columns);
  }
}
