package netlab.exec;

import java.time.Duration;

/**
 * How long to pause between two looks at the same thing: each pause is twice the one before.
 *
 * @param first the first pause
 * @param longest the limit that no pause exceeds
 */
public record Backoff(Duration first, Duration longest) {
  /** 100 ms, growing to one second: for routing protocols and starting nodes. */
  public static final Backoff STANDARD = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));

  /** 5 ms, growing to 50 ms: for local processes that are about to end. */
  public static final Backoff LOCAL = new Backoff(Duration.ofMillis(5), Duration.ofMillis(50));

  /** The pause that follows {@code pause}. */
  Duration next(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(longest) > 0 ? longest : doubled;
  }
}
