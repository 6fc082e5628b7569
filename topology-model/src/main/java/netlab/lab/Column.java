package netlab.lab;

/**
 * One kind of fact about one kind of thing: {@code Column<IfId, OspfInterface>}. Columns are
 * constants of the protocol that fills them.
 *
 * @param name the public name under which the fact stands in the model: {@code ospf}
 * @param key what the fact is about: {@link NodeId}, {@link IfId}, {@link Integer} (a link's index)
 *     or {@link Global}
 */
public record Column<K, T>(String name, Class<K> key, Class<T> type) {
  /** The key of facts about the whole lab. */
  public enum Global {
    LAB
  }
}
