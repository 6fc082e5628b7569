package netlab.provider;

import java.util.List;
import netlab.lab.NodeId;

/**
 * How a node is at this moment.
 *
 * @param place what the provider calls it: a namespace, a container
 * @param parts the programs it consists of, when the provider knows them
 */
public record NodeStatus(NodeId node, String place, State state, List<Part> parts) {
  /** How much of a node is there. */
  public enum State {
    /** All of it. */
    RUNNING,
    /** It is there, but a program that belongs to it is not. */
    DEGRADED,
    /** Nothing of it. */
    ABSENT
  }

  /**
   * A program of a node.
   *
   * @param name such as {@code bgpd}
   * @param detail why it is dead, or how it is found: {@code pid 4711}
   */
  public record Part(String name, boolean alive, String detail) {
    /** The part that is a whole container. */
    public static final String CONTAINER = "container";

    /** True when a daemon of FRR cannot do its work without this part. */
    public boolean carries(String daemon) {
      return name.equals(daemon) || name.equals("zebra") || name.equals(CONTAINER);
    }
  }

  public NodeStatus {
    parts = List.copyOf(parts);
  }
}
