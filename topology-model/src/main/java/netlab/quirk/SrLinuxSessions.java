package netlab.quirk;

import java.util.ArrayList;
import java.util.List;
import netlab.lab.Interface;
import netlab.lab.Node;
import netlab.lab.VrfId;
import netlab.net.Family;
import netlab.protocol.bgp.Bgp;
import netlab.protocol.bgp.BgpNeighbor;

/**
 * SR Linux has no session to an address whose family is not in use, and takes no arrows and
 * brackets in descriptions.
 */
final class SrLinuxSessions implements Quirk {
  private static final List<String> OTHER_FAMILIES = List.of("evpn", "vpnv4", "vpnv6", "6pe");

  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    lab.find(Bgp.NODE, node.id())
        .ifPresent(bgp ->
            lab.replace(Bgp.NODE, node.id(), bgp.with(sessions(node, bgp.neighbors(), notices))));
    for (VrfId vrf : lab.vrfs(node)) {
      lab.find(Bgp.VRF, vrf)
          .ifPresent(
              bgp -> lab.replace(Bgp.VRF, vrf, bgp.with(sessions(node, bgp.neighbors(), notices))));
    }
    var described = new ArrayList<Interface>();
    for (Interface port : node.interfaces()) {
      String text = port.description().replace("->", "~").replace("[", "").replace("]", "");
      described.add(port.described(text));
    }
    lab.interfaces(node, described);
  }

  private static List<BgpNeighbor> sessions(
      Node node, List<BgpNeighbor> neighbors, Notices notices) {
    var kept = new ArrayList<BgpNeighbor>();
    for (BgpNeighbor neighbor : neighbors) {
      boolean fixed =
          neighbor.localIf().isPresent() || Boolean.TRUE.equals(neighbor.ipv4().orElse(null));
      boolean others = OTHER_FAMILIES.stream().anyMatch(f -> neighbor.extra().at(f).isPresent());
      BgpNeighbor changed = neighbor;
      for (Family family : Family.values()) {
        boolean idle = !neighbor.activate().getOrDefault(family, false);
        if (!fixed
            && idle
            && neighbor.ip(family).isPresent()
            && !(family == Family.IPV4 && others)) {
          changed = changed.withoutSession(family);
          notices.warning(
              "bgp_transport",
              node.span(),
              "`" + node.id() + "` has no " + family + " session to `" + neighbor.name() + "`",
              "SR Linux needs the family of the address active on it");
        }
      }
      kept.add(changed);
    }
    return kept;
  }
}
