package netlab.quirk;

import java.util.Optional;
import netlab.lab.Interface;
import netlab.lab.Node;
import netlab.protocol.vlan.Vlan;
import netlab.protocol.vlan.VlanInterface;

/** VLAN 1 is what arrives without a tag on these devices. */
final class TaggedVlanOne implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    for (Interface port : node.interfaces()) {
      Optional<VlanInterface> vlans = lab.find(Vlan.INTERFACE, port.id());
      boolean tagged = vlans.flatMap(VlanInterface::trunkId).filter(t -> t.contains(1)).isPresent();
      if (tagged && vlans.flatMap(VlanInterface::accessId).filter(id -> id == 1).isEmpty()) {
        notices.error(
            "tagged_vlan_1",
            lab.place(port),
            "`" + node.id() + "` cannot have VLAN 1 with a tag on `" + port.name() + "`",
            "make it the `vlan.native` of the trunk, or give it another `id`");
        return;
      }
    }
  }
}
