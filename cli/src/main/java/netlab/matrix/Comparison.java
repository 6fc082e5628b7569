package netlab.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is otherwise than in an earlier matrix. */
public record Comparison(List<Change> changes) {
  /** Which way something changed. */
  public enum Direction {
    BETTER,
    WORSE,
    OTHER
  }

  /**
   * Something that changed.
   *
   * @param text one line: {@code bgp/01-session frr netns: passed -> failed}
   */
  public record Change(Direction direction, String text) {}

  public Comparison {
    changes = List.copyOf(changes);
  }

  /** Cells that are only in the earlier one were not run now, which is no change. */
  public static Comparison of(MatrixRecord before, MatrixRecord now) {
    List<Change> changes = new ArrayList<>();
    for (CellResult cell : now.cells()) {
      Optional<CellResult> old = before.find(cell.cell());
      String name = cell.cell().scenario().name() + "  " + cell.cell().column() + ": ";
      if (old.isEmpty()) {
        changes.add(new Change(Direction.OTHER, name + "new, " + cell.status().word()));
      } else {
        changes.addAll(changes(name, old.get(), cell));
      }
    }
    return new Comparison(changes);
  }

  private static List<Change> changes(String name, CellResult before, CellResult now) {
    List<Change> changes = new ArrayList<>();
    Status old = before.status();
    if (old != now.status()) {
      Direction direction = now.status().compareTo(old) > 0 ? Direction.WORSE : Direction.BETTER;
      changes.add(new Change(direction, name + old.word() + " -> " + now.status().word()));
    }
    Map<String, String> tests = new LinkedHashMap<>();
    before.worst().tests().forEach(test -> tests.put(test.name(), test.status()));
    for (TestOutcome test : now.worst().tests()) {
      String was = tests.getOrDefault(test.name(), test.status());
      if (!was.equals(test.status())) {
        Direction direction =
            test.status().equals("passed")
                ? Direction.BETTER
                : was.equals("passed") ? Direction.WORSE : Direction.OTHER;
        String text = name + "test " + test.name() + " " + was + " -> " + test.status();
        changes.add(new Change(direction, text));
      }
    }
    return changes;
  }
}
