package netlab.plan;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** One thing to do on the way to a running lab: data, so that it can be shown and journalled. */
public sealed interface Step {
  /** The name, stable from run to run. */
  StepId id();

  /** What it does, for people: {@code create 12 links}. */
  String title();

  /**
   * How it is undone, in this order. Empty when it cannot be undone, nor done again, by itself:
   * what came before it is undone then, too. {@link Undo#NOTHING} when doing it again is harmless.
   */
  List<Undo> undo();

  /**
   * Writes files below the lab's folder.
   *
   * @param keep true when the files stay when the lab goes down: what {@code create} would write
   */
  record WriteFiles(
      StepId id, String title, SequencedMap<SafePath, FileContent> files, boolean keep)
      implements Step {
    public WriteFiles {
      files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    }

    @Override
    public List<Undo> undo() {
      if (keep) {
        return List.of(Undo.NOTHING);
      }
      SequencedMap<SafePath, String> hashes = new LinkedHashMap<>();
      files.forEach((path, content) -> hashes.put(path, Sha256.hex(content.text())));
      return List.of(new Undo.RemoveFiles(hashes));
    }
  }

  /**
   * Runs commands. The step fails at the first that fails.
   *
   * @param together true when the commands may run at the same time
   */
  record RunCommands(
      StepId id, String title, List<Action> actions, boolean together, List<Undo> undo)
      implements Step {
    public RunCommands {
      actions = List.copyOf(actions);
      undo = List.copyOf(undo);
    }
  }

  /** Gives a running node its configuration; the provider knows how. Goes away with the node. */
  record PushConfig(StepId id, String title, String node, String text) implements Step {
    @Override
    public List<Undo> undo() {
      return List.of();
    }
  }

  /**
   * Waits until something is so; the provider knows how to look.
   *
   * @param condition what, in the provider's own words: {@code ssh r1}
   */
  record WaitFor(StepId id, String title, String condition, Duration limit) implements Step {
    @Override
    public List<Undo> undo() {
      return List.of(Undo.NOTHING);
    }
  }
}
