package netlab.protocol.eigrp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import netlab.expect.Expectation;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.net.Asn;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.protocol.igp.Segment;

/**
 * One expectation for each side of each pair of neighbors over IPv4. Over IPv6 neighbors know each
 * other by link-local addresses (RFC 7868, section 5.4.2), which the model does not know.
 */
final class EigrpExpectations {
  private EigrpExpectations() {}

  private record Speaker(Interface port, Asn as, String address) implements Segment.Speaker {}

  static List<Expectation> of(Lab lab) {
    var all = new ArrayList<Expectation>();
    for (Segment<Speaker> segment : Segment.all(lab, id -> speaker(lab, id))) {
      for (Speaker other : segment.others()) {
        if (other.as().equals(segment.own().as())) {
          all.add(expectation(lab, segment.own(), other));
        }
      }
    }
    return all;
  }

  private static Optional<Speaker> speaker(Lab lab, IfId id) {
    Optional<EigrpNode> router =
        lab.find(Eigrp.NODE, id.node()).filter(n -> n.af().on(Family.IPV4));
    boolean talks = lab.find(Eigrp.INTERFACE, id).filter(i -> !i.passive()).isPresent();
    return router.isPresent() && talks
        ? lab.node(id.node())
            .find(id)
            .flatMap(port ->
                port.address(Family.IPV4)
                    .map(InterfaceAddress::address)
                    .map(ip -> new Speaker(port, router.get().as(), ip.toString())))
        : Optional.empty();
  }

  private static Expectation expectation(Lab lab, Speaker own, Speaker other) {
    var key = new LinkedHashMap<String, String>();
    key.put("peer", other.address());
    key.put("interface", own.port().name());
    return new Expectation(
        "eigrp",
        "eigrp.neighbors",
        own.port().id().node(),
        other.port().id().node(),
        key,
        new LinkedHashMap<>(),
        own.address() + " <-> " + other.address() + " AS" + own.as(),
        Segment.cause(lab, own.port()));
  }
}
