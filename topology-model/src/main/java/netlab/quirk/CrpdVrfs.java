package netlab.quirk;

import netlab.lab.Node;
import netlab.lab.VrfId;
import netlab.net.Family;
import netlab.protocol.mpls.Mpls;
import netlab.protocol.mpls.MplsNode;
import netlab.protocol.vrf.Vrf;

/** What the kernel below cRPD does not forward between VRFs. */
final class CrpdVrfs implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    boolean vpnv6 =
        lab.find(Mpls.NODE, node.id())
            .flatMap(MplsNode::vpn)
            .filter(vpn -> vpn.types().containsKey(Family.IPV6))
            .isPresent();
    for (VrfId vrf : lab.vrfs(node)) {
      String what = "VRF `" + vrf.name() + "` of `" + node.id() + "` cannot ";
      var data = lab.find(Vrf.VRF, vrf);
      if (data.filter(v -> v.leaks()).isPresent()) {
        notices.error(
            "vrf_route_leak",
            node.span(),
            what + "take routes of other VRFs",
            "cRPD forwards nothing between VRFs");
      }
      if (vpnv6 && data.flatMap(v -> v.af()).filter(a -> a.containsKey(Family.IPV6)).isPresent()) {
        notices.error(
            "vpnv6_fwd",
            node.span(),
            what + "have IPv6 over MPLS",
            "cRPD forwards IPv4 only there");
      }
    }
  }
}
