package netlab.protocol.bfd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.expect.Expectation;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.protocol.igp.Segment;
import netlab.protocol.isis.Isis;
import netlab.protocol.isis.IsisInterface;
import netlab.protocol.ospf.Ospf;
import netlab.protocol.ospf.OspfInterface;

/**
 * One expectation for each side of each session over IPv4 that the two ends ask for, whatever
 * number of protocols does so. OSPFv3 and IS-IS speak IPv6 between link-local addresses, which the
 * model does not know. An IS-IS neighbor of both families has one session on some devices, over
 * IPv6 then.
 */
final class BfdExpectations {
  private BfdExpectations() {}

  static List<Expectation> of(Lab lab) {
    var all = new ArrayList<Expectation>();
    for (Node node : lab.nodes().values()) {
      for (Interface port : node.interfaces()) {
        Optional<String> own = address(port);
        for (Interface peer : peers(lab, port)) {
          if (own.isPresent() && address(peer).isPresent()) {
            all.add(expectation(lab, port, own.get(), peer, address(peer).get()));
          }
        }
      }
    }
    return all;
  }

  private static Expectation expectation(
      Lab lab, Interface port, String own, Interface peer, String there) {
    var key = new LinkedHashMap<String, String>();
    key.put("peer", there);
    key.put("interface", port.name());
    var expected = new LinkedHashMap<String, List<String>>();
    expected.put("state", List.of("up"));
    return new Expectation(
        "bfd",
        "bfd.sessions",
        port.id().node(),
        peer.id().node(),
        key,
        expected,
        own + " <-> " + there,
        Segment.cause(lab, port));
  }

  private static Optional<String> address(Interface port) {
    return port.address(Family.IPV4).map(InterfaceAddress::address).map(Object::toString);
  }

  /** The neighbors of any protocol that asks for BFD at both ends. */
  private static Set<Interface> peers(Lab lab, Interface port) {
    var peers = new LinkedHashSet<Interface>();
    if (ospfAsks(lab, port.id())) {
      Ospf.neighbors(lab, port, Family.IPV4).stream()
          .filter(peer -> ospfAsks(lab, peer.id()))
          .forEach(peers::add);
    }
    if (isisAsks(lab, port)) {
      Isis.neighbors(lab, port).stream().filter(peer -> isisAsks(lab, peer)).forEach(peers::add);
    }
    return peers;
  }

  private static boolean ospfAsks(Lab lab, IfId port) {
    return lab.find(Ospf.INTERFACE, port).flatMap(OspfInterface::bfd).orElse(false);
  }

  private static boolean isisAsks(Lab lab, Interface port) {
    return port.ip(Family.IPV6).isEmpty()
        && lab.find(Isis.INTERFACE, port.id())
            .flatMap(IsisInterface::bfd)
            .filter(bfd -> bfd.on(Family.IPV4))
            .isPresent();
  }
}
