package netlab.lab;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The compiled lab: wiring, and what each protocol derived, in columns. Frozen; equal input gives
 * an equal lab.
 *
 * @param name the topology name
 * @param provider the primary provider; empty when the lab file names none
 */
public record Lab(
    String name,
    Optional<String> provider,
    SequencedMap<NodeId, Node> nodes,
    List<Link> links,
    Map<Column<?, ?>, SequencedMap<Object, Object>> columns) {
  public Lab {
    nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
    links = List.copyOf(links);
    var copy = new HashMap<Column<?, ?>, SequencedMap<Object, Object>>();
    columns.forEach((c, cells) ->
        copy.put(c, Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cells))));
    columns = Collections.unmodifiableMap(copy);
  }

  /** The fact a protocol put about a thing, if any. */
  public <K, T> Optional<T> find(Column<K, T> column, K key) {
    Map<Object, Object> cells = columns.get(column);
    return cells == null
        ? Optional.empty()
        : Optional.ofNullable(cells.get(key)).map(column.type()::cast);
  }

  /** The node of that name; it must exist. */
  public Node node(NodeId id) {
    Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException("no node " + id);
    }
    return node;
  }
}
