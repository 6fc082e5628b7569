package netlab.protocol.isis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netlab.expect.Expectation;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.protocol.igp.Segment;
import netlab.protocol.isis.Adjacencies.Speaker;

/**
 * One expectation for each side of each adjacency. Point-to-point neighbors have one for all
 * levels, others one a level (ISO/IEC 10589, section 8.2.4).
 */
final class IsisExpectations {
  private IsisExpectations() {}

  static List<Expectation> of(Lab lab) {
    var all = new ArrayList<Expectation>();
    for (Node node : lab.nodes().values()) {
      for (Interface port : node.interfaces()) {
        Adjacencies.segment(lab, port).ifPresent(segment -> look(lab, node, segment, all));
      }
    }
    return all;
  }

  private static void look(Lab lab, Node node, Segment<Speaker> segment, List<Expectation> all) {
    Speaker own = segment.own();
    for (Speaker other : segment.others()) {
      if (Adjacencies.obstacle(own, other).isPresent()) {
        continue;
      }
      Set<Integer> levels = Adjacencies.levels(own, other);
      if (own.pointToPoint()) {
        all.add(expectation(lab, node, own, other, joined(levels), told(other, levels)));
      } else {
        levels.forEach(level -> {
          String one = level.toString();
          all.add(expectation(lab, node, own, other, one, List.of(one)));
        });
      }
    }
  }

  /**
   * What a device may say of the levels of a point-to-point neighbor. Some tell those the other end
   * talks, whatever is in use (FRR 8.4).
   */
  private static List<String> told(Speaker other, Set<Integer> levels) {
    return Stream.of(levels, other.levels()).map(IsisExpectations::joined).distinct().toList();
  }

  private static String joined(Set<Integer> levels) {
    return levels.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }

  private static Expectation expectation(
      Lab lab, Node node, Speaker own, Speaker other, String level, List<String> told) {
    var key = new LinkedHashMap<String, String>();
    key.put("interface", own.port().name());
    key.put("peer", other.node().name());
    var expected = new LinkedHashMap<String, List<String>>();
    expected.put("state", List.of("up"));
    expected.put("level", told);
    return new Expectation(
        "isis",
        "isis.neighbors",
        node.id(),
        other.node(),
        key,
        expected,
        end(own) + " <-> " + end(other) + " level " + level,
        Segment.cause(lab, own.port()));
  }

  private static String end(Speaker speaker) {
    return speaker.node() + " " + speaker.port().name();
  }
}
