package netlab.lab;

/**
 * One kind of fact about one kind of thing: {@code Column<IfId, OspfInterface>}. Columns are
 * constants of the protocol that fills them.
 *
 * @param name the public name under which the fact stands in the model: {@code ospf}
 * @param key what the fact is about: {@link NodeId}, {@link IfId}, {@link Integer} (a link's index)
 *     {@link VrfId} or {@link Global}
 * @param ofInstance true for interfaces of a protocol that has an instance for each VRF: the fact
 *     about an interface in a VRF stands in that instance, {@code vrfs.<vrf>.<name>.interfaces},
 *     and not on the interface
 */
public record Column<K, T>(String name, Class<K> key, Class<T> type, boolean ofInstance) {
  /** A column whose facts stand on the thing they are about. */
  public Column(String name, Class<K> key, Class<T> type) {
    this(name, key, type, false);
  }

  /** The key of facts about the whole lab. */
  public enum Global {
    LAB
  }
}
