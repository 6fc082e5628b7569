package netlab.quirk;

import java.util.ArrayList;
import netlab.lab.Interface;
import netlab.lab.Node;
import netlab.protocol.stp.Stp;

/** Bridges of Linux send the frames of STP with the tag of a subinterface, which others drop. */
final class FrrTrunks implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    boolean off =
        lab.find(Stp.NODE, node.id()).flatMap(stp -> stp.enable()).filter(on -> !on).isPresent();
    if (!node.modules().contains("stp") || off) {
      return;
    }
    var tagged = new ArrayList<String>();
    for (Interface port : node.interfaces()) {
      if (port.type().equals("vlan_member")) {
        tagged.add(port.name());
      }
    }
    if (!tagged.isEmpty()) {
      notices.error(
          "stp_on_trunks",
          node.span(),
          "STP on subinterfaces of `"
              + node.id()
              + "` ("
              + String.join(", ", tagged)
              + ")"
              + " does not work with other switches",
          "FRR containers send its frames with a VLAN tag; set `stp.enable: false` on the node");
    }
  }
}
