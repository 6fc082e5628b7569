package netlab.plan;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;

/**
 * The right to change a lab, which one process has at a time. The operating system takes it back
 * when the process ends, however it ends; the file stays and says who had it last.
 */
public final class LabLock implements AutoCloseable {
  /**
   * Who holds a lock.
   *
   * @param command what it runs: {@code up}
   */
  public record Holder(long pid, String host, String command, Instant since) {}

  private final LabFolder folder;
  private final FileChannel file;

  private LabLock(LabFolder folder, FileChannel file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * Takes the lock. When another process has it, reports who and returns empty.
   *
   * @param command what will be done under the lock, for others to read
   * @throws IOException when the folder cannot be written
   */
  public static Optional<LabLock> acquire(LabFolder folder, String command, Diagnostics diag)
      throws IOException {
    folder.prepare();
    FileChannel file =
        FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    LabFolder.mode(folder.lock(), LabFolder.OWNER_ONLY);
    if (!locked(file)) {
      file.close();
      report(holder(folder), diag);
      return Optional.empty();
    }
    Holder self = new Holder(ProcessHandle.current().pid(), host(), command, Instant.now());
    file.truncate(0);
    file.write(ByteBuffer.wrap(write(self).getBytes(StandardCharsets.UTF_8)));
    return Optional.of(new LabLock(folder, file));
  }

  /** The folder that nobody else changes while this lock is held. */
  public LabFolder folder() {
    return folder;
  }

  /** Gives the lock back. */
  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Who wrote the lock file last: the holder, if anybody holds it. */
  static Optional<Holder> holder(LabFolder folder) {
    try {
      Path path = folder.lock();
      JsonObject json = Json.parse(Files.readString(path));
      return Optional.of(
          new Holder(
              Long.parseLong(Json.text(json, "pid")),
              Json.text(json, "host"),
              Json.text(json, "command"),
              Instant.parse(Json.text(json, "since"))));
    } catch (IOException | JsonParseException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Closing the channel gives the lock back, so nobody needs the lock object. */
  private static boolean locked(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void report(Optional<Holder> holder, Diagnostics diag) {
    String who =
        holder
            .map(h ->
                "`netlab %s` (process %d on %s, since %s)"
                    .formatted(h.command(), h.pid(), h.host(), clock(h.since())))
            .orElse("another netlab process");
    diag.error(
        Code.LAB_LOCKED,
        Span.NONE,
        "the lab is being changed by " + who,
        "wait until it ends, or end it; the lock goes away with the process");
  }

  private static String clock(Instant instant) {
    return DateTimeFormatter.ofPattern("HH:mm:ss").format(instant.atZone(ZoneId.systemDefault()));
  }

  private static String write(Holder holder) {
    JsonObject json = new JsonObject();
    json.addProperty("pid", holder.pid());
    json.addProperty("host", holder.host());
    json.addProperty("command", holder.command());
    json.addProperty("since", holder.since().toString());
    return json + "\n";
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this host";
    }
  }
}
