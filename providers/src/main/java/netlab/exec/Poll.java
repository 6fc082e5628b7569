package netlab.exec;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks again and again until there is an answer or the deadline passes. */
public final class Poll {
  /** One look: empty when there is no answer yet. */
  public interface Look<T> {
    /** Looks once. */
    Optional<T> once() throws InterruptedException;
  }

  /** How a pause is spent; the real one sleeps. */
  interface Pause {
    void spend(Duration duration) throws InterruptedException;
  }

  private Poll() {}

  /**
   * Returns the first answer, or empty when the deadline passed without one. Looks at least once,
   * and a last time at the deadline.
   */
  public static <T> Optional<T> until(Deadline deadline, Backoff backoff, Look<T> look)
      throws InterruptedException {
    return until(deadline, backoff, look, Thread::sleep);
  }

  /** The same for one who knows how long each pause should be; asked after each look. */
  public static <T> Optional<T> until(Deadline deadline, Supplier<Duration> next, Look<T> look)
      throws InterruptedException {
    return until(deadline, next, look, Thread::sleep);
  }

  static <T> Optional<T> until(Deadline deadline, Backoff backoff, Look<T> look, Pause pause)
      throws InterruptedException {
    Supplier<Duration> next =
        new Supplier<>() {
          private Duration following = backoff.first();

          @Override
          public Duration get() {
            Duration now = following;
            following = backoff.next(now);
            return now;
          }
        };
    return until(deadline, next, look, pause);
  }

  private static <T> Optional<T> until(
      Deadline deadline, Supplier<Duration> pauses, Look<T> look, Pause pause)
      throws InterruptedException {
    while (true) {
      boolean last = deadline.passed();
      Optional<T> answer = look.once();
      if (answer.isPresent() || last) {
        return answer;
      }
      Duration next = pauses.get();
      Duration left = deadline.remaining();
      pause.spend(next.compareTo(left) < 0 ? next : left);
    }
  }
}
