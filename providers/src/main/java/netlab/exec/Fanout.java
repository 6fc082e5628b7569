package netlab.exec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The same work over many items, some at a time. More at a time than the far side can serve is
 * slower, not faster: 200 SSH logins at once took four times as long as 32 at a time.
 */
public final class Fanout {
  /** What is done with each item; runs in a thread of the fan-out. */
  public interface Task<T, R> {
    /** Works on one item. */
    R apply(T item) throws InterruptedException;
  }

  /** What became of one item. */
  public sealed interface Outcome<R> {
    /** The task ended with a value. */
    record Done<R>(R value) implements Outcome<R> {}

    /** The task threw: a defect, since expected failures are values. */
    record Failed<R>(Exception cause) implements Outcome<R> {}

    /** The deadline passed before the task ended, or before it began. */
    record TimedOut<R>() implements Outcome<R> {}
  }

  /** How long tasks may take to end after they were interrupted: they end their processes. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  private Fanout() {}

  /** The number of items worked on at a time when nothing else is known: 8 a core, at most 32. */
  public static int defaultLimit() {
    return Math.min(32, 8 * Runtime.getRuntime().availableProcessors());
  }

  /** Applies the task to all items, {@link #defaultLimit()} at a time. */
  public static <T, R> List<Outcome<R>> map(List<T> items, Deadline deadline, Task<T, R> task)
      throws InterruptedException {
    return map(items, defaultLimit(), deadline, task);
  }

  /**
   * Applies the task to all items, {@code limit} at a time, and returns an outcome for each, in the
   * order of the items. One failure does not stop the others. At the deadline the remaining tasks
   * are interrupted. On an interrupt of the caller all are, and it returns when they have ended.
   */
  public static <T, R> List<Outcome<R>> map(
      List<T> items, int limit, Deadline deadline, Task<T, R> task) throws InterruptedException {
    if (items.isEmpty()) {
      return List.of();
    }
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Math.max(1, Math.min(limit, items.size())),
            Thread.ofPlatform().daemon().name("netlab-fanout-", 0).factory());
    try {
      List<Future<R>> futures = new ArrayList<>();
      for (T item : items) {
        futures.add(workers.submit(() -> task.apply(item)));
      }
      List<Outcome<R>> outcomes = new ArrayList<>();
      for (Future<R> future : futures) {
        outcomes.add(outcome(future, deadline));
      }
      return List.copyOf(outcomes);
    } finally {
      end(workers);
    }
  }

  private static <R> Outcome<R> outcome(Future<R> future, Deadline deadline)
      throws InterruptedException {
    try {
      return new Outcome.Done<>(future.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException | CancellationException e) {
      future.cancel(true);
      return new Outcome.TimedOut<>();
    } catch (ExecutionException e) {
      return switch (e.getCause()) {
        case Error error -> throw error;
        case Exception cause -> new Outcome.Failed<>(cause);
        case null, default -> new Outcome.Failed<>(e);
      };
    }
  }

  /** Interrupts what still runs and waits for it, whether or not this thread is interrupted. */
  private static void end(ExecutorService workers) {
    workers.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      Deadline grace = Deadline.after(GRACE);
      boolean ended = false;
      while (!ended && !grace.passed()) {
        try {
          ended = workers.awaitTermination(grace.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
