package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.expect.Reach;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.protocol.igp.Components;

/**
 * The loopbacks that external neighbors announce themselves. Farther ones depend on the choices of
 * the routers between, and are not expected.
 */
final class BgpReach {
  /** Settings of a session that keep no route away. */
  private static final Set<String> HARMLESS =
      Set.of(
          "_source_intf",
          "bfd",
          "description",
          "evpn",
          "gr",
          "gtsm",
          "passive",
          "password",
          "timers",
          "vpnv4",
          "vpnv6");

  private BgpReach() {}

  static List<Reach> of(Lab lab) {
    var all = new ArrayList<Reach>();
    var capabilities = new Capabilities(lab);
    for (Node node : lab.nodes().values()) {
      Optional<BgpNode> bgp = lab.find(Bgp.NODE, node.id());
      if (bgp.isEmpty() || Components.isForeign(lab, node.id())) {
        continue;
      }
      for (Family family : Family.values()) {
        var to = new LinkedHashMap<NodeId, InterfaceAddress>();
        for (BgpNeighbor neighbor : bgp.get().neighbors()) {
          if (BgpExpectations.comesUp(lab, node, neighbor)
              && capabilities.plainlyExchange(node.id(), neighbor, family, HARMLESS)) {
            announced(lab, neighbor.name(), family)
                .ifPresent(address -> to.put(neighbor.name(), address));
          }
        }
        if (!to.isEmpty()) {
          all.add(new Reach("bgp", family, List.of(node.id()), to));
        }
      }
    }
    return all;
  }

  /** The address of a node's loopback, when BGP announces its network. */
  private static Optional<InterfaceAddress> announced(Lab lab, NodeId id, Family family) {
    List<PrefixPair> networks =
        lab.find(Bgp.NODE, id).flatMap(BgpNode::advertise).orElse(List.of());
    boolean summarizes =
        lab.find(Bgp.NODE, id).filter(b -> b.extra().at("aggregate").isPresent()).isPresent();
    return summarizes || Components.isForeign(lab, id)
        ? Optional.empty()
        : lab.node(id)
            .loopback()
            .filter(lo -> lo.vrf().isEmpty())
            .flatMap(lo -> lo.address(family))
            .filter(address ->
                networks.stream()
                    .flatMap(n -> (family == Family.IPV4 ? n.ipv4() : n.ipv6()).stream())
                    .anyMatch(address.prefix()::equals));
  }
}
