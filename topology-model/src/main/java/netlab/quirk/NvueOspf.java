package netlab.quirk;

import java.util.Optional;
import netlab.lab.Interface;
import netlab.lab.Node;
import netlab.net.Ip;
import netlab.protocol.ospf.Ospf;
import netlab.protocol.ospf.OspfInterface;

/** What OSPF of Cumulus Linux with NVUE cannot be told: OSPFv3, loopbacks in other areas. */
final class NvueOspf implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    new NoOspfv3().apply(node, lab, notices);
    for (Interface port : node.interfaces()) {
      Optional<OspfInterface> ospf = lab.find(Ospf.INTERFACE, port.id());
      if (ospf.isPresent() && port.vrf().isPresent()) {
        inVrf(node, port, ospf.get(), lab, notices);
      } else if (ospf.isPresent() && port.type().equals("loopback")) {
        secondLoopback(node, port, ospf.get(), lab, notices);
      }
    }
  }

  private static void inVrf(
      Node node, Interface port, OspfInterface ospf, LabEdit lab, Notices notices) {
    Optional<Ip> area = port.vrf().flatMap(v -> lab.find(Ospf.VRF, v)).map(p -> p.area());
    if (port.type().equals("loopback") && !area.equals(Optional.of(ospf.area()))) {
      notices.error(
          "vrf_loopback_ospf_area",
          node.span(),
          "loopback `" + port.name() + "` of `" + node.id() + "` must be in the area of its VRF",
          "give both the same `ospf.area`");
    }
    if (ospf.passive()) {
      notices.warning(
          "vrf_ospf_passive",
          lab.place(port),
          "`" + port.name() + "` of `" + node.id() + "` is not passive for OSPF",
          "Cumulus Linux has no passive interfaces in VRFs");
      lab.replace(Ospf.INTERFACE, port.id(), ospf.withPassive(false));
    }
  }

  /** All loopbacks are one interface there, with one set of OSPF parameters. */
  private static void secondLoopback(
      Node node, Interface port, OspfInterface ospf, LabEdit lab, Notices notices) {
    Optional<OspfInterface> main = node.loopback().flatMap(l -> lab.find(Ospf.INTERFACE, l.id()));
    if (main.isEmpty() || !main.get().withPassive(true).equals(ospf.withPassive(true))) {
      notices.error(
          "secondary_loopback_ospf",
          lab.place(port),
          "`" + port.name() + "` of `" + node.id() + "` needs the OSPF parameters of its loopback",
          "give both the same area and cost");
      return;
    }
    notices.warning(
        "loopback_merge_ospf",
        lab.place(port),
        "OSPF on `" + port.name() + "` of `" + node.id() + "` is that of its loopback",
        "Cumulus Linux has one loopback with several addresses");
    lab.remove(Ospf.INTERFACE, port.id());
    if (!ospf.passive()) {
      node.loopback()
          .ifPresent(l -> lab.replace(Ospf.INTERFACE, l.id(), main.get().withPassive(false)));
    }
  }
}
