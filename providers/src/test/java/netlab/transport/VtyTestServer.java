package netlab.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A daemon of FRR as seen from its socket. An answer of empty ends the connection. */
final class VtyTestServer implements AutoCloseable {
  /** What is written in reply, byte for byte, in pieces as they are given. */
  record Wire(List<byte[]> pieces) {
    static Wire of(String output, int status) {
      byte[] text = output.getBytes(StandardCharsets.UTF_8);
      byte[] all = new byte[text.length + 4];
      System.arraycopy(text, 0, all, 0, text.length);
      all[all.length - 1] = (byte) status;
      return new Wire(List.of(all));
    }

    /** The same bytes, one write each. */
    Wire inSingleBytes() {
      List<byte[]> single = new ArrayList<>();
      for (byte[] piece : pieces) {
        for (byte b : piece) {
          single.add(new byte[] {b});
        }
      }
      return new Wire(single);
    }
  }

  final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final ServerSocketChannel server;
  private final Function<String, Optional<Wire>> answer;

  VtyTestServer(Path folder, String daemon, Function<String, Optional<Wire>> answer)
      throws IOException {
    this.answer = answer;
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(folder.resolve(daemon + ".vty")));
    Thread.ofPlatform().daemon().start(this::accept);
  }

  private void accept() {
    while (server.isOpen()) {
      try {
        SocketChannel client = server.accept();
        Thread.ofPlatform().daemon().start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(SocketChannel client) {
    try (client) {
      InputStream in = Channels.newInputStream(client);
      OutputStream out = Channels.newOutputStream(client);
      ByteArrayOutputStream command = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b != 0) {
          command.write(b);
          continue;
        }
        String text = command.toString(StandardCharsets.UTF_8);
        command.reset();
        asked.add(text);
        Optional<Wire> wire =
            text.equals("enable") ? Optional.of(Wire.of("", 0)) : answer.apply(text);
        if (wire.isEmpty()) {
          return;
        }
        for (byte[] piece : wire.get().pieces()) {
          out.write(piece);
          out.flush();
        }
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
