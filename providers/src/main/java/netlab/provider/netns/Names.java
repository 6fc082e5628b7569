package netlab.provider.netns;

import java.util.regex.Pattern;
import netlab.lab.NodeId;
import netlab.plan.LabId;

/**
 * What things of a lab are called on the host. All names outside of the lab's own namespaces carry
 * the lab's id, so that labs with equal node names run side by side.
 */
record Names(LabId id) {
  /** The variable that every process of a lab has in its environment, with the id as its value. */
  static final String LAB_VARIABLE = "NETLAB_LAB";

  /** FRR takes neither dots nor slashes in the name of a path space; the kernel takes 255 bytes. */
  private static final Pattern NODE = Pattern.compile("[A-Za-z0-9_-]{1,200}");

  /** The longest name of an interface that Linux takes. */
  static final int LONGEST_INTERFACE = 15;

  /**
   * The namespace that holds the far ends of stub links and the bridges of multi-access links. It
   * keeps them away from the host, whose firewall rules would otherwise apply to bridged packets.
   */
  String parking() {
    return "nl-" + id;
  }

  /** The namespace of a node; also its FRR path space. */
  String namespace(NodeId node) {
    if (!isUsable(node)) {
      throw new IllegalArgumentException("no name of a namespace: " + node);
    }
    return parking() + "-" + node;
  }

  /** True when a node of this name can have a namespace. */
  static boolean isUsable(NodeId node) {
    return NODE.matcher(node.name()).matches();
  }

  /** True when a namespace, or a folder named after one, belongs to the lab. */
  boolean owns(String name) {
    return name.equals(parking()) || name.startsWith(parking() + "-");
  }

  /** The far end of a link's end, in the parking namespace; ends count from 1. */
  static String port(int link, int end) {
    return "l" + link + "p" + end;
  }

  /** The bridge of a multi-access link, in the parking namespace. */
  static String bridge(int link) {
    return "br" + link;
  }
}
