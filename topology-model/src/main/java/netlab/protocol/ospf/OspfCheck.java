package netlab.protocol.ospf;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Link;
import netlab.lab.Node;
import netlab.net.Family;
import netlab.protocol.ospf.Adjacencies.Speaker;

/** Warns about routers on one network whose settings keep them from becoming neighbors. */
final class OspfCheck {
  private final Lab lab;
  private final Diagnostics diagnostics;
  private final Set<Set<IfId>> told = new HashSet<>();

  private OspfCheck(Lab lab, Diagnostics diagnostics) {
    this.lab = lab;
    this.diagnostics = diagnostics;
  }

  static void run(Lab lab, Diagnostics diagnostics) {
    var check = new OspfCheck(lab, diagnostics);
    for (Node node : lab.nodes().values()) {
      for (Interface port : node.interfaces()) {
        if (lab.find(Ospf.INTERFACE, port.id()).isPresent()) {
          check.look(port);
        }
      }
    }
  }

  private void look(Interface port) {
    for (Family family : Family.values()) {
      List<Speaker> speakers = Adjacencies.speakers(lab, Adjacencies.segment(port), family);
      if (speakers.isEmpty() || !speakers.getFirst().port().id().equals(port.id())) {
        continue;
      }
      for (Speaker other : speakers.subList(1, speakers.size())) {
        Optional<String> obstacle = Adjacencies.obstacle(speakers.getFirst(), other);
        if (obstacle.isPresent() && told.add(Set.of(port.id(), other.port().id()))) {
          warn(speakers.getFirst(), other, obstacle.get());
        }
      }
    }
  }

  private void warn(Speaker one, Speaker other, String obstacle) {
    diagnostics.report(
        Severity.WARNING,
        Code.OSPF_ADJACENCY,
        place(one),
        "`"
            + one.node()
            + "` and `"
            + other.node()
            + "` can never be OSPF neighbors on `"
            + one.port().name()
            + "` and `"
            + other.port().name()
            + "`: "
            + obstacle,
        Optional.of("give both ends the same setting"),
        List.of(
            new Note("`" + one.node() + "` is defined here", lab.node(one.node()).span()),
            new Note("`" + other.node() + "` is defined here", lab.node(other.node()).span())));
  }

  /** The setting on the interface, else the link, else the node. */
  private Span place(Speaker speaker) {
    Span set = speaker.port().attributes().keySpan("ospf");
    if (set.known()) {
      return set;
    }
    for (Link link : lab.links()) {
      if (speaker.port().link().filter(i -> i == link.index()).isPresent()) {
        return link.span();
      }
    }
    return lab.node(speaker.node()).span();
  }
}
