package netlab.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import netlab.exec.Deadline;

/**
 * Talks to FRR daemons as {@code vtysh} does, without its 20 ms a call: over the daemon's unix
 * socket, a command and a NUL there, the output, three NULs and a status back (FRR's {@code
 * lib/vty.c}; the same in 8.4 and 10). One connection a daemon.
 */
public final class VtySocketTransport implements Transport {
  private static final int OUTPUT_LIMIT = 64 << 20;

  private final Path folder;
  private final Map<String, Line> lines = new LinkedHashMap<>();

  /** A transport over the sockets in this folder. */
  public VtySocketTransport(Endpoint.VtySockets endpoint) {
    this.folder = endpoint.folder();
  }

  /** Runs show commands, each at the daemon that knows it. */
  @Override
  public Answer run(List<String> commands, Deadline deadline) throws InterruptedException {
    List<Reply> replies = new ArrayList<>();
    for (String command : commands) {
      Answer answer = run(VtyDaemons.of(command), List.of(command), deadline);
      replies.addAll(answer.replies());
      if (answer instanceof Answer.Failed(TransportFailure failure, List<Reply> none)) {
        return new Answer.Failed(failure, replies);
      }
    }
    return new Answer.Complete(replies);
  }

  /**
   * Runs commands at one daemon, in one session that remembers {@code configure terminal} from one
   * to the next: this is how configuration is given line by line, and its refusals seen.
   */
  public Answer run(String daemon, List<String> commands, Deadline deadline)
      throws InterruptedException {
    List<Reply> replies = new ArrayList<>();
    for (String command : commands) {
      if (command.indexOf('\0') >= 0) {
        return failed(
            daemon,
            new TransportFailure.CommandFailed(place(daemon), command, "it has a NUL in it"),
            replies);
      }
      try {
        replies.add(line(daemon, deadline).ask(command, deadline));
      } catch (NotConnected e) {
        return failed(daemon, e.failure, replies);
      } catch (ClosedByInterruptException e) {
        throw interrupted();
      } catch (IOException e) {
        return failed(daemon, new TransportFailure.Closed(place(daemon), reason(e)), replies);
      } catch (Late e) {
        return failed(
            daemon, new TransportFailure.Timeout(place(daemon), "`" + command + "`"), replies);
      }
    }
    return new Answer.Complete(replies);
  }

  private Answer failed(String daemon, TransportFailure failure, List<Reply> replies) {
    Line line = lines.remove(daemon);
    if (line != null) {
      line.close();
    }
    return new Answer.Failed(failure, replies);
  }

  private Line line(String daemon, Deadline deadline)
      throws IOException, InterruptedException, Late, NotConnected {
    Line known = lines.get(daemon);
    if (known != null) {
      return known;
    }
    Line line = connect(daemon);
    lines.put(daemon, line);
    // A daemon with `line vty` passwords asks for none here; `enable` opens the whole grammar.
    line.ask("enable", deadline);
    return line;
  }

  /** The channel is closed; the interrupt is told in the way that callers know. */
  private InterruptedException interrupted() {
    Thread.interrupted();
    close();
    return new InterruptedException();
  }

  private Line connect(String daemon) throws NotConnected, ClosedByInterruptException {
    Path socket = folder.resolve(daemon + ".vty");
    if (!Files.exists(socket)) {
      throw new NotConnected(
          new TransportFailure.Unreachable(
              place(daemon),
              Files.isDirectory(folder)
                  ? "there is no " + socket
                  : "there is no " + folder + ", or it is closed to this user",
              "FRR's " + daemon + " does not run on this node, or it has ended: look at its log"));
    }
    try {
      return new Line(socket);
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new NotConnected(
          new TransportFailure.Unreachable(
              place(daemon),
              reason(e),
              "the daemon may have ended; a user other than root needs the groups frr and frrvty"));
    }
  }

  private static String place(String daemon) {
    return "FRR's " + daemon;
  }

  private static String reason(Exception e) {
    return String.valueOf(e.getMessage()).toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public void close() {
    lines.values().forEach(Line::close);
    lines.clear();
  }

  /** The deadline passed. */
  private static final class Late extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** There is no daemon to talk to. */
  private static final class NotConnected extends Exception {
    private static final long serialVersionUID = 1;
    private final transient TransportFailure failure;

    NotConnected(TransportFailure failure) {
      this.failure = failure;
    }
  }

  /** The connection to one daemon. */
  private static final class Line implements AutoCloseable {
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 << 10);

    Line(Path socket) throws IOException {
      channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      selector = Selector.open();
      try {
        channel.connect(UnixDomainSocketAddress.of(socket));
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ);
      } catch (IOException | IllegalArgumentException e) {
        close();
        throw e;
      }
    }

    Reply ask(String command, Deadline deadline) throws IOException, InterruptedException, Late {
      ByteBuffer request = ByteBuffer.wrap((command + "\0").getBytes(StandardCharsets.UTF_8));
      while (channel.write(request) >= 0 && request.hasRemaining()) {
        await(SelectionKey.OP_WRITE, deadline);
      }
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      byte[] tail = new byte[4];
      while (true) {
        await(SelectionKey.OP_READ, deadline);
        buffer.clear();
        int n = channel.read(buffer);
        if (n < 0) {
          throw new IOException("the daemon ended");
        }
        output.write(buffer.array(), 0, n);
        if (output.size() > OUTPUT_LIMIT) {
          throw new IOException("more than " + OUTPUT_LIMIT + " bytes of output");
        }
        tail = tail(tail, n);
        if (output.size() >= 4 && tail[0] == 0 && tail[1] == 0 && tail[2] == 0) {
          byte[] bytes = output.toByteArray();
          String text = new String(bytes, 0, bytes.length - 4, StandardCharsets.UTF_8);
          return new Reply(command, OptionalInt.of(tail[3]), text, "");
        }
      }
    }

    /** The last four bytes, after {@code n} more have been read. */
    private byte[] tail(byte[] before, int n) {
      if (n >= 4) {
        return Arrays.copyOfRange(buffer.array(), n - 4, n);
      }
      byte[] now = Arrays.copyOfRange(before, n, n + 4);
      System.arraycopy(buffer.array(), 0, now, 4 - n, n);
      return now;
    }

    private void await(int operation, Deadline deadline)
        throws IOException, InterruptedException, Late {
      key.interestOps(operation);
      while (true) {
        long left = deadline.remaining().toMillis();
        int ready = left > 0 ? selector.select(left) : selector.selectNow();
        selector.selectedKeys().clear();
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (ready > 0) {
          return;
        }
        if (deadline.passed()) {
          throw new Late();
        }
      }
    }

    @Override
    public void close() {
      try (selector;
          channel) {
        // Both are closed, also when closing the first fails.
      } catch (IOException e) {
        // Nothing is lost with a connection that is no longer wanted.
      }
    }
  }
}
