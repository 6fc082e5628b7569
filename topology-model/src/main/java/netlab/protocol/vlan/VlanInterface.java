package netlab.protocol.vlan;

import java.util.List;
import java.util.Optional;
import netlab.schema.Value;

/**
 * VLANs on an interface.
 *
 * @param access name of the VLAN of an access port
 * @param accessId identifier of the VLAN of frames without tag; on a subinterface, that of its tag
 * @param native_ name of the VLAN without tag on a trunk
 * @param trunk names of the VLANs on a trunk with their settings there
 * @param trunkId identifiers of the VLANs switched on the port, ascending
 * @param name the VLAN of an interface with addresses
 * @param routedLink every end of the VLAN on this trunk routes it
 */
public record VlanInterface(
    Optional<String> access,
    Optional<Integer> accessId,
    Optional<String> native_,
    Optional<Value.Fields> trunk,
    Optional<List<Integer>> trunkId,
    Optional<Mode> mode,
    Optional<String> name,
    Optional<Boolean> routedLink) {

  /** A port of one VLAN. */
  static VlanInterface access(String vlan, int id) {
    return new VlanInterface(
        Optional.of(vlan),
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** An interface that only routes what arrives without tag. */
  static VlanInterface only(Mode mode) {
    return new VlanInterface(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(mode),
        Optional.empty(),
        Optional.empty());
  }

  /** The interface of a VLAN. */
  static VlanInterface svi(String vlan, Mode mode) {
    return new VlanInterface(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(mode),
        Optional.of(vlan),
        Optional.empty());
  }

  /** A subinterface that routes. */
  static VlanInterface routed(String vlan, int id, boolean routedLink) {
    return new VlanInterface(
        Optional.empty(),
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Mode.ROUTE),
        Optional.of(vlan),
        routedLink ? Optional.of(true) : Optional.empty());
  }

  /** The same with a VLAN for frames without tag. */
  public VlanInterface withNative(String vlan, int id) {
    return new VlanInterface(
        access, Optional.of(id), Optional.of(vlan), trunk, trunkId, mode, name, routedLink);
  }

  /** A trunk. */
  static VlanInterface trunk(
      Value.Fields trunk, List<Integer> ids, Optional<String> native_, Optional<Integer> untagged) {
    return new VlanInterface(
        Optional.empty(),
        untagged,
        native_,
        Optional.of(trunk),
        Optional.of(ids),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
