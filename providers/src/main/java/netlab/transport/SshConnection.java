package netlab.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.direct.Session;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import net.schmizz.sshj.userauth.method.PasswordResponseProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.PasswordUtils;
import netlab.exec.Deadline;

/** One TCP connection with a login. */
final class SshConnection {
  /** Building one costs up to half a second; sharing it between clients is safe. */
  private static final class Shared {
    static final DefaultConfig CONFIG = new DefaultConfig();
  }

  /** Columns and rows of a terminal: devices fold long lines and stop at the end of a page. */
  private static final int WIDE = 511;

  private static final int LONG = 999;

  private static final int OUTPUT_LIMIT = 64 << 20;

  /** How long a server may take from the end of the output to the exit status. */
  private static final Duration STATUS_GRACE = Duration.ofSeconds(2);

  private static final Pattern ANY_PROMPT = Pattern.compile(".*", Pattern.DOTALL);

  /** The server did not open a channel, so it has not seen the command. */
  static final class ChannelRefused extends Exception {
    private static final long serialVersionUID = 1;
    final SSHException ssh;

    ChannelRefused(SSHException ssh) {
      super(ssh);
      this.ssh = ssh;
    }
  }

  private final Endpoint.Ssh endpoint;
  private final String place;
  private final SSHClient client = new SSHClient(Shared.CONFIG);
  private final HostKey hostKey;
  private int served;

  SshConnection(Endpoint.Ssh endpoint, KnownHosts knownHosts) {
    this.endpoint = endpoint;
    this.place = place(endpoint);
    this.hostKey = new HostKey(knownHosts);
    client.addHostKeyVerifier(hostKey);
  }

  static String place(Endpoint.Ssh endpoint) {
    return endpoint.host() + " port " + endpoint.port();
  }

  /** How many commands it has run. */
  int served() {
    return served;
  }

  boolean alive() {
    return client.isConnected();
  }

  Optional<TransportFailure> open(Deadline deadline) {
    int left = Math.clamp(deadline.remaining().toMillis(), 1, Integer.MAX_VALUE);
    client.setConnectTimeout(left);
    client.getTransport().setTimeoutMs(left);
    try {
      client.connect(endpoint.host(), endpoint.port());
    } catch (IOException e) {
      return Optional.of(hostKey.failure(place).orElseGet(() -> notConnected(e)));
    }
    try {
      client.auth(endpoint.user(), methods());
      return Optional.empty();
    } catch (UserAuthException e) {
      return Optional.of(refused(e));
    } catch (IOException e) {
      return Optional.of(closed(e));
    }
  }

  private List<AuthMethod> methods() throws UserAuthException {
    List<AuthMethod> methods = new ArrayList<>();
    if (endpoint.keyFile().isPresent()) {
      try {
        methods.add(new AuthPublickey(client.loadKeys(endpoint.keyFile().get().toString())));
      } catch (IOException e) {
        throw new UserAuthException("the key file " + endpoint.keyFile().get() + " cannot be read");
      }
    }
    endpoint
        .password()
        .ifPresent(password -> {
          PasswordFinder finder = PasswordUtils.createOneOff(password.toCharArray());
          methods.add(new AuthPassword(finder));
          PasswordFinder again = PasswordUtils.createOneOff(password.toCharArray());
          // Devices ask in their own words; an echo-off question wants the password.
          methods.add(new AuthKeyboardInteractive(new PasswordResponseProvider(again, ANY_PROMPT)));
        });
    if (methods.isEmpty()) {
      throw new UserAuthException("there is neither a password nor a key for it");
    }
    return methods;
  }

  private TransportFailure refused(UserAuthException e) {
    boolean exhausted =
        e.getDisconnectReason() == DisconnectReason.NO_MORE_AUTH_METHODS_AVAILABLE
            || String.valueOf(e.getMessage()).startsWith("Exhausted");
    List<String> allowed = new ArrayList<>();
    client.getUserAuth().getAllowedMethods().forEach(allowed::add);
    String wrong = "wrong password or key (the server takes " + String.join(", ", allowed) + ")";
    return new TransportFailure.AuthenticationFailed(
        place, endpoint.user(), exhausted ? wrong : String.valueOf(e.getMessage()));
  }

  private TransportFailure notConnected(IOException e) {
    String reason =
        switch (e) {
          case SocketTimeoutException late -> "no answer in time";
          case ConnectException refused -> "connection refused";
          case NoRouteToHostException route -> "no route to host";
          case UnknownHostException unknown -> "unknown host";
          case SSHException ssh -> "no SSH: " + reason(ssh);
          default -> reason(e);
        };
    return new TransportFailure.Unreachable(
        place, reason, "the node may still be starting; `netlab status` shows whether it runs");
  }

  Reply execute(String command, String remote, Deadline deadline)
      throws IOException, ChannelRefused {
    waitAtMost(deadline.remaining());
    Session session;
    try {
      session = client.startSession();
    } catch (SSHException e) {
      throw new ChannelRefused(e);
    } catch (IllegalStateException e) {
      // The library's way to say that the connection has ended since.
      throw new ChannelRefused(new SSHException("the connection has ended", e));
    }
    try {
      Session.Command channel = session.exec(remote);
      Drain err = Drain.start(channel, channel.getErrorStream());
      String out = Drain.read(channel, channel.getInputStream());
      String errors = err.text();
      Optional<Integer> status = status(channel);
      served++;
      return new Reply(
          command, status.map(OptionalInt::of).orElseGet(OptionalInt::empty), out, errors);
    } finally {
      end(session);
    }
  }

  /** The user's own command line, on a terminal wide and long enough that nothing is cut. */
  Screen shell(Deadline deadline) throws IOException {
    waitAtMost(deadline.remaining());
    Session session = client.startSession();
    session.allocatePTY("vt100", WIDE, LONG, 0, 0, Map.of());
    Session.Shell shell = session.startShell();
    return new Screen(shell.getInputStream(), shell.getOutputStream(), session);
  }

  private void waitAtMost(Duration limit) {
    client.getConnection().setTimeoutMs(Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE));
  }

  /** A server that does not confirm the end of a channel has given its reply all the same. */
  private void end(Session session) {
    waitAtMost(STATUS_GRACE);
    try {
      session.close();
    } catch (IOException e) {
      // Whether the connection is still of use shows at the next command.
    }
  }

  /** Empty when the server does not tell, as some devices do not. The output is complete here. */
  private static Optional<Integer> status(Session.Command channel) {
    try {
      channel.join(STATUS_GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ConnectionException e) {
      // The server keeps the channel open, or ended the connection at once.
    }
    return Optional.ofNullable(channel.getExitStatus());
  }

  TransportFailure failure(String command, IOException e) {
    if (alive() && e instanceof ConnectionException) {
      return new TransportFailure.CommandFailed(place, command, reason(e));
    }
    return closed(e);
  }

  private TransportFailure closed(IOException e) {
    return new TransportFailure.Closed(place, reason(e));
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? "no reason given"
        : message.toLowerCase(Locale.ROOT);
  }

  void close() {
    try {
      client.close();
    } catch (IOException e) {
      // The server may have gone first; there is nothing left to close then.
    }
  }

  /** Reads a stream in a thread of its own, so that neither stream of a channel fills up. */
  private static final class Drain {
    private final Thread thread;
    private volatile String text = "";

    private Drain(Session.Command channel, InputStream stream) {
      thread =
          Thread.ofPlatform()
              .daemon()
              .name("netlab-ssh-errors")
              .unstarted(() -> {
                try {
                  text = read(channel, stream);
                } catch (IOException e) {
                  // The reader of the other stream meets the same end and reports it.
                }
              });
    }

    static Drain start(Session.Command channel, InputStream stream) {
      Drain drain = new Drain(channel, stream);
      drain.thread.start();
      return drain;
    }

    String text() throws IOException {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new java.io.InterruptedIOException();
      }
      return text;
    }

    static String read(Session.Command channel, InputStream stream) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] buffer = new byte[16 << 10];
      for (int n = next(channel, stream, buffer); n >= 0; n = next(channel, stream, buffer)) {
        all.write(buffer, 0, n);
        if (all.size() > OUTPUT_LIMIT) {
          throw new IOException("more than " + OUTPUT_LIMIT + " bytes of output");
        }
      }
      return all.toString(StandardCharsets.UTF_8);
    }

    /**
     * The stream gives all data first. Then it fails when the connection ended, even though the
     * server had said before that the output is complete.
     */
    private static int next(Session.Command channel, InputStream stream, byte[] buffer)
        throws IOException {
      try {
        return stream.read(buffer);
      } catch (IOException e) {
        if (channel.isEOF()) {
          return -1;
        }
        throw e;
      }
    }
  }

  /** Remembers what the comparison of the host key said, since the library only takes yes or no. */
  private static final class HostKey implements HostKeyVerifier {
    private final KnownHosts known;
    private Optional<KnownHosts.Change> change = Optional.empty();
    private Optional<IOException> problem = Optional.empty();

    HostKey(KnownHosts known) {
      this.known = known;
    }

    @Override
    public synchronized boolean verify(String host, int port, PublicKey key) {
      byte[] blob = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
      try {
        change = known.check(host, port, KeyType.fromKey(key).toString(), blob);
      } catch (IOException e) {
        problem = Optional.of(e);
      }
      return change.isEmpty() && problem.isEmpty();
    }

    @Override
    public List<String> findExistingAlgorithms(String host, int port) {
      try {
        return known.types(host, port);
      } catch (IOException e) {
        return List.of();
      }
    }

    synchronized Optional<TransportFailure> failure(String place) {
      if (problem.isPresent()) {
        return Optional.of(
            new TransportFailure.Unreachable(
                place,
                "its host key cannot be kept: " + problem.get().getMessage(),
                "check that the folder of the lab can be written"));
      }
      return change.map(
          c -> new TransportFailure.HostKeyChanged(place, c.before(), c.now(), c.line()));
    }
  }
}
