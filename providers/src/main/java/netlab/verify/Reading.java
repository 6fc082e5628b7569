package netlab.verify;

import java.util.List;
import netlab.expect.Observation;

/** What came of reading one kind of facts from one node. */
public sealed interface Reading {
  /** The node answered; no rows means that it knows of no neighbor of this kind. */
  record Rows(List<Observation> rows) implements Reading {
    public Rows {
      rows = List.copyOf(rows);
    }
  }

  /** The node answered something else: the daemon is not running, the output makes no sense. */
  record Unreadable(String why) implements Reading {}

  /** The node did not answer at all. */
  record Unreachable(String why) implements Reading {}

  /** There is no way to ask this device for such facts. */
  record Unsupported(String why) implements Reading {}
}
