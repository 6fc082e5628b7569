package netlab.quirk;

import netlab.lab.Node;
import netlab.lab.VrfId;
import netlab.protocol.ospf.Ospf;

/** OSPF of Cumulus Linux does not originate default routes in VRFs. */
final class CumulusDefaultRoutes implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    for (VrfId vrf : lab.vrfs(node)) {
      lab.find(Ospf.VRF, vrf)
          .flatMap(ospf -> ospf.extra().at("default"))
          .ifPresent(wish ->
              notices.error(
                  "ospf_default",
                  wish.span(),
                  "`"
                      + node.id()
                      + "` cannot originate a default route into OSPF in VRF `"
                      + vrf.name()
                      + "`",
                  "remove `ospf.default` there, or choose another device"));
    }
  }
}
