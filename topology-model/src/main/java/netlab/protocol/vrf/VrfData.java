package netlab.protocol.vrf;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.schema.Value;

/**
 * A VRF of a node.
 *
 * @param id its number in the lab, 1 or more
 * @param rd the route distinguisher (RFC 4364, section 4.2)
 * @param import_ route targets of routes it takes
 * @param export route targets of routes it gives
 * @param vrfidx its number on the node, 100 or more
 * @param af families in use on its interfaces
 * @param loopbackAddress addresses of its loopback
 * @param networks networks it has without a link: those of its loopback
 * @param extra further settings
 */
public record VrfData(
    int id,
    String rd,
    List<String> import_,
    List<String> export,
    int vrfidx,
    Optional<SequencedMap<Family, Boolean>> af,
    Optional<SequencedMap<Family, InterfaceAddress>> loopbackAddress,
    Optional<List<SequencedMap<Family, InterfaceAddress>>> networks,
    Value.Fields extra) {
  public VrfData {
    import_ = List.copyOf(import_);
    export = List.copyOf(export);
    af = af.map(m -> Collections.unmodifiableSequencedMap(new LinkedHashMap<>(m)));
    loopbackAddress =
        loopbackAddress.map(m -> Collections.unmodifiableSequencedMap(new LinkedHashMap<>(m)));
    networks = networks.map(List::copyOf);
  }

  /** True when it takes routes of others, or gives its own to others. */
  public boolean leaks() {
    return !import_.equals(List.of(rd)) || !export.equals(List.of(rd));
  }

  /** The same with the mark that templates look for. */
  VrfData leaking() {
    return with("_leaked_routes", Value.of(true));
  }

  /** The same with a further setting. */
  public VrfData with(String key, Value value) {
    return new VrfData(
        id, rd, import_, export, vrfidx, af, loopbackAddress, networks, extra.with(key, value));
  }
}
