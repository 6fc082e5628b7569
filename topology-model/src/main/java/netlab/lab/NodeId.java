package netlab.lab;

/** The name of a node: the key of every column about nodes. Unique in a lab. */
public record NodeId(String name) implements Comparable<NodeId> {
  @Override
  public int compareTo(NodeId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
