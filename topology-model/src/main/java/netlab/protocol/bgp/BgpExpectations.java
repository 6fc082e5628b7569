package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import netlab.diag.Span;
import netlab.expect.Expectation;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Link;
import netlab.lab.Node;
import netlab.net.Family;

/** One expectation for each side of each session and address family it is set up over. */
final class BgpExpectations {
  private BgpExpectations() {}

  static List<Expectation> of(Lab lab) {
    var all = new ArrayList<Expectation>();
    for (Node node : lab.nodes().values()) {
      Optional<BgpNode> bgp = lab.find(Bgp.NODE, node.id());
      if (bgp.isEmpty()) {
        continue;
      }
      for (BgpNeighbor neighbor : bgp.get().neighbors()) {
        if (neighbor.localIf().isPresent()) {
          String port = neighbor.localIf().get();
          all.add(
              expectation(
                  lab,
                  node,
                  bgp.get(),
                  neighbor,
                  port,
                  node.id() + " " + port,
                  neighbor.name().name()));
        }
        for (Family family : Family.values()) {
          neighbor
              .ip(family)
              .filter(ip -> !Boolean.TRUE.equals(ip))
              .map(Object::toString)
              .ifPresent(peer ->
                  all.add(
                      expectation(
                          lab,
                          node,
                          bgp.get(),
                          neighbor,
                          peer,
                          own(node, neighbor, family),
                          peer)));
        }
      }
    }
    return all;
  }

  private static Expectation expectation(
      Lab lab,
      Node node,
      BgpNode bgp,
      BgpNeighbor neighbor,
      String key,
      String here,
      String there) {
    var keys = new LinkedHashMap<String, String>();
    keys.put("peer", key);
    var expected = new LinkedHashMap<String, List<String>>();
    expected.put("state", List.of("Established"));
    expected.put("remote_as", List.of(neighbor.as().toString()));
    String as = neighbor.localAs().orElse(bgp.as()).toString();
    return new Expectation(
        "bgp",
        "bgp.sessions",
        node.id(),
        neighbor.name(),
        keys,
        expected,
        here + " AS" + as + " <-> " + there + " AS" + neighbor.as(),
        cause(lab, node, neighbor));
  }

  /** The address from which a node speaks to a neighbor; its name when that has none. */
  private static String own(Node node, BgpNeighbor neighbor, Family family) {
    return port(node, neighbor)
        .or(node::loopback)
        .flatMap(port -> port.address(family))
        .map(address -> address.address().toString())
        .orElse(node.id().name());
  }

  /** The interface of a session over one link. */
  private static Optional<Interface> port(Node node, BgpNeighbor neighbor) {
    return neighbor
        .ifindex()
        .flatMap(index ->
            node.interfaces().stream().filter(port -> port.id().shown() == index).findFirst());
  }

  /** A session over a link follows from the link, any other from its node. */
  private static Span cause(Lab lab, Node node, BgpNeighbor neighbor) {
    return port(node, neighbor)
        .flatMap(Interface::link)
        .flatMap(lab::link)
        .map(Link::span)
        .filter(Span::known)
        .orElse(node.span());
  }
}
