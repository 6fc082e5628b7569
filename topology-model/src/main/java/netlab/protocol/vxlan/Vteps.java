package netlab.protocol.vxlan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.protocol.vlan.Vlan;
import netlab.schema.Value;

/** Finds the tunnel end point of each node, and where it floods to. */
final class Vteps {
  private static final String[] READ = {"domain", "flooding", "vlans", "l3vnis"};

  /**
   * A node that VXLAN runs on.
   *
   * @param vnis its VLANs with their identifiers
   * @param l3vnis its VRFs with an own VXLAN
   */
  private record EndPoint(
      NodeDraft node,
      Map<String, Long> vnis,
      List<String> l3vnis,
      InterfaceDraft port,
      Ip address,
      String flooding) {
    String domain() {
      return node.attributes().textAt("vxlan.domain").orElse("global");
    }
  }

  private final Draft draft;
  private final Diagnostics diagnostics;

  private Vteps(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new Vteps(draft, diagnostics);
    var points = new ArrayList<EndPoint>();
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("vxlan")) {
        pass.point(node).ifPresent(points::add);
      }
    }
    Map<Long, List<EndPoint>> byVni = new LinkedHashMap<>();
    for (EndPoint point : points) {
      point
          .vnis()
          .values()
          .forEach(vni -> byVni.computeIfAbsent(vni, v -> new ArrayList<>()).add(point));
    }
    points.forEach(point -> pass.put(point, byVni));
  }

  private Optional<EndPoint> point(NodeDraft node) {
    if (node.interfaces().isEmpty()) {
      diagnostics.error(
          Code.VTEP,
          node.span(),
          "node `" + node + "` runs vxlan, but is on no link that could carry its tunnels",
          "connect it, or take `vxlan` out of its modules");
      return Optional.empty();
    }
    var vnis = new LinkedHashMap<String, Long>();
    for (String name : node.attributes().fieldsAt("vlans").fields().keySet()) {
      Vlan.onNode(draft, node, name).longAt("vni").ifPresent(vni -> vnis.put(name, vni));
    }
    var l3vnis = new ArrayList<String>();
    Value.Fields vrfs = node.attributes().fieldsAt("vrfs");
    for (String name : node.runs("vrf") ? vrfs.fields().keySet() : List.<String>of()) {
      if (vrfs.at(name + ".evpn.transit_vni").isPresent()) {
        l3vnis.add(name);
      }
    }
    if (vnis.isEmpty() && l3vnis.isEmpty()) {
      leave(node);
      return Optional.empty();
    }
    String flooding =
        node.attributes().textAt("vxlan.flooding").orElse(node.runs("evpn") ? "evpn" : "static");
    checkFlooding(node, flooding);
    return source(node)
        .flatMap(port ->
            address(node, port).map(ip -> new EndPoint(node, vnis, l3vnis, port, ip, flooding)));
  }

  private void leave(NodeDraft node) {
    node.leaveModule("vxlan");
    draft.warn(
        diagnostics,
        "vxlan.warnings.inactive",
        Code.PROTOCOL_UNUSED,
        node.span(),
        "node `" + node + "` runs vxlan, but none of its VLANs or VRFs has a VNI",
        "take `vxlan` out of its modules");
  }

  private void checkFlooding(NodeDraft node, String flooding) {
    if (flooding.equals("evpn") && !node.runs("evpn")) {
      diagnostics.error(
          Code.MODULE_REQUIRES,
          node.attributes().at("vxlan.flooding").map(Value::span).orElse(node.span()),
          "node `" + node + "` floods to those that EVPN tells of, but does not run evpn",
          "add `evpn` to its modules, or set `vxlan.flooding: static`");
    }
  }

  /** The first loopback that says so, or else the main one. */
  private Optional<InterfaceDraft> source(NodeDraft node) {
    for (InterfaceDraft port : node.interfaces()) {
      if (port.isLoopback() && port.attributes().is("vxlan.vtep", true)) {
        return Optional.of(port);
      }
    }
    if (node.loopback().isEmpty()) {
      diagnostics.error(
          Code.VTEP, node.span(), "node `" + node + "` has no loopback to end VXLAN tunnels on");
    }
    return node.loopback();
  }

  private Family transport() {
    boolean ipv6 = draft.globals().fieldsAt("vxlan").boolAt("use_v6_vtep").orElse(false);
    return ipv6 ? Family.IPV6 : Family.IPV4;
  }

  private Optional<Ip> address(NodeDraft node, InterfaceDraft port) {
    Family family = transport();
    Span at = port.link().map(l -> l.span()).orElse(node.span());
    if (family == Family.IPV6 && !node.device().can("vxlan.vtep6")) {
      Lack.report(
          node,
          draft.globals().keySpan("vxlan.use_v6_vtep"),
          "cannot run VXLAN over IPv6",
          other -> other.can("vxlan.vtep6"),
          diagnostics);
    }
    Optional<Ip> address = port.address(family).map(InterfaceAddress::address);
    if (address.isEmpty()) {
      diagnostics.error(
          Code.VTEP, at, "`" + port + "` has no " + family + " address to end VXLAN tunnels on");
    }
    return address;
  }

  private void put(EndPoint point, Map<Long, List<EndPoint>> byVni) {
    NodeDraft node = point.node();
    SequencedSet<String> all = new LinkedHashSet<>();
    boolean lists = point.flooding().equals("static");
    if (lists) {
      point
          .vnis()
          .forEach((name, vni) -> {
            SequencedSet<String> others = others(point, byVni.getOrDefault(vni, List.of()));
            all.addAll(others);
            if (!others.isEmpty()) {
              List<Value> items = others.stream().<Value>map(Value::of).toList();
              Vlan.refine(node, name, "vtep_list", new Value.Items(items, Span.NONE));
            }
          });
    }
    draft.put(
        Vxlan.NODE,
        node.id(),
        new VxlanNode(
            point.domain(),
            point.flooding(),
            list(point.vnis().keySet()),
            list(point.l3vnis()),
            point.address(),
            point.port().name(),
            transport(),
            lists ? Optional.of(List.copyOf(new TreeSet<>(all))) : Optional.empty(),
            node.attributes().fieldsAt("vxlan").without(READ)));
  }

  private static Optional<List<String>> list(Iterable<String> names) {
    var list = new ArrayList<String>();
    names.forEach(list::add);
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }

  private static SequencedSet<String> others(EndPoint own, List<EndPoint> members) {
    var others = new LinkedHashSet<String>();
    for (EndPoint other : members) {
      if (other.domain().equals(own.domain()) && !other.address().equals(own.address())) {
        others.add(other.address().toString());
      }
    }
    return others;
  }
}
