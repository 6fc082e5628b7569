package netlab.protocol.ripv2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import netlab.expect.Expectation;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.protocol.igp.Igp;
import netlab.protocol.igp.Segment;

/**
 * One expectation for each router that hears updates of another over IPv4 in its global table.
 * Devices list those as sources of routes, one VRF at a time; RIPng has no such list.
 */
final class RipExpectations {
  private RipExpectations() {}

  private record Speaker(Interface port, String address, boolean sends)
      implements Segment.Speaker {}

  static List<Expectation> of(Lab lab) {
    var all = new ArrayList<Expectation>();
    for (Segment<Speaker> segment : Segment.all(lab, id -> speaker(lab, id))) {
      if (segment.own().port().vrf().isPresent()) {
        continue;
      }
      for (Speaker other : segment.others()) {
        if (other.sends()) {
          all.add(expectation(lab, segment.own(), other));
        }
      }
    }
    return all;
  }

  private static Optional<Speaker> speaker(Lab lab, IfId id) {
    Optional<RipInterface> rip = lab.find(Rip.INTERFACE, id);
    return rip.isPresent()
        ? lab.node(id.node())
            .find(id)
            .filter(port ->
                Igp.process(lab, port, Rip.NODE, Rip.VRF)
                    .filter(router -> router.af().on(Family.IPV4))
                    .isPresent())
            .flatMap(port ->
                port.address(Family.IPV4)
                    .map(InterfaceAddress::address)
                    .map(ip -> new Speaker(port, ip.toString(), !rip.get().passive())))
        : Optional.empty();
  }

  private static Expectation expectation(Lab lab, Speaker own, Speaker other) {
    var key = new LinkedHashMap<String, String>();
    key.put("peer", other.address());
    return new Expectation(
        "ripv2",
        "rip.neighbors",
        own.port().id().node(),
        other.port().id().node(),
        key,
        new LinkedHashMap<>(),
        own.address() + " <- " + other.address(),
        Segment.cause(lab, own.port()));
  }
}
