package netlab.transport;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import netlab.exec.Deadline;

/** Blocking work of a library that knows neither deadlines nor interrupts. */
final class Bounded {
  /** How long the work may take to notice that it was aborted. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private Bounded() {}

  /**
   * Does the work in a thread of its own; returns empty when it did not end by the deadline. Then,
   * and on an interrupt, {@code abort} has to make it end: close what it reads from.
   */
  static <T> Optional<T> call(Deadline deadline, Runnable abort, Callable<T> work)
      throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = Thread.ofPlatform().daemon().name("netlab-transport").start(task);
    try {
      return Optional.of(task.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      end(thread, abort);
      return Optional.empty();
    } catch (InterruptedException e) {
      end(thread, abort);
      throw e;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static void end(Thread thread, Runnable abort) throws InterruptedException {
    abort.run();
    thread.interrupt();
    thread.join(GRACE);
  }
}
