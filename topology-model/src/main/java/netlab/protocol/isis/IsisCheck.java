package netlab.protocol.isis;

import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.protocol.igp.Strangers;
import netlab.protocol.isis.Adjacencies.Speaker;

/** Warns about routers on one network whose settings keep them from becoming neighbors. */
final class IsisCheck {
  private IsisCheck() {}

  static void run(Lab lab, Diagnostics diagnostics) {
    var strangers = new Strangers(lab, diagnostics, Code.ISIS_ADJACENCY, "isis", "IS-IS");
    for (Node node : lab.nodes().values()) {
      for (Interface port : node.interfaces()) {
        Adjacencies.segment(lab, port)
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
