package netlab.exec;

import java.time.Duration;

/**
 * A moment after which nobody waits any more.
 *
 * @param nanoTime the moment on the clock of {@link System#nanoTime()}
 */
public record Deadline(long nanoTime) {
  private static final Duration LONGEST = Duration.ofDays(365);

  /** The moment that lies {@code duration} ahead; at most a year, so that the clock cannot wrap. */
  public static Deadline after(Duration duration) {
    Duration capped = duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
    return new Deadline(System.nanoTime() + capped.toNanos());
  }

  /** The time left; zero once the moment has passed. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }

  /** True once the moment has passed. */
  public boolean passed() {
    return nanoTime - System.nanoTime() <= 0;
  }

  /** The earlier one of this moment and the moment {@code duration} ahead. */
  public Deadline atMost(Duration duration) {
    Deadline other = after(duration);
    return other.nanoTime - nanoTime < 0 ? other : this;
  }
}
