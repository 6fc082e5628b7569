package netlab.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A router's serial console behind a telnet port: silent until a key is pressed, echoes what is
 * typed, asks for a login, has a pager and an enable password. Negotiates telnet options.
 */
final class ConsoleTestServer implements AutoCloseable {
  private static final int IAC = 255;
  private static final int SB = 250;
  private static final int SE = 240;

  final List<String> typed = Collections.synchronizedList(new ArrayList<>());
  final List<String> options = Collections.synchronizedList(new ArrayList<>());
  final AtomicInteger connections = new AtomicInteger();
  private final ServerSocket server;
  private final Map<String, String> outputs;
  private volatile boolean loggedIn;
  private volatile String mode = "";
  private volatile char privilege = '>';
  private volatile boolean pager = true;

  ConsoleTestServer(Map<String, String> outputs) throws IOException {
    this.outputs = outputs;
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::accept);
  }

  /** Somebody has used the console before and left it so. */
  ConsoleTestServer leftInConfigurationMode() {
    loggedIn = true;
    privilege = '#';
    mode = "(config-router)";
    return this;
  }

  Endpoint.Console endpoint(ConsoleLogin login) {
    return new Endpoint.Console("127.0.0.1", server.getLocalPort(), login);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        connections.incrementAndGet();
        new Session(socket.getInputStream(), socket.getOutputStream()).run();
      } catch (IOException e) {
        // The client has gone, or the test has ended.
      }
    }
  }

  private final class Session {
    private final InputStream in;
    private final OutputStream out;

    Session(InputStream in, OutputStream out) {
      this.in = in;
      this.out = out;
    }

    void run() throws IOException {
      // WILL ECHO, WILL SUPPRESS-GO-AHEAD, DO TERMINAL-TYPE, DO WINDOW-SIZE, and ask for the type.
      out.write(new byte[] {-1, -5, 1, -1, -5, 3, -1, -3, 24, -1, -3, 31});
      out.write(new byte[] {-1, -6, 24, 1, -1, -16});
      readLine(false);
      while (true) {
        if (!loggedIn) {
          logIn();
        } else {
          say("\u001b[0mr1" + mode + privilege);
          command(readLine(true));
        }
      }
    }

    private void logIn() throws IOException {
      say("\r\nUser Access Verification\r\n\r\nUsername: ");
      String user = readLine(true);
      say("Password: ");
      String password = readLine(false);
      loggedIn = user.equals("admin") && password.equals("s3cret");
      if (!loggedIn) {
        say("\r\n% Login invalid\r\n");
      }
    }

    private void command(String line) throws IOException {
      typed.add(line);
      switch (line) {
        case "" -> {}
        case "enable" -> {
          say("Password: ");
          if (readLine(false).equals("en4ble")) {
            privilege = '#';
          } else {
            say("\r\n% Bad secrets\r\n");
          }
        }
        case "terminal length 0" -> pager = false;
        case "end" -> mode = "";
        case "hang" -> readLine(false);
        case "reload" -> {
          loggedIn = false;
          throw new IOException("reload");
        }
        default -> print(outputs.getOrDefault(line, "% Invalid input\n"));
      }
    }

    private void print(String output) throws IOException {
      int row = 0;
      for (String line : output.lines().toList()) {
        say(line + "\r\n");
        row++;
        if (pager && row % 2 == 0) {
          // Two ways in use to make the question disappear.
          String back = row % 4 == 0 ? "\r" : "\b".repeat(10);
          say(" --More-- ");
          in.read();
          say(back + " ".repeat(10) + back);
        }
      }
    }

    private String readLine(boolean echo) throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      while (true) {
        int b = in.read();
        switch (b) {
          case -1 -> throw new IOException("gone");
          case IAC -> option();
          case 0, '\n' -> {}
          case '\r' -> {
            say("\r\n");
            return line.toString(StandardCharsets.UTF_8);
          }
          default -> {
            line.write(b);
            if (echo) {
              out.write(b);
              out.flush();
            }
          }
        }
      }
    }

    private void option() throws IOException {
      int verb = in.read();
      if (verb != SB) {
        options.add(verb + " " + in.read());
        return;
      }
      StringBuilder text = new StringBuilder("SB");
      for (int b = in.read(); b != SE; b = in.read()) {
        text.append(' ').append(b);
      }
      options.add(text.toString());
    }

    private void say(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }
}
