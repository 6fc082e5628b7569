package netlab.plugin.multiserver;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import netlab.lab.NodeId;

/**
 * A machine that runs a part of a lab.
 *
 * @param host its address as the other machines see it, or its name
 * @param device the interface towards the other machines
 * @param folder where {@code create} puts its part, below the lab's folder
 * @param nodes its nodes in the order of the lab, replicated ones included
 */
public record Server(
    String name, long id, String host, String device, String folder, SequencedSet<NodeId> nodes) {
  public Server {
    nodes = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(nodes));
  }
}
