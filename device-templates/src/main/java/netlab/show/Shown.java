package netlab.show;

import java.util.List;
import netlab.expect.Observation;

/** What an output says. */
public sealed interface Shown {
  /** The facts in it; no rows means that the device knows of none. */
  record Rows(List<Observation> rows) implements Shown {
    public Rows {
      rows = List.copyOf(rows);
    }
  }

  /** It is not the output of that command: an error message, another format. */
  record Unreadable(String why) implements Shown {}
}
