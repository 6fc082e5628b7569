package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import netlab.expect.Expectation;
import netlab.lab.Lab;
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
          all.add(expectation(node, bgp.get(), neighbor, neighbor.localIf().get()));
        }
        for (Family family : Family.values()) {
          neighbor
              .ip(family)
              .filter(ip -> !Boolean.TRUE.equals(ip))
              .ifPresent(ip -> all.add(expectation(node, bgp.get(), neighbor, ip.toString())));
        }
      }
    }
    return all;
  }

  private static Expectation expectation(
      Node node, BgpNode bgp, BgpNeighbor neighbor, String peer) {
    var key = new LinkedHashMap<String, String>();
    key.put("peer", peer);
    var expected = new LinkedHashMap<String, List<String>>();
    expected.put("state", List.of("Established"));
    expected.put("remote_as", List.of(neighbor.as().toString()));
    String own = neighbor.localAs().orElse(bgp.as()).toString();
    return new Expectation(
        "bgp",
        "bgp.sessions",
        node.id(),
        neighbor.name(),
        key,
        expected,
        node.id() + " AS" + own + " <-> " + peer + " AS" + neighbor.as(),
        node.span());
  }
}
