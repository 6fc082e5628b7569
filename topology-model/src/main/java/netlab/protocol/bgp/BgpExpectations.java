package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import netlab.diag.Span;
import netlab.expect.Expectation;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Link;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.lab.VrfId;
import netlab.net.Family;

/** One expectation for each side of each session and address family it is set up over. */
final class BgpExpectations {
  private static final SequencedMap<Object, Object> NOTHING =
      Collections.unmodifiableSequencedMap(new LinkedHashMap<>());

  private BgpExpectations() {}

  static List<Expectation> of(Lab lab) {
    var all = new ArrayList<Expectation>();
    var capabilities = new Capabilities(lab);
    Map<NodeId, List<VrfId>> vrfs = new HashMap<>();
    for (Object key : lab.columns().getOrDefault(Bgp.VRF, NOTHING).keySet()) {
      var vrf = (VrfId) key;
      vrfs.computeIfAbsent(vrf.node(), n -> new ArrayList<>()).add(vrf);
    }
    for (Node node : lab.nodes().values()) {
      Optional<BgpNode> bgp = lab.find(Bgp.NODE, node.id());
      if (bgp.isEmpty()) {
        continue;
      }
      for (BgpNeighbor neighbor : bgp.get().neighbors()) {
        look(lab, node, bgp.get(), neighbor, Optional.empty(), capabilities, all);
      }
      for (VrfId vrf : vrfs.getOrDefault(node.id(), List.of())) {
        for (BgpNeighbor neighbor : lab.find(Bgp.VRF, vrf).orElseThrow().neighbors()) {
          look(lab, node, bgp.get(), neighbor, Optional.of(vrf.name()), capabilities, all);
        }
      }
    }
    return all;
  }

  private static void look(
      Lab lab,
      Node node,
      BgpNode bgp,
      BgpNeighbor neighbor,
      Optional<String> vrf,
      Capabilities capabilities,
      List<Expectation> all) {
    if (!comesUp(lab, node, neighbor)) {
      return;
    }
    if (neighbor.localIf().isPresent()) {
      String port = neighbor.localIf().get();
      String here = node.id() + " " + port;
      var agreed = capabilities.of(node.id(), neighbor, Optional.empty());
      String there = neighbor.name().name();
      all.add(expectation(lab, node, bgp, neighbor, vrf, port, here, there, agreed));
    }
    for (Family family : Family.values()) {
      neighbor
          .ip(family)
          .filter(ip -> !Boolean.TRUE.equals(ip))
          .filter(ip -> hasWay(lab, node, neighbor, family))
          .map(Object::toString)
          .ifPresent(peer -> {
            String here = own(node, neighbor, family);
            var agreed = capabilities.of(node.id(), neighbor, Optional.of(family));
            all.add(expectation(lab, node, bgp, neighbor, vrf, peer, here, peer, agreed));
          });
    }
  }

  /** False for a session over a link that is shut, and for one that neither end opens. */
  static boolean comesUp(Lab lab, Node node, BgpNeighbor neighbor) {
    return !bothWait(lab, node, neighbor)
        && port(node, neighbor).filter(port -> isCut(lab, port, neighbor.name())).isEmpty();
  }

  /**
   * False for a session between loopbacks when no link of one end carries the family, as in a
   * network of IPv6 whose loopbacks have IPv4 addresses, too. Sessions without addresses may carry
   * routes of either family (RFC 8950).
   */
  private static boolean hasWay(Lab lab, Node node, BgpNeighbor neighbor, Family family) {
    return port(node, neighbor).isPresent()
        || Stream.of(node.id(), neighbor.name()).allMatch(end -> carries(lab, end, family));
  }

  private static boolean carries(Lab lab, NodeId end, Family family) {
    boolean linked =
        lab.node(end).interfaces().stream()
            .anyMatch(port -> !port.type().equals("loopback") && port.ip(family).isPresent());
    return linked
        || lab.find(Bgp.NODE, end).stream()
            .flatMap(bgp -> bgp.neighbors().stream())
            .anyMatch(other -> other.localIf().isPresent());
  }

  private static Expectation expectation(
      Lab lab,
      Node node,
      BgpNode bgp,
      BgpNeighbor neighbor,
      Optional<String> vrf,
      String key,
      String here,
      String there,
      SequencedMap<String, List<String>> agreed) {
    var keys = new LinkedHashMap<String, String>();
    keys.put("peer", key);
    vrf.ifPresent(v -> keys.put("vrf", v));
    var expected = new LinkedHashMap<String, List<String>>();
    expected.put("state", List.of("Established"));
    expected.put("remote_as", List.of(neighbor.as().toString()));
    expected.putAll(agreed);
    String as = neighbor.localAs().orElse(bgp.as()).toString();
    return new Expectation(
        "bgp",
        "bgp.sessions",
        node.id(),
        neighbor.name(),
        keys,
        expected,
        here + " AS" + as + " <-> " + there + " AS" + neighbor.as(),
        cause(lab, node, neighbor));
  }

  /** True when both ends are passive, so that neither ever opens the session (RFC 4271, 8.1.1). */
  private static boolean bothWait(Lab lab, Node node, BgpNeighbor neighbor) {
    return isPassive(neighbor)
        && lab.find(Bgp.NODE, neighbor.name())
            .filter(peer ->
                peer.neighbors().stream()
                    .filter(back -> isSameSession(node, neighbor, back))
                    .anyMatch(BgpExpectations::isPassive))
            .isPresent();
  }

  private static boolean isPassive(BgpNeighbor neighbor) {
    return neighbor.extra().boolAt("passive").orElse(false);
  }

  /** True when another node's neighbor is the other end of a session of this one. */
  private static boolean isSameSession(Node node, BgpNeighbor neighbor, BgpNeighbor back) {
    return back.name().equals(node.id())
        && Arrays.stream(Family.values())
            .anyMatch(family ->
                back.ip(family)
                    .map(Object::toString)
                    .filter(own(node, neighbor, family)::equals)
                    .isPresent());
  }

  /** The address from which a node speaks to a neighbor; its name when that has none. */
  private static String own(Node node, BgpNeighbor neighbor, Family family) {
    return port(node, neighbor)
        .or(node::loopback)
        .flatMap(port -> port.address(family))
        .map(address -> address.address().toString())
        .orElse(node.id().name());
  }

  /** The interface of a session over one link. */
  private static Optional<Interface> port(Node node, BgpNeighbor neighbor) {
    return neighbor
        .ifindex()
        .flatMap(index ->
            node.interfaces().stream().filter(port -> port.id().shown() == index).findFirst());
  }

  /** True when the interface, or that of the neighbor on the same link, is shut down. */
  private static boolean isCut(Lab lab, Interface port, NodeId peer) {
    return port.isShutDown()
        || port.neighbors().stream()
            .filter(other -> other.id().node().equals(peer))
            .flatMap(other -> lab.node(peer).find(other.id()).stream())
            .anyMatch(Interface::isShutDown);
  }

  /** A session over a link follows from the link, any other from its node. */
  private static Span cause(Lab lab, Node node, BgpNeighbor neighbor) {
    return port(node, neighbor)
        .flatMap(Interface::link)
        .flatMap(lab::link)
        .map(Link::span)
        .filter(Span::known)
        .orElse(node.span());
  }
}
