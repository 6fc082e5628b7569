package netlab.lab;

/**
 * An interface of a node.
 *
 * @param index the interface index of the model, unique on the node: {@link #LOOPBACK} is the main
 *     loopback (port numbers of some devices begin with 0), physical ports count from the device's
 *     first port, virtual ones from 10000 times the number of their kind
 */
public record IfId(NodeId node, int index) {
  /** The index of the main loopback. */
  public static final int LOOPBACK = -1;

  /** The main loopback of a node. */
  public static IfId loopback(NodeId node) {
    return new IfId(node, LOOPBACK);
  }

  public boolean isLoopback() {
    return index == LOOPBACK;
  }

  /** The number that the model shows: 0 for the main loopback. */
  public int shown() {
    return isLoopback() ? 0 : index;
  }

  @Override
  public String toString() {
    return node + "#" + (isLoopback() ? "loopback" : index);
  }
}
