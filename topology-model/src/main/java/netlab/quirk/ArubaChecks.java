package netlab.quirk;

import netlab.lab.Node;
import netlab.lab.VrfId;
import netlab.protocol.ospf.Ospf;
import netlab.protocol.ospf.OspfNode;
import netlab.protocol.vrf.Vrf;
import netlab.schema.Value;

/** AOS-CX: simulated switches have no MPLS; OSPF processes have numbers, 1 to 63. */
final class ArubaChecks implements Quirk {
  private static final int FIRST_IN_VRF = 2;
  private static final int LAST = 63;

  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    if (node.modules().contains("mpls")) {
      notices.error(
          node.span(),
          "`" + node.id() + "` cannot run MPLS: simulated AOS-CX switches have none",
          "choose another device");
    }
    lab.find(Ospf.NODE, node.id())
        .ifPresent(ospf -> lab.replace(Ospf.NODE, node.id(), plainDefault(node, ospf, notices)));
    if (node.modules().contains("ospf")) {
      processes(node, lab, notices);
    }
  }

  private static void processes(Node node, LabEdit lab, Notices notices) {
    int number = FIRST_IN_VRF;
    for (VrfId vrf : lab.vrfs(node)) {
      if (number > LAST) {
        notices.error(
            node.span(),
            "`" + node.id() + "` has more than " + (LAST - 1) + " VRFs, too many for OSPF",
            "AOS-CX has " + LAST + " OSPF processes");
        return;
      }
      long own = number++;
      lab.find(Vrf.VRF, vrf)
          .ifPresent(data -> lab.replace(Vrf.VRF, vrf, data.with("ospfidx", Value.of(own))));
      lab.find(Ospf.VRF, vrf)
          .ifPresent(ospf -> lab.replace(Ospf.VRF, vrf, plainDefault(node, ospf, notices)));
    }
  }

  /** The process with a default route of no type of its own. */
  private static OspfNode plainDefault(Node node, OspfNode ospf, Notices notices) {
    Value.Fields wish = ospf.extra().fieldsAt("default");
    if (wish.at("type").isEmpty()) {
      return ospf;
    }
    notices.warning(
        "ospf_default_type",
        wish.keySpan("type"),
        "`" + node.id() + "` announces its default route into OSPF with the usual type",
        "AOS-CX cannot change it");
    return ospf.with("default", wish.without("type"));
  }
}
