package netlab.quirk;

import java.util.Optional;
import netlab.lab.Interface;
import netlab.lab.Node;
import netlab.protocol.vlan.Vlan;
import netlab.protocol.vlan.VlanInterface;

/**
 * VLAN 1 has no tag on a trunk of these switches unless another VLAN is the native one.
 *
 * @param id a VLAN that nobody uses
 * @param name its name
 */
record SpareNative(int id, String name) implements Quirk {
  static final SpareNative IOS = new SpareNative(1002, "fddi");
  static final SpareNative NXOS = new SpareNative(3967, "fake");

  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    for (Interface port : node.interfaces()) {
      Optional<VlanInterface> vlans = lab.find(Vlan.INTERFACE, port.id());
      boolean tagged = vlans.flatMap(VlanInterface::trunkId).filter(t -> t.contains(1)).isPresent();
      if (tagged && vlans.flatMap(VlanInterface::accessId).isEmpty()) {
        notices.warning(
            "vlan.tagged_1",
            lab.place(port),
            "VLAN 1 has a tag on `" + port.name() + "` of `" + node.id() + "`",
            "VLAN " + id + " becomes the native one, so that it can have one");
        lab.replace(Vlan.INTERFACE, port.id(), vlans.get().withNative(name, id));
      }
    }
  }
}
