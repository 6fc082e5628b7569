package netlab.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Part of the inverse of a step. It is in the journal before the step begins, so that a lab can be
 * taken down with nothing but its journal; it must therefore be safe to do when the step never
 * began, stopped half-way, or was undone already.
 */
public sealed interface Undo {
  /** The inverse of a step that changes nothing when it is done again. */
  Undo NOTHING = new Run(List.of());

  /** Commands, one after the other; a failure does not keep the next from running. */
  record Run(List<Action> actions) implements Undo {
    public Run {
      actions = List.copyOf(actions);
    }

    /** The commands, in this order. */
    public static Run of(Action... actions) {
      return new Run(List.of(actions));
    }
  }

  /**
   * Removes files, each only when it still is what was written: a file changed since then is
   * somebody's work and stays.
   *
   * @param files the files and the SHA-256 of what was written
   */
  record RemoveFiles(SequencedMap<SafePath, String> files) implements Undo {
    public RemoveFiles {
      files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
    }
  }

  /**
   * Ends every process in these network namespaces, whoever started it there.
   *
   * @param namespaces names as {@code ip netns} knows them; names that are absent are passed over
   */
  record EndProcesses(List<String> namespaces) implements Undo {
    public EndProcesses {
      namespaces = List.copyOf(namespaces);
    }
  }
}
