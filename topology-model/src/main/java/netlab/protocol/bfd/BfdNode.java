package netlab.protocol.bfd;

import java.util.Optional;
import netlab.schema.Value;

/**
 * BFD on a node.
 *
 * @param minTx desired interval between packets sent, in milliseconds; empty for the device's own
 * @param minRx smallest interval between packets received, in milliseconds; empty likewise
 * @param minEchoRx smallest interval between echo packets received, in milliseconds; 0 is no echo
 * @param multiplier how many packets in a row may get lost
 * @param extra settings this package does not read
 */
public record BfdNode(
    Optional<Integer> minTx,
    Optional<Integer> minRx,
    int minEchoRx,
    int multiplier,
    Value.Fields extra) {
  /** What devices do without a setting. */
  static final int STANDARD_MULTIPLIER = 3;
}
