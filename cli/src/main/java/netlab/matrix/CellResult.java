package netlab.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What became of a cell.
 *
 * @param runs at least one
 * @param elsewhere the versions that were others than those of the matrix, where the cell was run
 *     on another host or kernel
 */
public record CellResult(Cell cell, List<Run> runs, SequencedMap<String, String> elsewhere) {
  public CellResult {
    runs = List.copyOf(runs);
    elsewhere = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(elsewhere));
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("no run of " + cell.key());
    }
  }

  /** A cell that was run where the matrix is. */
  public CellResult(Cell cell, List<Run> runs) {
    this(cell, runs, new LinkedHashMap<>());
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

  /** True when another host, or another kernel, could tell more. */
  public boolean lacksHost() {
    return status() == Status.UNSUPPORTED
        && worst().reasons().stream().anyMatch(reason -> reason.kind() == Reason.Kind.HOST);
  }

  /**
   * The same cell with further runs of it; or, when it was known from elsewhere, what tells more.
   */
  CellResult and(CellResult more) {
    if (!elsewhere.equals(more.elsewhere)) {
      return orElsewhere(more);
    }
    List<Run> all = new ArrayList<>(runs);
    all.addAll(more.runs);
    return new CellResult(cell, all, elsewhere);
  }

  /** Of two results of a cell the one for which the host lacked nothing, otherwise the later. */
  CellResult orElsewhere(CellResult more) {
    if (lacksHost() != more.lacksHost()) {
      return lacksHost() ? more : this;
    }
    return more.worst().begun().isBefore(worst().begun()) ? this : more;
  }
}
