package netlab.protocol.mpls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.expect.Expectation;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.protocol.igp.Segment;

/**
 * One expectation for each side of each session. Two routers have one session, however many links
 * they share (RFC 5036, section 2.5.1).
 */
final class LdpExpectations {
  private LdpExpectations() {}

  private record Speaker(Interface port, String routerId) implements Segment.Speaker {}

  static List<Expectation> of(Lab lab) {
    var all = new ArrayList<Expectation>();
    var known = new HashMap<NodeId, Set<NodeId>>();
    for (Segment<Speaker> segment : Segment.all(lab, id -> speaker(lab, id))) {
      NodeId node = segment.own().port().id().node();
      for (Speaker other : segment.others()) {
        if (known.computeIfAbsent(node, n -> new HashSet<>()).add(other.port().id().node())) {
          all.add(expectation(lab, segment.own(), other));
        }
      }
    }
    return all;
  }

  private static Optional<Speaker> speaker(Lab lab, IfId id) {
    boolean talks = lab.find(Mpls.LDP_INTERFACE, id).filter(l -> !l.passive()).isPresent();
    return talks
        ? lab.find(Mpls.LDP, id.node())
            .flatMap(LdpNode::routerId)
            .flatMap(routerId ->
                lab.node(id.node()).find(id).map(port -> new Speaker(port, routerId.toString())))
        : Optional.empty();
  }

  private static Expectation expectation(Lab lab, Speaker own, Speaker other) {
    var key = new LinkedHashMap<String, String>();
    key.put("peer", other.routerId());
    var expected = new LinkedHashMap<String, List<String>>();
    expected.put("state", List.of("operational"));
    return new Expectation(
        "mpls",
        "ldp.neighbors",
        own.port().id().node(),
        other.port().id().node(),
        key,
        expected,
        own.routerId() + " LDP <-> " + other.routerId() + " LDP",
        Segment.cause(lab, own.port()));
  }
}
