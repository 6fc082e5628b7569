package netlab.protocol.ripv2;

import java.util.Optional;
import netlab.schema.Value;

/**
 * Seconds between updates, until a route without update is no longer valid, and until it is
 * forgotten after that.
 */
public record RipTimers(int update, int timeout, int garbage) {
  /** RFC 2453, section 3.8: 30, 180 and 120 seconds; the others follow the first. */
  private static final int UPDATE = 30;

  private static final int TIMEOUT_FACTOR = 6;
  private static final int GARBAGE_FACTOR = 4;

  /** What is set and what follows from it; empty when nothing is set. */
  static Optional<RipTimers> of(Value.Fields settings) {
    Value.Fields timers = settings.fieldsAt("timers");
    if (timers.isEmpty()) {
      return Optional.empty();
    }
    int update = timers.intAt("update").orElse(UPDATE);
    return Optional.of(
        new RipTimers(
            update,
            timers.intAt("timeout").orElse(TIMEOUT_FACTOR * update),
            timers.intAt("garbage").orElse(GARBAGE_FACTOR * update)));
  }
}
