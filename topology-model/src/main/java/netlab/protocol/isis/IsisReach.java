package netlab.protocol.isis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.expect.Reach;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.protocol.igp.Components;
import netlab.protocol.igp.Segment;
import netlab.protocol.isis.Adjacencies.Speaker;

/**
 * The routes to loopbacks that IS-IS brings on each level, where all neighbors speak the family
 * (RFC 1195, section 1.4; routers of one level do not see the loopbacks of the other for certain).
 */
final class IsisReach {
  private final Lab lab;
  private final Family family;
  private final int level;
  private final Components graph = new Components();

  /** Nodes with a neighbor that does not speak the family: what is behind may be out of reach. */
  private final Set<NodeId> doubtful = new HashSet<>();

  private IsisReach(Lab lab, Family family, int level) {
    this.lab = lab;
    this.family = family;
    this.level = level;
  }

  static List<Reach> of(Lab lab) {
    var all = new ArrayList<Reach>();
    for (Family family : Family.values()) {
      for (int level : List.of(1, 2)) {
        all.addAll(new IsisReach(lab, family, level).all());
      }
    }
    return all;
  }

  private List<Reach> all() {
    for (Node node : lab.nodes().values()) {
      if (!Components.isForeign(lab, node.id())) {
        for (Interface port : node.interfaces()) {
          if (port.vrf().isEmpty()) {
            Adjacencies.segment(lab, port).ifPresent(this::join);
          }
        }
      }
    }
    var reaches = new ArrayList<Reach>();
    for (Set<NodeId> nodes : graph.all()) {
      if (nodes.stream().noneMatch(doubtful::contains)) {
        reaches.addAll(Components.reach(lab, "isis", family, nodes, this::loopback));
      }
    }
    return reaches;
  }

  private void join(Segment<Speaker> segment) {
    Speaker own = segment.own();
    for (Speaker other : segment.others()) {
      boolean neighbors =
          Adjacencies.obstacle(own, other).isEmpty()
              && Adjacencies.levels(own, other).contains(level)
              && other.port().vrf().isEmpty();
      if (neighbors && !Components.isForeign(lab, other.node())) {
        graph.join(own.node(), other.node());
        if (!own.talks(family) || !other.talks(family)) {
          doubtful.add(own.node());
        }
      }
    }
  }

  /** The address of a node's loopback, when IS-IS announces it on the level. */
  private Optional<InterfaceAddress> loopback(Node node) {
    Optional<Interface> port = node.loopback().filter(lo -> lo.vrf().isEmpty());
    Optional<IsisInterface> isis = port.flatMap(lo -> lab.find(Isis.INTERFACE, lo.id()));
    Optional<IsisNode> router = lab.find(Isis.NODE, node.id());
    if (isis.isEmpty() || router.isEmpty()) {
      return Optional.empty();
    }
    Speaker speaker = new Speaker(port.orElseThrow(), router.get(), isis.get());
    return speaker.levels().contains(level) && speaker.talks(family)
        ? port.flatMap(lo -> lo.address(family))
        : Optional.empty();
  }
}
