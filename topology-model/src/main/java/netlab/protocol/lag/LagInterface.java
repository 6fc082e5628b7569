package netlab.protocol.lag;

import java.util.Optional;
import netlab.schema.Value;

/**
 * Link aggregation on an interface: an aggregated one, one of its members, or a wire between the
 * two switches of a pair.
 *
 * @param ifindex the number of an aggregated interface
 * @param lacp {@code off}, {@code slow} or {@code fast}
 * @param lacpMode {@code active} or {@code passive}
 * @param lacpSystemId MAC address that stands for both switches of a pair
 * @param mlag the pair: {@code peergroup} and what the device needs to know about the peer
 * @param extra {@code _parentindex} of members, {@code _peerlink} of further wires to the peer,
 *     {@code _mlag} of an aggregated interface on both switches of a pair
 */
public record LagInterface(
    Optional<Integer> ifindex,
    Optional<String> lacp,
    Optional<String> lacpMode,
    Optional<String> lacpSystemId,
    Optional<Value.Fields> mlag,
    Value.Fields extra) {

  static LagInterface only(String key, Object data) {
    return new LagInterface(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Value.Fields.NONE.with(key, Value.of(data)));
  }
}
