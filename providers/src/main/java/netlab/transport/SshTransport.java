package netlab.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.exec.Command;
import netlab.exec.Deadline;

/** Commands over SSH: one connection, one exec channel for each command. */
final class SshTransport implements Transport {
  private final Endpoint.Ssh endpoint;
  private final KnownHosts knownHosts;
  private Optional<SshConnection> connection = Optional.empty();

  SshTransport(Endpoint.Ssh endpoint, KnownHosts knownHosts) {
    this.endpoint = endpoint;
    this.knownHosts = knownHosts;
  }

  @Override
  public Answer run(List<String> commands, Deadline deadline) throws InterruptedException {
    Exchange exchange = new Exchange(commands, deadline, connection);
    connection = Optional.empty();
    Optional<TransportFailure> failure =
        Bounded.call(deadline, exchange::abort, exchange::run)
            .orElseGet(() -> Optional.of(exchange.timeout()));
    if (failure.isPresent()) {
      exchange.abort();
      return new Answer.Failed(failure.get(), exchange.replies());
    }
    connection = exchange.connection();
    return new Answer.Complete(exchange.replies());
  }

  @Override
  public void connect(Deadline deadline) throws InterruptedException {
    run(List.of(), deadline);
  }

  @Override
  public void close() {
    connection.ifPresent(SshConnection::close);
    connection = Optional.empty();
  }

  /** The commands of one call, worked on in one thread and watched from another. */
  private final class Exchange {
    private final List<String> commands;
    private final Deadline deadline;
    private final List<Reply> replies = new ArrayList<>();
    private Optional<SshConnection> connection;
    private String doing = "the SSH login";
    private boolean aborted;

    Exchange(List<String> commands, Deadline deadline, Optional<SshConnection> connection) {
      this.commands = commands;
      this.deadline = deadline;
      this.connection = connection;
    }

    synchronized List<Reply> replies() {
      return List.copyOf(replies);
    }

    synchronized Optional<SshConnection> connection() {
      return connection;
    }

    synchronized TransportFailure timeout() {
      return new TransportFailure.Timeout(SshConnection.place(endpoint), doing);
    }

    /** Ends the connection; the working thread meets that end and goes no further. */
    synchronized void abort() {
      aborted = true;
      connection.ifPresent(SshConnection::close);
      connection = Optional.empty();
    }

    /** Goes over to another connection, unless it is too late. */
    private synchronized void use(SshConnection next) throws IOException {
      connection.ifPresent(SshConnection::close);
      if (aborted) {
        throw new IOException("too late");
      }
      connection = Optional.of(next);
    }

    private synchronized void doing(String what) {
      doing = what;
    }

    private synchronized void add(Reply reply) {
      replies.add(reply);
    }

    Optional<TransportFailure> run() throws IOException {
      Optional<TransportFailure> login = login();
      if (login.isPresent()) {
        return login;
      }
      for (String command : commands) {
        Optional<TransportFailure> failure = run(command);
        if (failure.isPresent()) {
          return failure;
        }
      }
      return Optional.empty();
    }

    private Optional<TransportFailure> login() throws IOException {
      if (connection().isPresent()) {
        return Optional.empty();
      }
      doing("the SSH login");
      SshConnection fresh = new SshConnection(endpoint, knownHosts);
      use(fresh);
      return fresh.open(deadline);
    }

    private Optional<TransportFailure> run(String command) throws IOException {
      Optional<TransportFailure> login = login();
      if (login.isPresent()) {
        return login;
      }
      SshConnection used = connection().orElseThrow(() -> new IOException("too late"));
      doing("`" + command + "`");
      try {
        add(used.execute(command, remote(command), deadline));
        return Optional.empty();
      } catch (SshConnection.ChannelRefused e) {
        if (used.served() == 0) {
          return Optional.of(used.failure(command, e.ssh));
        }
      } catch (IOException e) {
        return Optional.of(used.failure(command, e));
      }
      // Cisco IOS ends the connection after each exec channel, others after some. The command was
      // not sent, so it goes over a new connection, which has served nothing yet.
      drop();
      return run(command);
    }

    /** What the server's shell is to run for a command. */
    private String remote(String command) {
      if (endpoint.program().isEmpty()) {
        return command;
      }
      List<String> argv = new ArrayList<>(endpoint.program());
      argv.add(command);
      return Command.of(argv).shown();
    }

    private synchronized void drop() {
      connection.ifPresent(SshConnection::close);
      connection = Optional.empty();
    }
  }
}
