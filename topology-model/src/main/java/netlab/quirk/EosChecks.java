package netlab.quirk;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import netlab.lab.Interface;
import netlab.lab.Node;
import netlab.protocol.evpn.Evpn;
import netlab.protocol.gateway.Gateway;
import netlab.protocol.vlan.Mode;
import netlab.protocol.vlan.Vlan;
import netlab.protocol.vlan.VlanTable;

/** Bundles of VLANs in EVPN over MPLS are bridged only; anycast gateways are on VLANs only. */
final class EosChecks implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    if (lab.find(Evpn.NODE, node.id()).filter(e -> e.transport().equals("mpls")).isPresent()) {
      bundles(node, lab, notices);
    }
    if (lab.provider(node).filter("clab"::equals).isPresent()) {
      anycast(node, lab, notices);
    }
  }

  private static void bundles(Node node, LabEdit lab, Notices notices) {
    Set<String> bundled = new HashSet<>();
    Optional<VlanTable> table = lab.find(Vlan.NODE_VLANS, node.id());
    table.ifPresent(t ->
        t.vlans()
            .forEach((name, vlan) -> {
              if (vlan.extra().at("evpn.bundle").isEmpty()) {
                return;
              }
              bundled.add(name);
              if (vlan.mode().filter(m -> m == Mode.BRIDGE).isEmpty()) {
                notices.error(
                    vlan.extra().span(),
                    "VLAN `" + name + "` of a bundle on `" + node.id() + "` must be bridged",
                    "with EVPN over MPLS, EOS has no routed VLANs in bundles: `mode: bridge`");
              }
            }));
    lab.interfaces(
        node,
        node.interfaces().stream()
            .filter(port -> !port.type().equals("svi") || !bundled.contains(vlan(port, lab)))
            .toList());
  }

  private static String vlan(Interface port, LabEdit lab) {
    return lab.find(Vlan.INTERFACE, port.id()).flatMap(v -> v.name()).orElse("");
  }

  private static void anycast(Node node, LabEdit lab, Notices notices) {
    for (Interface port : node.interfaces()) {
      boolean anycast =
          lab.find(Gateway.INTERFACE, port.id())
              .flatMap(g -> g.protocol())
              .filter("anycast"::equals)
              .isPresent();
      if (anycast && lab.find(Vlan.INTERFACE, port.id()).isEmpty()) {
        notices.error(
            lab.place(port),
            "`" + node.id() + "` cannot have an anycast gateway on `" + port.name() + "`",
            "containers of EOS have them on VLAN interfaces only");
        return;
      }
    }
  }
}
