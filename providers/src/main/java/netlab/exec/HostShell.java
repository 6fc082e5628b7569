package netlab.exec;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs programs on this machine. One instance for the life of the command; closing it, or the end
 * of the JVM by a signal (Ctrl-C), ends all programs that it started and that still run. Whoever
 * waits for one of them then, or starts another, is interrupted.
 */
public final class HostShell implements Shell, AutoCloseable {
  private static final Duration OUTPUT_GRACE = Duration.ofMillis(500);

  /** {@code error=2, No such file} in Java 21, {@code error: 2 (No such file)} in Java 25. */
  private static final Pattern SYSTEM_REASON = Pattern.compile("error[=:] ?\\d+[, (]+([^)]*)");

  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private final Thread atExit =
      Thread.ofPlatform().name("netlab-end-children").unstarted(this::endAll);

  /** Held for reading while a program is started, for writing when no more may be. */
  private final ReadWriteLock starts = new ReentrantReadWriteLock();

  private volatile boolean closed;

  public HostShell() {
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  @Override
  public Running start(Command command, Consumer<Line> onLine) {
    long begin = System.nanoTime();
    Process process;
    try {
      process = launch(builder(command));
    } catch (Ending e) {
      return new NotWanted();
    } catch (IOException e) {
      return new NeverStarted(Result.notStarted(whyNotStarted(command, e)));
    }
    return new Child(command, process, begin, onLine);
  }

  @Override
  public Result interactive(Command command) throws InterruptedException {
    long begin = System.nanoTime();
    ProcessBuilder builder = new ProcessBuilder(command.argv()).inheritIO();
    command.directory().ifPresent(d -> builder.directory(d.toFile()));
    builder.environment().putAll(command.environment());
    Signals ctrlC = Signals.ofTerminal();
    try {
      Process process = launch(builder);
      try {
        int exit = process.waitFor();
        return new Result(Result.End.EXITED, exit, "", "", false, since(begin));
      } finally {
        endIfAlive(process);
      }
    } catch (Ending e) {
      throw new InterruptedException();
    } catch (IOException e) {
      return Result.notStarted(whyNotStarted(command, e));
    } finally {
      ctrlC.close();
    }
  }

  /** Ends all programs that still run. No program is started afterwards. */
  @Override
  public void close() {
    endAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The JVM is going down already: the hook has run or is about to, and finds nothing.
    }
  }

  /** Waits for programs that are being started: they would be known to nobody otherwise. */
  private void endAll() {
    starts.writeLock().lock();
    try {
      closed = true;
    } finally {
      starts.writeLock().unlock();
    }
    ProcessTree.end(running.stream().filter(Process::isAlive).map(Process::toHandle).toList());
  }

  private Process launch(ProcessBuilder builder) throws IOException {
    starts.readLock().lock();
    try {
      if (closed) {
        throw new Ending();
      }
      Process process = builder.start();
      running.removeIf(known -> !known.isAlive());
      running.add(process);
      return process;
    } finally {
      starts.readLock().unlock();
    }
  }

  private static void endIfAlive(Process process) {
    if (process.isAlive()) {
      ProcessTree.end(List.of(process.toHandle()));
    }
  }

  private static ProcessBuilder builder(Command command) {
    ProcessBuilder builder = new ProcessBuilder(command.argv());
    command.directory().ifPresent(d -> builder.directory(d.toFile()));
    // Messages of programs are matched in places, so they must not be translated.
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(command.environment());
    if (command.stdin().isEmpty()) {
      builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    }
    return builder;
  }

  /** The operating system's reason only: Java's own text repeats the program and its directory. */
  private static String whyNotStarted(Command command, IOException e) {
    Optional<Path> missing = command.directory().filter(d -> !Files.isDirectory(d));
    if (missing.isPresent()) {
      return "cannot run `" + command.argv().getFirst() + "`: no folder " + missing.get();
    }
    String text = String.valueOf(e.getMessage());
    Matcher reason = SYSTEM_REASON.matcher(text);
    return "cannot start `"
        + command.argv().getFirst()
        + "`: "
        + (reason.find() ? reason.group(1) : text);
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private record NeverStarted(Result await) implements Running {
    @Override
    public void stop() {}
  }

  /** No program is started any more. */
  private static final class Ending extends IOException {
    private static final long serialVersionUID = 1;
  }

  private static final class NotWanted implements Running {
    @Override
    public Result await() throws InterruptedException {
      throw new InterruptedException();
    }

    @Override
    public void stop() {}
  }

  private final class Child implements Running {
    private final Command command;
    private final Process process;
    private final long begin;
    private final Capture out;
    private final Capture err;

    Child(Command command, Process process, long begin, Consumer<Line> onLine) {
      this.command = command;
      this.process = process;
      this.begin = begin;
      Object oneAtATime = new Object();
      this.out = capture(process.getInputStream(), false, onLine, oneAtATime);
      this.err = capture(process.getErrorStream(), true, onLine, oneAtATime);
      command.stdin().ifPresent(this::feed);
    }

    private Capture capture(InputStream stream, boolean error, Consumer<Line> onLine, Object lock) {
      return Capture.start(
          stream,
          command.outputLimit(),
          text -> {
            synchronized (lock) {
              onLine.accept(new Line(text, error));
            }
          });
    }

    /** In a thread of its own: a program may write before it has read everything. */
    private void feed(String text) {
      Thread.ofPlatform()
          .daemon()
          .name("netlab-input")
          .start(() -> {
            try (OutputStream stdin = process.getOutputStream()) {
              stdin.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
              // A program may end without reading all of its input; its exit status tells.
            }
          });
    }

    @Override
    public Result await() throws InterruptedException {
      try {
        Duration left = command.timeout().minus(since(begin));
        boolean ended = process.waitFor(Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
        if (closed) {
          throw new InterruptedException();
        }
        if (!ended) {
          stop();
          return result(Result.End.TIMED_OUT);
        }
        Deadline grace = Deadline.after(OUTPUT_GRACE);
        out.awaitEnd(grace);
        err.awaitEnd(grace);
        return result(Result.End.EXITED);
      } catch (InterruptedException e) {
        stop();
        throw e;
      }
    }

    @Override
    public void stop() {
      endIfAlive(process);
    }

    private Result result(Result.End end) {
      int exit = process.isAlive() ? 137 : process.exitValue();
      boolean truncated = out.truncated() || err.truncated();
      return new Result(end, exit, out.text(), err.text(), truncated, since(begin));
    }
  }
}
