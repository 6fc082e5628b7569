package netlab.matrix;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import netlab.exec.Backoff;
import netlab.exec.Deadline;
import netlab.exec.Poll;

/** Lets a lab begin beside others only while the host has memory for one more. */
final class Room {
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private final long need;
  private final LongSupplier free;
  private int running;
  private int growing;

  /**
   * Room on a host.
   *
   * @param need what a lab may take, in bytes
   * @param free what the host has left, in bytes
   */
  Room(long need, LongSupplier free) {
    this.need = need;
    this.free = free;
  }

  /** Waits until there is room. The only lab always has. */
  void enter() throws InterruptedException {
    Poll.until(
        Deadline.after(FOR_EVER),
        Backoff.STANDARD,
        () -> entered() ? Optional.of(true) : Optional.empty());
  }

  synchronized boolean entered() {
    if (running > 0 && free.getAsLong() < need * (growing + 1)) {
      return false;
    }
    running++;
    growing++;
    return true;
  }

  /** A lab is up: what it takes is missing from what is free. */
  synchronized void grown() {
    growing--;
  }

  /** A lab is down. */
  synchronized void left() {
    running--;
  }
}
