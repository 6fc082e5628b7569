package netlab.protocol.ospf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.expect.Expectation;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.net.Family;
import netlab.net.Ip;
import netlab.protocol.igp.Segment;
import netlab.protocol.ospf.Adjacencies.Speaker;

/** One expectation for each side of each pair of neighbors, for each version of OSPF. */
final class OspfExpectations {
  /**
   * How neighbors are told apart: whether the network has a designated router. Ends that see it
   * differently become neighbors, but have no routes through each other.
   */
  private static final Map<String, String> NETWORKS =
      Map.of("point-to-point", "point-to-point", "broadcast", "designated router");

  private OspfExpectations() {}

  static List<Expectation> of(Lab lab) {
    var all = new ArrayList<Expectation>();
    for (Node node : lab.nodes().values()) {
      for (Interface port : node.interfaces()) {
        for (Family family : Family.values()) {
          Adjacencies.segment(lab, port, family)
              .ifPresent(segment -> look(lab, node, segment, family, all));
        }
      }
    }
    return all;
  }

  private static void look(
      Lab lab, Node node, Segment<Speaker> segment, Family family, List<Expectation> all) {
    Speaker own = segment.own();
    int eligible = Adjacencies.eligible(segment.all());
    for (Speaker other : segment.others()) {
      Optional<Ip> peer = other.router().routerId();
      if (peer.isEmpty() || Adjacencies.obstacle(own, other).isPresent()) {
        continue;
      }
      var key = new LinkedHashMap<String, String>();
      key.put("interface", own.port().name());
      key.put("peer", peer.get().toString());
      var expected = new LinkedHashMap<String, List<String>>();
      expected.put("state", Adjacencies.states(own, other, eligible));
      own.ospf()
          .networkType()
          .flatMap(type -> Optional.ofNullable(NETWORKS.get(type)))
          .ifPresent(network -> expected.put("network", List.of(network)));
      all.add(
          new Expectation(
              "ospf",
              family == Family.IPV4 ? "ospf.neighbors" : "ospf6.neighbors",
              node.id(),
              other.node(),
              key,
              expected,
              label(own, other, family),
              Segment.cause(lab, own.port())));
    }
  }

  private static String label(Speaker own, Speaker other, Family family) {
    String version = family == Family.IPV4 ? "" : " OSPFv3";
    return end(own) + version + " <-> " + end(other) + version;
  }

  private static String end(Speaker speaker) {
    return speaker.node() + " " + speaker.port().name();
  }
}
