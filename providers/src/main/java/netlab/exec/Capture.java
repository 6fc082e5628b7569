package netlab.exec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads one output stream of a program in a thread of its own. */
final class Capture {
  private final InputStream stream;
  private final int limit;
  private final Consumer<String> onLine;
  private final Thread thread;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean truncated;

  private Capture(InputStream stream, int limit, Consumer<String> onLine) {
    this.stream = stream;
    this.limit = limit;
    this.onLine = onLine;
    this.thread = Thread.ofPlatform().daemon().name("netlab-output").unstarted(this::read);
  }

  /** Starts to read. Lines are handed over without their end. */
  static Capture start(InputStream stream, int limit, Consumer<String> onLine) {
    Capture capture = new Capture(stream, limit, onLine);
    capture.thread.start();
    return capture;
  }

  /**
   * Waits for the end of the stream, but not beyond {@code grace}: a daemon that the program left
   * behind may hold the stream open for hours.
   */
  void awaitEnd(Deadline grace) throws InterruptedException {
    thread.join(grace.remaining());
  }

  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }

  synchronized boolean truncated() {
    return truncated;
  }

  private void read() {
    byte[] buffer = new byte[8192];
    try {
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        keep(buffer, n);
        split(buffer, n);
      }
    } catch (IOException e) {
      // The stream is closed under the reader when the program is ended: the same as its end.
    }
    if (line.size() > 0) {
      handOver();
    }
  }

  private synchronized void keep(byte[] buffer, int n) {
    int room = Math.min(n, limit - kept.size());
    kept.write(buffer, 0, room);
    truncated |= room < n;
  }

  private void split(byte[] buffer, int n) {
    for (int i = 0; i < n; i++) {
      if (buffer[i] == '\n') {
        handOver();
      } else if (line.size() < limit) {
        line.write(buffer[i]);
      }
    }
  }

  private void handOver() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    onLine.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
