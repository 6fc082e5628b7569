package netlab.plan;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.plan.Journal.Entry;
import netlab.plan.Journal.Group;
import netlab.plan.Journal.State;

/** Reads a journal from its beginning and finds which steps are in effect at its end. */
final class Replay {
  private final byte[] bytes;
  private final SequencedMap<StepId, Entry> live = new LinkedHashMap<>();
  private int lastRun;
  private String lastBoot = "";
  private int wholeBytes;

  Replay(byte[] bytes) {
    this.bytes = bytes;
  }

  SequencedMap<StepId, Entry> live() {
    return live;
  }

  int lastRun() {
    return lastRun;
  }

  /** The boot of the machine in which the last run began; empty when there was none. */
  String lastBoot() {
    return lastBoot;
  }

  /** How many bytes the whole records take; what follows is a torn one. */
  int wholeBytes() {
    return wholeBytes;
  }

  /** False, with a report, when a record other than the last cannot be understood. */
  boolean run(Diagnostics diag) {
    int line = 0;
    int end = lineEnd(0);
    while (end >= 0) {
      line++;
      Optional<String> problem =
          apply(new String(bytes, wholeBytes, end - wholeBytes, StandardCharsets.UTF_8));
      if (problem.isPresent()) {
        boolean torn = end == bytes.length - 1;
        return torn || report(line, problem.get(), diag);
      }
      wholeBytes = end + 1;
      end = lineEnd(wholeBytes);
    }
    return true;
  }

  private int lineEnd(int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private boolean report(int line, String problem, Diagnostics diag) {
    SourceFile file =
        new SourceFile(".netlab/journal.ndjson", new String(bytes, StandardCharsets.UTF_8));
    diag.error(
        Code.JOURNAL_DAMAGED,
        new Span(file, line, 1, line, 2),
        "this record of the journal cannot be understood: " + problem,
        "remove the lab's containers or namespaces by hand, then delete the journal");
    return false;
  }

  private Optional<String> apply(String text) {
    try {
      JsonObject json = Json.parse(text);
      String event = Json.text(json, "event");
      switch (event) {
        case "run" -> {
          return run(json);
        }
        case "started" -> start(json);
        case "done" -> become(json, State.DONE);
        case "failed", "undo-failed" -> become(json, State.FAILED);
        case "undoing" -> become(json, State.STARTED);
        case "undone" -> live.remove(new StepId(Json.text(json, "step")));
        default -> {
          return Optional.of("`" + event + "` is no known event");
        }
      }
      return Optional.empty();
    } catch (JsonParseException e) {
      return Optional.of("it is not a JSON record of the expected form");
    }
  }

  private Optional<String> run(JsonObject json) {
    int version = Json.number(json, "version");
    if (version > Journal.VERSION) {
      return Optional.of("version " + version + " was written by a later netlab");
    }
    lastRun = Json.number(json, "run");
    lastBoot = Json.text(json, "boot");
    return Optional.empty();
  }

  private void start(JsonObject json) {
    StepId id = new StepId(Json.text(json, "step"));
    live.remove(id);
    live.put(
        id,
        new Entry(
            id,
            Json.text(json, "title"),
            new Group(lastRun, Json.number(json, "stage")),
            Json.text(json, "fingerprint"),
            StepJson.readUndo(Json.items(json, "undo")),
            State.STARTED));
  }

  private void become(JsonObject json, State state) {
    live.computeIfPresent(new StepId(Json.text(json, "step")), (id, entry) -> entry.in(state));
  }
}
