package netlab.exec;

import java.time.Duration;
import java.util.Optional;

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

  static <T> Optional<T> until(Deadline deadline, Backoff backoff, Look<T> look, Pause pause)
      throws InterruptedException {
    Duration next = backoff.first();
    while (true) {
      boolean last = deadline.passed();
      Optional<T> answer = look.once();
      if (answer.isPresent() || last) {
        return answer;
      }
      Duration left = deadline.remaining();
      pause.spend(next.compareTo(left) < 0 ? next : left);
      next = backoff.next(next);
    }
  }
}
