package netlab.lab;

/** A VRF of a node: one of its routing tables beside the global one. */
public record VrfId(NodeId node, String name) {
  @Override
  public String toString() {
    return node + "/" + name;
  }
}
