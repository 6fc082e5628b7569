package netlab.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import netlab.exec.Deadline;

/** Runs cells, some at a time. */
public final class MatrixRun {
  /** Longer than taking a lab down may take. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /**
   * A cell that is to be run.
   *
   * @param times how often
   */
  public record Task(Cell cell, int times) {}

  /** Who wants to know. */
  public interface Listener {
    /** A phase of a cell begins; called from several threads. */
    void begun(Cell cell, Phase phase);

    /** A cell has ended; always called from the thread that runs the matrix. */
    void ended(CellResult result) throws IOException;
  }

  private final CellRunner runner;
  private final Path scratch;
  private final int jobs;
  private final Room room;
  private final Listener listener;
  private final BlockingQueue<Integer> places;

  /**
   * A matrix.
   *
   * @param scratch where the folders of the runs are made
   * @param jobs how many labs may be up at a time
   * @param need the memory that must be free to begin a lab beside others, in bytes
   * @param free the memory that is free, in bytes
   */
  public MatrixRun(
      CellRunner runner, Path scratch, int jobs, long need, LongSupplier free, Listener listener) {
    this.runner = runner;
    this.scratch = scratch;
    this.jobs = jobs;
    this.room = new Room(need, free);
    this.listener = listener;
    this.places = new ArrayBlockingQueue<>(jobs);
    for (int i = 0; i < jobs; i++) {
      places.add(i);
    }
  }

  /**
   * Runs all cells, whatever becomes of each. On an interrupt nothing more is begun, and it returns
   * (throws) when what was up is down.
   *
   * @throws IOException when the listener or the disk fails
   */
  public void run(List<Task> tasks) throws IOException, InterruptedException {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            jobs, Thread.ofPlatform().daemon().name("netlab-matrix-", 0).factory());
    CompletionService<CellResult> ended = new ExecutorCompletionService<>(workers);
    try {
      for (int i = 0; i < tasks.size(); i++) {
        Task task = tasks.get(i);
        Path folder = scratch.resolve("%03d-%s".formatted(i + 1, plain(task.cell())));
        var unused = ended.submit(() -> run(task, folder));
      }
      for (int i = 0; i < tasks.size(); i++) {
        listener.ended(value(ended));
      }
    } finally {
      end(workers);
    }
  }

  private static CellResult value(CompletionService<CellResult> ended)
      throws IOException, InterruptedException {
    try {
      return ended.take().get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException disk -> throw disk;
        case InterruptedException stop -> throw stop;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private CellResult run(Task task, Path folder) throws IOException, InterruptedException {
    List<Run> runs = new ArrayList<>();
    for (int i = 1; i <= task.times(); i++) {
      Path own = task.times() == 1 ? folder : folder.resolveSibling(folder.getFileName() + "-" + i);
      Files.createDirectories(own);
      runs.add(once(task.cell(), own));
    }
    return new CellResult(task.cell(), runs);
  }

  private Run once(Cell cell, Path folder) throws InterruptedException {
    room.enter();
    AtomicBoolean grown = new AtomicBoolean();
    int place = places.take();
    try {
      return runner.run(
          cell,
          folder,
          place,
          (c, phase) -> {
            listener.begun(c, phase);
            if (phase != Phase.UP && grown.compareAndSet(false, true)) {
              room.grown();
            }
          });
    } finally {
      places.add(place);
      if (!grown.get()) {
        room.grown();
      }
      room.left();
    }
  }

  /** The name of a folder: the file's own, without anything that needs quoting. */
  private static String plain(Cell cell) {
    String name = cell.scenario().name();
    String last = name.substring(name.lastIndexOf('/') + 1);
    return (last + "-" + cell.column()).replaceAll("[^A-Za-z0-9._-]+", "-");
  }

  /** Interrupts what still runs and waits until it is down, however often the user insists. */
  private static void end(ExecutorService workers) {
    workers.shutdownNow();
    Deadline patience = Deadline.after(PATIENCE);
    boolean interrupted = Thread.interrupted();
    boolean ended = false;
    while (!ended && !patience.passed()) {
      try {
        ended = workers.awaitTermination(patience.remaining().toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
