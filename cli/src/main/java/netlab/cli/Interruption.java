package netlab.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import netlab.diag.Diagnostics;

/**
 * Lets work that must not stop anywhere end in order on Ctrl-C and {@code kill}: its thread is
 * interrupted, and the process waits until it has ended, though not for ever.
 */
final class Interruption {
  /** The work. */
  @FunctionalInterface
  interface Work {
    /** Returns the exit status. */
    int run() throws IOException, InterruptedException;
  }

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Interruption() {}

  /**
   * Does a command's work in this thread, and reports when it was interrupted or the disk failed.
   *
   * @param command what to enter to go on: {@code up lab.yml}
   */
  static int during(String command, Out out, Diagnostics diag, Work work) {
    Thread worker = Thread.currentThread();
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        Thread.ofPlatform()
            .name("netlab-interruption")
            .unstarted(() -> {
              worker.interrupt();
              await(ended);
            });
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.run();
    } catch (InterruptedException e) {
      Problems.interrupted(command, diag);
      return Problems.fail(out, diag, ExitCode.FAILED);
    } catch (IOException e) {
      Problems.disk(e, diag);
      return Problems.fail(out, diag, ExitCode.ENVIRONMENT);
    } finally {
      ended.countDown();
      forget(hook);
    }
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // Then the hook runs, and was just told to end.
    }
  }
}
