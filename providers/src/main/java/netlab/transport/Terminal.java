package netlab.transport;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import netlab.exec.Deadline;

/**
 * A command line that keeps its state between commands: the terminal of an SSH login. The other
 * transports run each command by itself and cannot stay in configuration mode.
 */
public final class Terminal implements AutoCloseable {
  /** What came of opening one. */
  public sealed interface Opening {
    /** It is open; nothing was read yet. */
    record Open(Terminal terminal) implements Opening {}

    /** It could not be opened. */
    record Failed(TransportFailure failure) implements Opening {}
  }

  private final Screen screen;
  private final Closeable connection;

  Terminal(Screen screen, Closeable connection) {
    this.screen = screen;
    this.connection = connection;
  }

  /**
   * Logs in. The host key is compared with that in the file, or kept there when it is the first.
   *
   * @param knownHosts need not exist; its folder must
   */
  public static Opening open(Endpoint.Ssh endpoint, Path knownHosts, Deadline deadline)
      throws InterruptedException {
    SshConnection connection = new SshConnection(endpoint, new KnownHosts(knownHosts));
    AtomicReference<Opening> opened = new AtomicReference<>();
    Optional<Opening> inTime =
        Bounded.call(
            deadline,
            connection::close,
            () -> {
              opened.set(open(connection, deadline));
              return opened.get();
            });
    Opening result =
        inTime.orElseGet(() ->
            new Opening.Failed(
                new TransportFailure.Timeout(SshConnection.place(endpoint), "the SSH login")));
    if (result instanceof Opening.Failed) {
      connection.close();
    }
    return result;
  }

  private static Opening open(SshConnection connection, Deadline deadline) {
    Optional<TransportFailure> failure = connection.open(deadline);
    if (failure.isPresent()) {
      return new Opening.Failed(failure.get());
    }
    try {
      return new Opening.Open(new Terminal(connection.shell(deadline), connection::close));
    } catch (IOException e) {
      return new Opening.Failed(connection.failure("a terminal", e));
    }
  }

  /** Types a line. What was shown before it is forgotten. */
  public void type(String line) throws IOException {
    screen.clear();
    screen.type(line);
  }

  /** Types characters as they are; what was shown before stays. */
  public void send(String characters) throws IOException {
    screen.send(characters);
  }

  /** Forgets what was shown. */
  public void clear() {
    screen.clear();
  }

  /**
   * What is shown, once its last line is as wanted; empty when it was not by the deadline. Throws
   * when the device ended the connection meanwhile.
   */
  public Optional<String> await(Predicate<String> lastLine, Deadline deadline)
      throws IOException, InterruptedException {
    return screen.await(lastLine, deadline);
  }

  /** What is shown now. */
  public String text() {
    return screen.text();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (IOException e) {
      // The device may have gone first; there is nothing left to close then.
    }
  }
}
