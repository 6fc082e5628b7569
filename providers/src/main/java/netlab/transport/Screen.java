package netlab.transport;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import netlab.exec.Deadline;

/** What a terminal shows, collected by a thread, as text without control sequences. */
final class Screen {
  private static final Pattern CONTROL =
      Pattern.compile("\\x1b\\[[0-9;?]*[ -/]*[@-~]|\\x1b[=>78]|[\\x00\\x07]");

  private final OutputStream out;
  private final Closeable connection;
  private final StringBuilder received = new StringBuilder();
  private boolean ended;

  /** Begins to read; the end of the stream is the end of the terminal. */
  Screen(InputStream in, OutputStream out, Closeable connection) {
    this.out = out;
    this.connection = connection;
    Thread.ofPlatform().daemon().name("netlab-screen").start(() -> read(in));
  }

  private void read(InputStream in) {
    byte[] buffer = new byte[4096];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        synchronized (this) {
          received.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
          notifyAll();
        }
      }
    } catch (IOException e) {
      // The end of the connection, whichever side made it.
    }
    synchronized (this) {
      ended = true;
      notifyAll();
    }
  }

  /** All text once its last line is as wanted; empty when it was not by the deadline. */
  synchronized Optional<String> await(Predicate<String> wanted, Deadline deadline)
      throws IOException, InterruptedException {
    while (true) {
      if (wanted.test(rendered(received.substring(received.lastIndexOf("\n") + 1)))) {
        return Optional.of(text());
      }
      if (ended) {
        throw new IOException("it ended while a prompt was awaited");
      }
      long left = deadline.remaining().toMillis();
      if (left <= 0) {
        return Optional.empty();
      }
      wait(left);
    }
  }

  synchronized String text() {
    return rendered(received.toString());
  }

  /** As a terminal shows it: carriage return and backspace go back, and what follows overwrites. */
  private static String rendered(String raw) {
    byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    String text = CONTROL.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll("");
    if (text.indexOf('\b') < 0 && text.replace("\r\n", "\n").indexOf('\r') < 0) {
      return text.replace("\r\n", "\n");
    }
    StringBuilder shown = new StringBuilder();
    for (String line : text.split("(?<=\n)")) {
      shown.append(overwritten(line));
    }
    return shown.toString();
  }

  private static String overwritten(String line) {
    StringBuilder shown = new StringBuilder();
    int cursor = 0;
    int end = line.endsWith("\n") ? line.length() - 1 : line.length();
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      switch (c) {
        case '\r' -> cursor = 0;
        case '\b' -> cursor = Math.max(0, cursor - 1);
        default -> {
          shown.replace(cursor, Math.min(cursor + 1, shown.length()), String.valueOf(c));
          cursor++;
        }
      }
    }
    // What was erased with blanks, as pagers do with their question, is gone.
    boolean erased = shown.substring(cursor).isBlank();
    return (erased ? shown.substring(0, cursor) : shown.toString()) + line.substring(end);
  }

  synchronized void clear() {
    received.setLength(0);
  }

  void type(String line) throws IOException {
    send(line + "\r");
  }

  void space() throws IOException {
    send(" ");
  }

  void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  void close() {
    try {
      connection.close();
    } catch (IOException e) {
      // The other side may have gone first; there is nothing left to close then.
    }
  }
}
