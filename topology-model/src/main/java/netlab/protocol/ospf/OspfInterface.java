package netlab.protocol.ospf;

import java.util.Optional;
import netlab.net.Ip;
import netlab.schema.Value;

/**
 * OSPF on an interface.
 *
 * @param networkType {@code point-to-point}, {@code broadcast}, ...; empty for what the device does
 *     by itself on such an interface
 * @param bfd true when BFD watches the neighbors
 * @param extra settings this package does not read
 */
public record OspfInterface(
    Ip area,
    Optional<Integer> cost,
    Optional<String> networkType,
    boolean passive,
    Optional<OspfTimers> timers,
    Optional<Integer> priority,
    Optional<Boolean> bfd,
    Value.Fields extra) {
  /** The same, passive or not. */
  public OspfInterface withPassive(boolean now) {
    return new OspfInterface(area, cost, networkType, now, timers, priority, bfd, extra);
  }

  /** The same with another kind of network. */
  public OspfInterface withNetworkType(String type) {
    return new OspfInterface(area, cost, Optional.of(type), passive, timers, priority, bfd, extra);
  }
}
