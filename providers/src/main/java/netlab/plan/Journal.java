package netlab.plan;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
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

    /** True when there is something to do, by which the step no longer is in effect. */
    boolean hasInverse() {
      return undo.stream().anyMatch(part -> !part.equals(Undo.NOTHING));
    }

    Entry in(State next) {
      return new Entry(id, title, group, fingerprint, undo, next);
    }
  }

  /** Not a channel: an interrupt would close that, and nothing could be written any more. */
  private final RandomAccessFile file;

  private final String boot;
  private final SequencedMap<StepId, Entry> live;
  private final Object disk = new Object();
  private int run;
  private long end;
  private long written;
  private long onDisk;

  private Journal(RandomAccessFile file, String boot, Replay replay) {
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
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
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
  void begin(String command) throws IOException {
    JsonObject json = event("run");
    json.addProperty("version", VERSION);
    json.addProperty("command", command);
    json.addProperty("boot", boot);
    synchronized (this) {
      if (live.isEmpty()) {
        end = 0;
      }
      run++;
      json.addProperty("run", run);
    }
    record(json, () -> {});
  }

  /** To be called before the step does anything. */
  void started(Step step, int stage) throws IOException {
    JsonObject json = step("started", step.id());
    String fingerprint = StepJson.fingerprint(step);
    json.addProperty("title", step.title());
    json.addProperty("stage", stage);
    json.addProperty("fingerprint", fingerprint);
    json.add("undo", StepJson.write(step.undo()));
    record(
        json,
        () -> {
          live.remove(step.id());
          live.put(
              step.id(),
              new Entry(
                  step.id(),
                  step.title(),
                  new Group(run, stage),
                  fingerprint,
                  step.undo(),
                  State.STARTED));
        });
  }

  /**
   * Notes that all steps of a plan are in effect, where that was so for the same steps before: what
   * they made was changed in another way than by taking them again.
   *
   * @return false when other steps are in effect; then nothing is noted
   */
  public boolean amend(String command, Plan plan) throws IOException {
    Set<StepId> planned = new HashSet<>();
    plan.steps().forEach(step -> planned.add(step.id()));
    boolean same =
        entries().stream().allMatch(e -> e.state() == State.DONE)
            && planned.equals(Set.copyOf(entries().stream().map(Entry::id).toList()));
    if (!same) {
      return false;
    }
    begin(command);
    boolean changed = false;
    for (int stage = 0; stage < plan.stages().size(); stage++) {
      for (Step step : plan.stages().get(stage)) {
        Entry entry =
            entries().stream().filter(e -> e.id().equals(step.id())).findFirst().orElseThrow();
        // From there on all are noted again, so that their order stays that of the plan.
        changed |= !entry.fingerprint().equals(StepJson.fingerprint(step));
        if (changed) {
          started(step, stage);
          done(step.id());
        }
      }
    }
    return true;
  }

  void done(StepId step) throws IOException {
    record(step("done", step), () -> become(step, State.DONE));
  }

  void failed(StepId step, String message) throws IOException {
    record(withMessage(step("failed", step), message), () -> become(step, State.FAILED));
  }

  /** To be called before the inverse of the step does anything. */
  void undoing(StepId step) throws IOException {
    record(step("undoing", step), () -> become(step, State.STARTED));
  }

  void undone(StepId step) throws IOException {
    record(step("undone", step), () -> live.remove(step));
  }

  /** Notes that an inverse failed; the step stays in effect. */
  void undoFailed(StepId step, String message) throws IOException {
    record(withMessage(step("undo-failed", step), message), () -> become(step, State.FAILED));
  }

  private void become(StepId step, State state) {
    live.computeIfPresent(step, (id, entry) -> entry.in(state));
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

  private static JsonObject withMessage(JsonObject json, String message) {
    json.addProperty("message", message);
    return json;
  }

  /**
   * Writes a record and returns when it is on disk. Steps that run side by side share the wait: one
   * of them brings the records of all to the disk.
   */
  private void record(JsonObject json, Runnable effect) throws IOException {
    long mine;
    synchronized (this) {
      append(json);
      effect.run();
      mine = ++written;
    }
    synchronized (disk) {
      if (onDisk < mine) {
        long upTo;
        synchronized (this) {
          upTo = written;
        }
        file.getFD().sync();
        onDisk = upTo;
      }
    }
  }

  /** Overwrites what an earlier record that could not be written whole has left behind. */
  private void append(JsonObject json) throws IOException {
    byte[] line = (json + "\n").getBytes(StandardCharsets.UTF_8);
    file.setLength(end);
    file.seek(end);
    file.write(line);
    end += line.length;
  }
}
