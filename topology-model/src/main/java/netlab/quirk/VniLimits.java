package netlab.quirk;

import java.util.Optional;
import netlab.lab.Node;
import netlab.protocol.vlan.Vlan;
import netlab.protocol.vlan.VlanTable;

/**
 * VXLAN network identifiers that a device can use.
 *
 * @param first the first of them
 * @param last the last of them
 */
record VniLimits(String flag, int first, int last) implements Quirk {
  static final VniLimits IOS = new VniLimits("vxlan.vni", 4096, 16_777_215);
  static final VniLimits ARUBA = new VniLimits("vxlan_vni", 1, 65_535);

  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    Optional<VlanTable> table = lab.find(Vlan.NODE_VLANS, node.id());
    if (table.isEmpty() || !node.modules().contains("vxlan")) {
      return;
    }
    table
        .get()
        .vlans()
        .forEach((name, vlan) -> {
          int vni = vlan.extra().intAt("vni").orElse(first);
          if (vni < first || vni > last) {
            notices.error(
                flag,
                vlan.extra().at("vni").orElse(vlan.extra()).span(),
                "VLAN `" + name + "` on `" + node.id() + "` cannot have VXLAN identifier " + vni,
                "device `" + node.device() + "` takes " + first + " to " + last);
          }
        });
  }
}
