package netlab.expect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.net.InterfaceAddress;

/**
 * Routes that certainly follow from adjacencies: once those are up, each of some nodes has one to
 * each of some addresses, apart from its own. Only what no policy, summary or kind of area can keep
 * away is listed.
 *
 * @param protocol the protocol that brings the routes
 * @param family the family of the addresses
 * @param from the nodes that have the routes, in their global tables
 * @param to the addresses, most often of loopbacks, by the nodes that have them
 */
public record Reach(
    String protocol, Family family, List<NodeId> from, SequencedMap<NodeId, InterfaceAddress> to) {
  public Reach {
    from = List.copyOf(from);
    to = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(to));
  }
}
