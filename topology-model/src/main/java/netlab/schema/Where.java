package netlab.schema;

/**
 * What a value belongs to, for messages.
 *
 * @param thing {@code node `r1`}, {@code a link}, ...
 * @param path the keys from the thing to the value: {@code ospf.area}
 * @param isShared other things inherit the values: the lab, groups
 */
public record Where(String thing, String path, boolean isShared) {
  /** The thing itself. */
  public static Where of(String thing) {
    return new Where(thing, "", false);
  }

  /** The thing itself, when others inherit from it. */
  public static Where shared(String thing) {
    return new Where(thing, "", true);
  }

  /** One key deeper. */
  public Where at(String key) {
    return new Where(thing, path.isEmpty() ? key : path + "." + key, isShared);
  }

  /** {@code attribute `ospf.area` of node `r1`}. */
  @Override
  public String toString() {
    return path.isEmpty() ? thing : "attribute `" + path + "` of " + thing;
  }
}
