package netlab.quirk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Neighbor;
import netlab.lab.Node;
import netlab.net.Family;
import netlab.protocol.gateway.Gateway;
import netlab.protocol.gateway.GatewayInterface;
import netlab.protocol.ospf.Ospf;
import netlab.protocol.ospf.OspfNode;
import netlab.protocol.vlan.Vlan;
import netlab.schema.Value;

/** VLANs extended by VXLAN are virtual networks on OS10, which can do less than VLANs. */
final class DellNetworks implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    areas(node, lab, notices);
    gateways(node, lab, notices);
    if (node.modules().contains("vxlan")) {
      networks(node, lab, notices);
    }
  }

  private static void areas(Node node, LabEdit lab, Notices notices) {
    var processes = new ArrayList<OspfNode>();
    lab.find(Ospf.NODE, node.id()).ifPresent(processes::add);
    lab.vrfs(node).forEach(vrf -> lab.find(Ospf.VRF, vrf).ifPresent(processes::add));
    for (OspfNode process : processes) {
      process.areas().stream()
          .filter(area -> area.kind().equals("nssa") && process.af().on(Family.IPV6))
          .forEach(area ->
              notices.error(
                  "ospfv3_nssa",
                  area.extra().span(),
                  "area " + area.area() + " of `" + node.id() + "` cannot be an NSSA for OSPFv3",
                  "OS10 has regular and stub areas only"));
    }
  }

  private static void gateways(Node node, LabEdit lab, Notices notices) {
    for (Interface port : node.interfaces()) {
      Optional<GatewayInterface> gateway = lab.find(Gateway.INTERFACE, port.id());
      if (!port.type().equals("svi")
          && gateway.filter(g -> g.extra().at("anycast").isPresent()).isPresent()) {
        notices.error(
            "non_svi_anycast",
            lab.place(port),
            "`" + node.id() + "` cannot have an anycast gateway on `" + port.name() + "`",
            "OS10 has them on VLAN interfaces only");
      }
    }
  }

  private static void networks(Node node, LabEdit lab, Notices notices) {
    Value.Fields ofLab =
        lab.find(Vlan.LAB, Column.Global.LAB).isPresent() ? vnis(lab) : Value.Fields.NONE;
    Map<IfId, String> names = new HashMap<>();
    List<Interface> ports = new ArrayList<>();
    for (Interface port : node.interfaces()) {
      String vlan = lab.find(Vlan.INTERFACE, port.id()).flatMap(v -> v.name()).orElse("");
      if (port.type().equals("svi") && ofLab.at(vlan).isPresent()) {
        check(node, port, lab, notices);
        String name = port.name().replaceFirst("^vlan", "virtual-network");
        names.put(port.id(), name);
        ports.add(port.renamed(name, port.attributes()));
      } else {
        ports.add(port);
      }
    }
    if (!names.isEmpty()) {
      lab.interfaces(node, ports);
      lab.nodes().forEach(other -> neighbors(other, names, lab));
    }
  }

  /** The identifiers of the extended VLANs of the lab, by name. */
  private static Value.Fields vnis(LabEdit lab) {
    Value.Fields vnis = Value.Fields.NONE;
    for (var vlan : lab.find(Vlan.LAB, Column.Global.LAB).orElseThrow().vlans().entrySet()) {
      Optional<Value> vni = vlan.getValue().extra().at("vni");
      vnis = vni.isPresent() ? vnis.with(vlan.getKey(), vni.get()) : vnis;
    }
    return vnis;
  }

  private static void check(Node node, Interface port, LabEdit lab, Notices notices) {
    if (lab.find(Ospf.INTERFACE, port.id()).isPresent()) {
      notices.error(
          "svi_ospf",
          node.span(),
          "`" + node.id() + "` cannot run OSPF on virtual network `" + port.name() + "`",
          "switch it off there: `ospf: false` on the VLAN of the node");
    }
    Optional<GatewayInterface> gateway = lab.find(Gateway.INTERFACE, port.id());
    if (gateway.filter(g -> g.extra().at("vrrp").isPresent()).isPresent()) {
      notices.error(
          "vrrp_on_virtual_networks",
          node.span(),
          "`" + node.id() + "` cannot run VRRP on virtual network `" + port.name() + "`",
          "use `gateway.protocol: anycast`");
    }
  }

  /** Tells the neighbors of interfaces their new names. */
  private static void neighbors(Node node, Map<IfId, String> names, LabEdit lab) {
    List<Interface> ports = new ArrayList<>();
    for (Interface port : node.interfaces()) {
      boolean any = port.neighbors().stream().anyMatch(n -> names.containsKey(n.id()));
      ports.add(
          any
              ? port.withNeighbors(port.neighbors().stream().map(n -> renamed(n, names)).toList())
              : port);
    }
    lab.interfaces(node, ports);
  }

  private static Neighbor renamed(Neighbor neighbor, Map<IfId, String> names) {
    return new Neighbor(
        neighbor.id(),
        names.getOrDefault(neighbor.id(), neighbor.name()),
        neighbor.ipv4(),
        neighbor.ipv6(),
        neighbor.attributes());
  }
}
