package netlab.plan;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Diagnostics;

/**
 * What was done to a running lab, in {@code .netlab/journal.ndjson}: only ever appended to, on disk
 * before the step it tells of begins. A step is in effect from its {@code started} record, which
 * holds the inverse, to its {@code undone} record. A last line that is not whole, left by a crash,
 * tells of something that did not begin, and is dropped.
 */
public final class Journal implements AutoCloseable {
  static final int VERSION = 1;

  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  /** How far a step got. */
  public enum State {
    /** It, or its inverse, began; nobody knows how far that got. */
    STARTED,
    DONE,
    FAILED
  }

  /** Which steps ran side by side: those of the same stage of the same run. */
  record Group(int run, int stage) {}

  /**
   * A step in effect.
   *
   * @param fingerprint differs from that of a planned step when that would do something else
   */
  public record Entry(
      StepId id, String title, Group group, String fingerprint, List<Undo> undo, State state) {
    public Entry {
      undo = List.copyOf(undo);
    }

    Entry in(State next) {
      return new Entry(id, title, group, fingerprint, undo, next);
    }
  }

  private final FileChannel file;
  private final String boot;
  private final SequencedMap<StepId, Entry> live;
  private int run;
  private long end;

  private Journal(FileChannel file, String boot, Replay replay) {
    this.file = file;
    this.boot = boot;
    this.live = new LinkedHashMap<>(replay.live());
    this.run = replay.lastRun();
    this.end = replay.wholeBytes();
    if (!replay.lastBoot().equals(boot)) {
      // Namespaces, containers and processes did not survive the reboot: nothing is known to be so.
      live.replaceAll((id, entry) -> entry.in(State.STARTED));
    }
  }

  /**
   * Opens the journal of a lab, or makes an empty one. Reports and returns empty when it is damaged
   * in the middle, or was written by a later version.
   *
   * @throws IOException when the file cannot be read or written
   */
  public static Optional<Journal> open(LabLock lock, Diagnostics diag) throws IOException {
    return open(lock.folder(), bootId(), diag);
  }

  static Optional<Journal> open(LabFolder folder, String boot, Diagnostics diag)
      throws IOException {
    Path path = folder.journal();
    folder.prepare();
    Replay replay = new Replay(Files.exists(path) ? Files.readAllBytes(path) : new byte[0]);
    if (!replay.run(diag)) {
      return Optional.empty();
    }
    FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    LabFolder.mode(path, LabFolder.OWNER_ONLY);
    return Optional.of(new Journal(file, boot, replay));
  }

  private static String bootId() {
    try {
      return Files.readString(BOOT_ID).strip();
    } catch (IOException e) {
      return "";
    }
  }

  /** The steps in effect, in the order in which they began. */
  public synchronized List<Entry> entries() {
    return List.copyOf(live.values());
  }

  /** Notes that a command begins to work on the lab. Forgets history that no longer matters. */
  synchronized void begin(String command) throws IOException {
    if (live.isEmpty()) {
      end = 0;
    }
    run++;
    JsonObject json = event("run");
    json.addProperty("version", VERSION);
    json.addProperty("run", run);
    json.addProperty("command", command);
    json.addProperty("boot", boot);
    append(json);
  }

  /** To be called before the step does anything. */
  synchronized void started(Step step, int stage) throws IOException {
    Entry entry =
        new Entry(
            step.id(),
            step.title(),
            new Group(run, stage),
            StepJson.fingerprint(step),
            step.undo(),
            State.STARTED);
    JsonObject json = event("started");
    json.addProperty("step", step.id().text());
    json.addProperty("title", step.title());
    json.addProperty("stage", stage);
    json.addProperty("fingerprint", entry.fingerprint());
    json.add("undo", StepJson.write(step.undo()));
    append(json);
    live.remove(step.id());
    live.put(step.id(), entry);
  }

  synchronized void done(StepId step) throws IOException {
    append(step("done", step));
    live.computeIfPresent(step, (id, entry) -> entry.in(State.DONE));
  }

  synchronized void failed(StepId step, String message) throws IOException {
    JsonObject json = step("failed", step);
    json.addProperty("message", message);
    append(json);
    live.computeIfPresent(step, (id, entry) -> entry.in(State.FAILED));
  }

  /** To be called before the inverse of the step does anything. */
  synchronized void undoing(StepId step) throws IOException {
    append(step("undoing", step));
    live.computeIfPresent(step, (id, entry) -> entry.in(State.STARTED));
  }

  synchronized void undone(StepId step) throws IOException {
    append(step("undone", step));
    live.remove(step);
  }

  /** Notes that an inverse failed; the step stays in effect. */
  synchronized void undoFailed(StepId step, String message) throws IOException {
    JsonObject json = step("undo-failed", step);
    json.addProperty("message", message);
    append(json);
    live.computeIfPresent(step, (id, entry) -> entry.in(State.FAILED));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static JsonObject event(String name) {
    JsonObject json = new JsonObject();
    json.addProperty("at", Instant.now().toString());
    json.addProperty("event", name);
    return json;
  }

  private static JsonObject step(String event, StepId step) {
    JsonObject json = event(event);
    json.addProperty("step", step.text());
    return json;
  }

  /** Overwrites what an earlier record that could not be written whole has left behind. */
  private void append(JsonObject json) throws IOException {
    ByteBuffer line = ByteBuffer.wrap((json + "\n").getBytes(StandardCharsets.UTF_8));
    file.truncate(end);
    file.position(end);
    while (line.hasRemaining()) {
      file.write(line);
    }
    file.force(false);
    end = file.position();
  }
}
