package netlab.protocol.isis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.protocol.igp.Igp;
import netlab.protocol.igp.Segment;

/** The rules by which two interfaces become neighbors (ISO/IEC 10589, sections 8.2 and 8.4). */
final class Adjacencies {
  private Adjacencies() {}

  /** An interface that talks IS-IS. */
  record Speaker(Interface port, IsisNode router, IsisInterface isis) implements Segment.Speaker {
    NodeId node() {
      return port.id().node();
    }

    boolean pointToPoint() {
      return isis.networkType().isPresent();
    }

    /** The levels the interface talks: those of the router which it does not leave out. */
    Set<Integer> levels() {
      Set<Integer> levels = numbers(router.type());
      isis.type().ifPresent(type -> levels.retainAll(numbers(type)));
      return levels;
    }

    private static Set<Integer> numbers(String type) {
      var numbers = new TreeSet<Integer>();
      if (!type.equals("level-2")) {
        numbers.add(1);
      }
      if (!type.equals("level-1")) {
        numbers.add(2);
      }
      return numbers;
    }

    boolean talks(Family family) {
      return router.runs(family) && port.ip(family).isPresent();
    }
  }

  /** The levels on which two are neighbors: level 1 only inside an area. */
  static Set<Integer> levels(Speaker one, Speaker other) {
    Set<Integer> levels = one.levels();
    levels.retainAll(other.levels());
    if (!sameArea(one, other)) {
      levels.remove(1);
    }
    return levels;
  }

  private static boolean sameArea(Speaker one, Speaker other) {
    return one.router().area().equalsIgnoreCase(other.router().area());
  }

  /** Why the two can never be neighbors, in words; empty if they can. */
  static Optional<String> obstacle(Speaker one, Speaker other) {
    if (one.router().systemId().equalsIgnoreCase(other.router().systemId())) {
      return Optional.of("both have the system id " + one.router().systemId());
    }
    if (levels(one, other).isEmpty()) {
      boolean areas = one.levels().contains(1) && other.levels().contains(1);
      return Optional.of(
          areas
              ? "areas " + one.router().area() + " and " + other.router().area() + " differ"
              : "they have no level in common");
    }
    if (one.pointToPoint() != other.pointToPoint()) {
      return Optional.of("network types " + type(one) + " and " + type(other) + " differ");
    }
    if (one.port().mtu().isPresent()
        && other.port().mtu().isPresent()
        && !one.port().mtu().equals(other.port().mtu())) {
      return Optional.of(
          "MTUs " + one.port().mtu().get() + " and " + other.port().mtu().get() + " differ");
    }
    for (Family family : Family.values()) {
      if (one.talks(family) && other.talks(family)) {
        return Optional.empty();
      }
    }
    return Optional.of("they have no address family in common");
  }

  private static String type(Speaker speaker) {
    return speaker.isis().networkType().orElse("broadcast");
  }

  /** The network of an interface that talks IS-IS. */
  static Optional<Segment<Speaker>> segment(Lab lab, Interface port) {
    return lab.find(Isis.INTERFACE, port.id()).isPresent()
        ? Segment.of(port, id -> speaker(lab, id))
        : Optional.empty();
  }

  private static Optional<Speaker> speaker(Lab lab, IfId id) {
    Optional<IsisInterface> isis = lab.find(Isis.INTERFACE, id).filter(i -> !i.passive());
    Optional<Interface> port = isis.flatMap(i -> lab.node(id.node()).find(id));
    Optional<IsisNode> router = port.flatMap(p -> Igp.process(lab, p, Isis.NODE, Isis.VRF));
    return isis.isPresent() && router.isPresent()
        ? Optional.of(new Speaker(port.orElseThrow(), router.get(), isis.get()))
        : Optional.empty();
  }

  /** The interfaces that become neighbors of one. */
  static List<Interface> neighbors(Lab lab, Interface port) {
    var neighbors = new ArrayList<Interface>();
    segment(lab, port)
        .ifPresent(segment -> {
          for (Speaker other : segment.others()) {
            if (obstacle(segment.own(), other).isEmpty()) {
              neighbors.add(other.port());
            }
          }
        });
    return neighbors;
  }
}
