package netlab.matrix;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a cell.
 *
 * @param runs at least one
 */
public record CellResult(Cell cell, List<Run> runs) {
  public CellResult {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("no run of " + cell.key());
    }
  }

  /** That of the worst run. */
  public Status status() {
    return runs.stream().map(Run::status).reduce(Status.PASSED, Status::worse);
  }

  /** True when the runs did not all end alike. */
  public boolean unstable() {
    return runs.stream().map(Run::status).distinct().count() > 1;
  }

  /** The run to look at: the first of the worst. */
  public Run worst() {
    return runs.stream().filter(r -> r.status() == status()).findFirst().orElseThrow();
  }

  CellResult and(List<Run> more) {
    List<Run> all = new ArrayList<>(runs);
    all.addAll(more);
    return new CellResult(cell, all);
  }
}
