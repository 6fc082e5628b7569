package netlab.quirk;

import java.util.Optional;
import netlab.lab.Node;
import netlab.protocol.vlan.Vlan;
import netlab.protocol.vlan.VlanTable;

/**
 * VLAN identifiers that a switch keeps for itself.
 *
 * @param first the first of them
 * @param last the last of them
 */
record ReservedVlans(String flag, int first, int last) implements Quirk {
  /** FDDI and Token Ring VLANs. */
  static final ReservedVlans IOS = new ReservedVlans("vlan.reserved", 1002, 1005);

  static final ReservedVlans NXOS = new ReservedVlans("vlan.range", 3967, 4094);

  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    Optional<VlanTable> table = lab.find(Vlan.NODE_VLANS, node.id());
    table.ifPresent(t ->
        t.vlans()
            .forEach((name, vlan) -> {
              int id = vlan.id().orElse(0);
              if (id >= first && id <= last) {
                notices.error(
                    flag,
                    vlan.extra().span(),
                    "VLAN `" + name + "` on `" + node.id() + "` has the reserved number " + id,
                    "device `" + node.device() + "` keeps " + first + " to " + last);
              }
            }));
  }
}
