package netlab.protocol.vlan;

import java.util.List;
import java.util.Optional;
import netlab.lab.Neighbor;
import netlab.schema.Value;

/**
 * A VLAN of the lab or of a node.
 *
 * @param id the VLAN identifier, 1 to 4094
 * @param mode how packets are treated; for a VLAN of the lab only when it says so itself
 * @param prefix the prefixes of its members
 * @param bridgeGroup its number among the VLANs of a node
 * @param neighbors everybody in the VLAN
 * @param hostCount how many of them are hosts
 * @param extra further settings
 */
public record VlanData(
    Optional<Integer> id,
    Optional<Mode> mode,
    Optional<Value.Fields> prefix,
    Optional<Integer> bridgeGroup,
    Optional<List<Neighbor>> neighbors,
    Optional<Integer> hostCount,
    Value.Fields extra) {
  /** A VLAN that every node makes for itself. */
  static final VlanData NONE =
      new VlanData(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Value.Fields.NONE);
}
