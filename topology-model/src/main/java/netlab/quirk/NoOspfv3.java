package netlab.quirk;

import netlab.lab.Node;
import netlab.net.Family;
import netlab.protocol.ospf.Ospf;

/** Devices without OSPF for IPv6. */
final class NoOspfv3 implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    if (lab.find(Ospf.NODE, node.id()).filter(o -> o.af().on(Family.IPV6)).isPresent()) {
      notices.error(
          node.span(),
          "device `" + node.device() + "` of `" + node.id() + "` has no OSPFv3",
          "say `ospf.af: [ipv4]`, or choose another device");
    }
  }
}
