package netlab.quirk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.lab.Interface;
import netlab.lab.InterfaceIp;
import netlab.lab.Node;
import netlab.lab.VrfId;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Prefix;
import netlab.protocol.bgp.Bgp;
import netlab.protocol.bgp.PrefixPair;
import netlab.protocol.evpn.Evpn;
import netlab.protocol.mpls.Mpls;
import netlab.protocol.vrf.Vrf;
import netlab.protocol.vxlan.Vxlan;

/** The system interface of SR OS has host addresses only; unnumbered interfaces have no IPv6. */
final class SrosLoopbacks implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    node.loopback().ifPresent(loopback -> host(node, loopback, lab, notices));
    for (Interface port : node.interfaces()) {
      if (port.ipv4().orElse(null) instanceof InterfaceIp.Unnumbered && port.ipv6().isPresent()) {
        notices.error(
            lab.place(port),
            "`" + port.name() + "` of `" + node.id() + "` cannot have IPv6 without an IPv4 address",
            "give it an IPv4 prefix");
      }
    }
    leaks(node, lab, notices);
    Optional<String> address =
        node.loopback().flatMap(l -> l.address(Family.IPV4)).map(a -> a.address().toString());
    lab.find(Vxlan.NODE, node.id())
        .filter(vxlan -> !address.equals(Optional.of(vxlan.vtep().toString())))
        .ifPresent(vxlan ->
            notices.error(
                "vxlan_vtep",
                node.span(),
                "the VXLAN end point of `" + node.id() + "` must be its loopback",
                "SR OS uses the system interface"));
  }

  private static void leaks(Node node, LabEdit lab, Notices notices) {
    boolean vpn = lab.find(Mpls.NODE, node.id()).filter(m -> m.vpn().isPresent()).isPresent();
    for (VrfId vrf : lab.vrfs(node)) {
      boolean leaking = lab.find(Vrf.VRF, vrf).filter(data -> data.leaks()).isPresent();
      if (!vpn && leaking && lab.find(Evpn.VRF, vrf).isEmpty()) {
        notices.error(
            node.span(),
            "VRF `" + vrf.name() + "` of `" + node.id() + "` cannot take routes of other VRFs",
            "SR OS leaks routes with MPLS/VPN or EVPN only");
      }
    }
  }

  private static void host(Node node, Interface loopback, LabEdit lab, Notices notices) {
    Optional<InterfaceAddress> ipv6 = loopback.address(Family.IPV6);
    if (ipv6.isEmpty() || ipv6.get().prefix().length() == Family.IPV6.bits()) {
      return;
    }
    InterfaceAddress host = ipv6.get().address().with(Family.IPV6.bits());
    notices.warning(
        "loopback_ipv6",
        node.span(),
        "the IPv6 address of the loopback of `" + node.id() + "` is " + host,
        "the system interface of SR OS takes host addresses only");
    lab.node(node.withLoopback(loopback.withIpv6(new InterfaceIp.Numbered(host))));
    lab.find(Bgp.NODE, node.id())
        .ifPresent(bgp ->
            lab.replace(
                Bgp.NODE,
                node.id(),
                bgp.advertising(
                    changed(bgp.advertise().orElse(List.of()), ipv6.get(), host.prefix()))));
  }

  private static List<PrefixPair> changed(
      List<PrefixPair> networks, InterfaceAddress before, Prefix now) {
    var all = new ArrayList<PrefixPair>();
    for (PrefixPair pair : networks) {
      boolean is = pair.ipv6().equals(Optional.of(before.prefix()));
      all.add(is ? new PrefixPair(pair.ipv4(), Optional.of(now)) : pair);
    }
    return all;
  }
}
