package netlab.lab;

/**
 * An interface of a node.
 *
 * @param index the interface index of the model, unique on the node: 0 is the loopback, physical
 *     ports count from the device's first port, virtual ones from 10000 times the number of their
 *     kind
 */
public record IfId(NodeId node, int index) {
  @Override
  public String toString() {
    return node + "#" + index;
  }
}
