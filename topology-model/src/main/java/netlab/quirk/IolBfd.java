package netlab.quirk;

import java.util.ArrayList;
import java.util.List;
import netlab.lab.Node;
import netlab.net.Family;
import netlab.protocol.ospf.Ospf;
import netlab.protocol.ospf.OspfNode;

/** The switch image of IOL has no BFD for OSPFv3. */
final class IolBfd implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    List<OspfNode> processes = new ArrayList<>();
    lab.find(Ospf.NODE, node.id()).ifPresent(processes::add);
    lab.vrfs(node).forEach(vrf -> lab.find(Ospf.VRF, vrf).ifPresent(processes::add));
    if (processes.stream().anyMatch(p -> p.bfd().orElse(false) && p.af().on(Family.IPV6))) {
      notices.error(
          "ospfv3_bfd",
          node.span(),
          "`" + node.id() + "` cannot have BFD for OSPFv3",
          "leave out `ospf.bfd`, or use IPv4 only");
    }
  }
}
