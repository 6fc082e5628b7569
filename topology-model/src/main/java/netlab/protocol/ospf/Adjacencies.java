package netlab.protocol.ospf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.protocol.igp.Igp;
import netlab.protocol.igp.Segment;

/** The rules by which two interfaces become neighbors, and how far they get. */
final class Adjacencies {
  /** The priority of RFC 2328, appendix C.3, as devices have it. */
  private static final int STANDARD_PRIORITY = 1;

  private Adjacencies() {}

  /** An interface that talks OSPF. */
  record Speaker(Interface port, OspfNode router, OspfInterface ospf) implements Segment.Speaker {
    NodeId node() {
      return port.id().node();
    }

    boolean pointToPoint() {
      return ospf.networkType().filter("point-to-point"::equals).isPresent();
    }

    int priority() {
      return ospf.priority().orElse(STANDARD_PRIORITY);
    }

    OspfTimers timers() {
      return ospf.timers().orElse(OspfTimers.STANDARD);
    }
  }

  /** Why the two can never be neighbors, in words (RFC 2328, section 10.5); empty if they can. */
  static Optional<String> obstacle(Speaker one, Speaker other) {
    if (!one.ospf().area().equals(other.ospf().area())) {
      return Optional.of("areas " + one.ospf().area() + " and " + other.ospf().area() + " differ");
    }
    if (!one.timers().equals(other.timers())) {
      return Optional.of(
          "hello and dead intervals "
              + text(one.timers())
              + " and "
              + text(other.timers())
              + " differ");
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
    return Optional.empty();
  }

  private static String text(OspfTimers timers) {
    return timers.hello() + "/" + timers.dead() + " s";
  }

  private static String type(Speaker speaker) {
    return speaker.ospf().networkType().orElse("broadcast");
  }

  /**
   * The states that are good between two speakers of a segment. On networks with a designated
   * router only pairs with it or its backup become adjacent (RFC 2328, sections 9.4 and 10.4), and
   * priority 0 never is one.
   *
   * @param eligible how many speakers of the segment may become the designated router
   */
  static List<String> states(Speaker one, Speaker other, int eligible) {
    if (one.pointToPoint()) {
      return List.of("Full");
    }
    boolean either = one.priority() > 0 || other.priority() > 0;
    if (!either || eligible == 0) {
      return List.of("2-Way");
    }
    return eligible <= 2 ? List.of("Full") : List.of("Full", "2-Way");
  }

  /** How many of these may become the designated router. */
  static int eligible(List<Speaker> segment) {
    int eligible = 0;
    for (Speaker speaker : segment) {
      eligible += speaker.priority() > 0 ? 1 : 0;
    }
    return eligible;
  }

  /** The network of an interface that talks OSPF of a family. */
  static Optional<Segment<Speaker>> segment(Lab lab, Interface port, Family family) {
    return lab.find(Ospf.INTERFACE, port.id()).isPresent()
        ? Segment.of(port, id -> speaker(lab, id, family))
        : Optional.empty();
  }

  private static Optional<Speaker> speaker(Lab lab, IfId id, Family family) {
    Optional<OspfInterface> ospf = lab.find(Ospf.INTERFACE, id).filter(o -> !o.passive());
    return ospf.isPresent()
        ? lab.node(id.node())
            .find(id)
            .filter(port -> port.ip(family).isPresent())
            .flatMap(port ->
                Igp.process(lab, port, Ospf.NODE, Ospf.VRF)
                    .filter(router -> router.runs(family))
                    .map(router -> new Speaker(port, router, ospf.get())))
        : Optional.empty();
  }

  /** The interfaces that become neighbors of one, for a family. */
  static List<Interface> neighbors(Lab lab, Interface port, Family family) {
    var neighbors = new ArrayList<Interface>();
    segment(lab, port, family)
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
