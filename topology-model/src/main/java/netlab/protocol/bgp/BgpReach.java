package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.expect.Reach;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.net.Asn;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.protocol.igp.Components;

/**
 * The loopbacks that external neighbors announce themselves. Farther ones depend on the choices of
 * the routers between, and are expected only where nobody has a choice: among autonomous systems of
 * one router each, connected by sessions that exchange everything. There whoever lacks a route gets
 * one from any neighbor that has it: a path is refused by routers that are on it only (RFC 4271,
 * section 9.1.2), and those have one.
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

  /** False for a speaker that tells none of its neighbors what it hears from the others. */
  static final String TRANSIT = "_transit";

  private BgpReach() {}

  static List<Reach> of(Lab lab) {
    var all = new ArrayList<Reach>();
    var capabilities = new Capabilities(lab);
    for (Family family : Family.values()) {
      Set<NodeId> free = new HashSet<>();
      for (Set<NodeId> component : components(lab).all()) {
        if (isFree(lab, component, capabilities, family)) {
          free.addAll(component);
          all.addAll(
              Components.reach(
                  lab, "bgp", family, component, node -> announced(lab, node.id(), family)));
        }
      }
      for (Node node : lab.nodes().values()) {
        if (!free.contains(node.id()) && !Components.isForeign(lab, node.id())) {
          ofNeighbors(lab, node, capabilities, family).ifPresent(all::add);
        }
      }
    }
    return all;
  }

  /** The routers that any session connects, whatever it carries. */
  private static Components components(Lab lab) {
    var components = new Components();
    for (NodeId id : lab.nodes().keySet()) {
      lab.find(Bgp.NODE, id)
          .ifPresent(bgp -> {
            components.add(id);
            bgp.neighbors().forEach(neighbor -> components.join(id, neighbor.name()));
          });
    }
    return components;
  }

  /** True when nothing keeps a route of a family from any router of a component. */
  private static boolean isFree(
      Lab lab, Set<NodeId> component, Capabilities capabilities, Family family) {
    Set<Asn> systems = new HashSet<>();
    for (NodeId id : component) {
      Optional<BgpNode> bgp = lab.find(Bgp.NODE, id);
      if (bgp.isEmpty()
          || !systems.add(bgp.get().as())
          || summarizes(bgp.get())
          || bgp.get().extra().boolAt(TRANSIT).filter(goesOn -> !goesOn).isPresent()
          || Components.isForeign(lab, id)
          || !bgp.get().neighbors().stream()
              .allMatch(neighbor -> isPlain(lab, lab.node(id), neighbor, capabilities, family))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(
      Lab lab, Node node, BgpNeighbor neighbor, Capabilities capabilities, Family family) {
    return BgpExpectations.comesUp(lab, node, neighbor)
        && capabilities.plainlyExchange(node.id(), neighbor, family, HARMLESS);
  }

  private static Optional<Reach> ofNeighbors(
      Lab lab, Node node, Capabilities capabilities, Family family) {
    var to = new LinkedHashMap<NodeId, InterfaceAddress>();
    lab.find(Bgp.NODE, node.id()).map(BgpNode::neighbors).orElse(List.of()).stream()
        .filter(neighbor -> isPlain(lab, node, neighbor, capabilities, family))
        .map(BgpNeighbor::name)
        .forEach(name -> announced(lab, name, family).ifPresent(address -> to.put(name, address)));
    return to.isEmpty()
        ? Optional.empty()
        : Optional.of(new Reach("bgp", family, List.of(node.id()), to));
  }

  private static boolean summarizes(BgpNode bgp) {
    return bgp.extra().at("aggregate").isPresent();
  }

  /** The address of a node's loopback, when BGP announces its network. */
  private static Optional<InterfaceAddress> announced(Lab lab, NodeId id, Family family) {
    List<PrefixPair> networks =
        lab.find(Bgp.NODE, id).flatMap(BgpNode::advertise).orElse(List.of());
    return lab.find(Bgp.NODE, id).filter(BgpReach::summarizes).isPresent()
            || Components.isForeign(lab, id)
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
