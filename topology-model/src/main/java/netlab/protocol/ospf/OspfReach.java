package netlab.protocol.ospf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.expect.Reach;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.net.Ip;
import netlab.protocol.igp.Components;

/**
 * The routes to loopbacks that OSPF brings: inside an area always, and between areas when each
 * hangs on one backbone and none is special (RFC 2328, section 3).
 */
final class OspfReach {
  private static final Ip BACKBONE = Ip.parse("0.0.0.0");

  private record Part(Ip area, Set<NodeId> nodes) {}

  private final Lab lab;
  private final Family family;

  private OspfReach(Lab lab, Family family) {
    this.lab = lab;
    this.family = family;
  }

  static List<Reach> of(Lab lab) {
    var all = new ArrayList<Reach>();
    for (Family family : Family.values()) {
      all.addAll(new OspfReach(lab, family).all());
    }
    return all;
  }

  private List<Reach> all() {
    var parts = new ArrayList<Part>();
    areas()
        .forEach((area, graph) -> graph.all().forEach(nodes -> parts.add(new Part(area, nodes))));
    List<Part> backbones = parts.stream().filter(p -> p.area.equals(BACKBONE)).toList();
    List<Part> joined = List.of();
    if (backbones.size() == 1 && areasAreRegular()) {
      Set<NodeId> core = backbones.getFirst().nodes;
      joined = parts.stream().filter(p -> p.nodes.stream().anyMatch(core::contains)).toList();
    }
    var reaches = new ArrayList<>(whole(joined));
    for (Part part : parts) {
      if (!joined.contains(part)) {
        reaches.addAll(whole(List.of(part)));
      }
    }
    return reaches;
  }

  private List<Reach> whole(List<Part> parts) {
    Set<NodeId> nodes = new LinkedHashSet<>();
    parts.forEach(part -> nodes.addAll(part.nodes));
    return Components.reach(
        lab,
        "ospf",
        family,
        nodes,
        node ->
            loopback(node)
                .filter(lo ->
                    parts.stream()
                        .anyMatch(p -> p.area.equals(area(lo)) && p.nodes.contains(node.id())))
                .flatMap(lo -> lo.address(family)));
  }

  private Map<Ip, Components> areas() {
    Map<Ip, Components> areas = new LinkedHashMap<>();
    for (Node node : lab.nodes().values()) {
      if (Components.isForeign(lab, node.id())) {
        continue;
      }
      loopback(node)
          .ifPresent(lo -> areas.computeIfAbsent(area(lo), a -> new Components()).add(node.id()));
      for (Interface port : node.interfaces()) {
        if (port.vrf().isEmpty()) {
          neighbors(port)
              .forEach(other ->
                  areas.computeIfAbsent(area(port), a -> new Components()).join(node.id(), other));
        }
      }
    }
    return areas;
  }

  private Set<NodeId> neighbors(Interface port) {
    Set<NodeId> nodes = new LinkedHashSet<>();
    for (Interface other : Adjacencies.neighbors(lab, port, family)) {
      NodeId node = other.id().node();
      // Behind a VRF of the neighbor there is another table, with routes by other rules.
      if (other.vrf().isEmpty() && !Components.isForeign(lab, node)) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /** The loopback of a node, when OSPF announces its address. */
  private Optional<Interface> loopback(Node node) {
    boolean runs = lab.find(Ospf.NODE, node.id()).filter(o -> o.runs(family)).isPresent();
    return node.loopback()
        .filter(lo -> runs && lo.vrf().isEmpty() && lo.address(family).isPresent())
        .filter(lo -> lab.find(Ospf.INTERFACE, lo.id()).isPresent());
  }

  private Ip area(Interface port) {
    return lab.find(Ospf.INTERFACE, port.id()).orElseThrow().area();
  }

  /** Stub areas have no external routes, ranges hide what is in them: neither is looked into. */
  private boolean areasAreRegular() {
    return lab.nodes().keySet().stream()
        .flatMap(id -> lab.find(Ospf.NODE, id).stream())
        .flatMap(ospf -> ospf.areas().stream())
        .allMatch(area -> area.kind().equals("regular") && area.extra().fields().size() <= 1);
  }
}
