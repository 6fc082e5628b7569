package netlab.lab;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.schema.Value;

/**
 * The compiled lab: wiring, and what each protocol derived, in columns. Frozen; equal input gives
 * an equal lab.
 *
 * @param name the topology name
 * @param provider the primary provider; empty when the lab file names none
 * @param modules every module some node runs, in the order of their dependencies
 * @param globals top-level attributes as they stand in the model, groups included
 * @param links in the order of their indexes
 * @param columns what the protocols say; a column that a protocol fills is there even when empty
 */
public record Lab(
    String name,
    Optional<String> provider,
    List<String> modules,
    Value.Fields globals,
    SequencedMap<NodeId, Node> nodes,
    List<Link> links,
    Map<Column<?, ?>, SequencedMap<Object, Object>> columns) {
  public Lab {
    modules = List.copyOf(modules);
    nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
    links = links.stream().sorted(Comparator.comparingInt(Link::index)).toList();
    var copy = new LinkedHashMap<Column<?, ?>, SequencedMap<Object, Object>>();
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

  /** The link with that index. */
  public Optional<Link> link(int index) {
    int low = 0;
    int high = links.size() - 1;
    while (low <= high) {
      int middle = (low + high) / 2;
      int found = links.get(middle).index();
      if (found == index) {
        return Optional.of(links.get(middle));
      }
      low = found < index ? middle + 1 : low;
      high = found < index ? high : middle - 1;
    }
    return Optional.empty();
  }
}
