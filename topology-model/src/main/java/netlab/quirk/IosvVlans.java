package netlab.quirk;

import java.util.Optional;
import netlab.lab.Interface;
import netlab.lab.Node;
import netlab.protocol.gateway.Gateway;
import netlab.protocol.vlan.Vlan;

/** Bridges of IOSv run no VRRP, and VLAN 1 cannot be on a subinterface. */
final class IosvVlans implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    boolean told = false;
    for (Interface port : node.interfaces()) {
      Optional<String> protocol = lab.find(Gateway.INTERFACE, port.id()).flatMap(g -> g.protocol());
      if (!told && port.type().equals("svi") && protocol.filter("vrrp"::equals).isPresent()) {
        told = true;
        notices.error(
            "vrrp_bvi",
            node.span(),
            "`" + node.id() + "` cannot run VRRP on bridge interface `" + port.name() + "`",
            "route the VLAN, or choose another device");
      }
      Optional<Integer> vlan = lab.find(Vlan.INTERFACE, port.id()).flatMap(v -> v.accessId());
      if (port.type().equals("vlan_member") && vlan.filter(id -> id == 1).isPresent()) {
        notices.error(
            "vlan.trunk_1",
            port.parent().flatMap(node::find).map(lab::place).orElse(node.span()),
            "`" + node.id() + "` cannot have VLAN 1 with a tag on `" + port.name() + "`",
            "give the VLAN another `id`");
      }
    }
  }
}
