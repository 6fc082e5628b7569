package netlab.protocol.ospf;

import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.net.Family;
import netlab.protocol.igp.Strangers;
import netlab.protocol.ospf.Adjacencies.Speaker;

/** Warns about routers on one network whose settings keep them from becoming neighbors. */
final class OspfCheck {
  private OspfCheck() {}

  static void run(Lab lab, Diagnostics diagnostics) {
    var strangers = new Strangers(lab, diagnostics, Code.OSPF_ADJACENCY, "ospf", "OSPF");
    for (Node node : lab.nodes().values()) {
      for (Interface port : node.interfaces()) {
        for (Family family : Family.values()) {
          Adjacencies.segment(lab, port, family)
              .ifPresent(segment -> {
                for (Speaker other : segment.others()) {
                  Adjacencies.obstacle(segment.own(), other)
                      .ifPresent(why -> strangers.warn(port, other.port(), why));
                }
              });
        }
      }
    }
  }
}
