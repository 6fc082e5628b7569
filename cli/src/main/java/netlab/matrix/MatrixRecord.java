package netlab.matrix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * Everything that is known of a matrix, at any time.
 *
 * @param versions of netlab, its tools and the host
 * @param cells in the order in which they are shown
 */
public record MatrixRecord(
    Instant begun, SequencedMap<String, String> versions, List<CellResult> cells) {
  public MatrixRecord {
    versions = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(versions));
    cells = List.copyOf(cells);
  }

  /**
   * The same with the cells of a matrix of another host or kernel. Of a cell that both have, the
   * one counts for which its host lacked nothing; otherwise the later one.
   */
  public MatrixRecord merged(MatrixRecord other) {
    MatrixRecord all = this;
    for (CellResult result : other.cells) {
      SequencedMap<String, String> there = new LinkedHashMap<>(other.versions);
      there.putAll(result.elsewhere());
      there
          .entrySet()
          .removeIf(version -> version.getValue().equals(versions.get(version.getKey())));
      all = all.with(new CellResult(result.cell(), result.runs(), there), CellResult::orElsewhere);
    }
    return all;
  }

  /** The same with the result of one more cell, or more runs of one. */
  public MatrixRecord with(CellResult more) {
    return with(more, CellResult::and);
  }

  private MatrixRecord with(CellResult more, BinaryOperator<CellResult> both) {
    List<CellResult> all = new ArrayList<>();
    boolean known = false;
    for (CellResult cell : cells) {
      boolean same = cell.cell().key().equals(more.cell().key());
      all.add(same ? both.apply(cell, more) : cell);
      known |= same;
    }
    if (!known) {
      all.add(more);
    }
    return new MatrixRecord(begun, versions, all);
  }

  /** The result of a cell. */
  public Optional<CellResult> find(Cell cell) {
    return cells.stream().filter(c -> c.cell().key().equals(cell.key())).findFirst();
  }

  /** How many cells have this status. */
  public long count(Status status) {
    return cells.stream().filter(c -> c.status() == status).count();
  }

  /** The columns, in the order of their first cells. */
  List<String> columns() {
    return cells.stream().map(c -> c.cell().column()).distinct().toList();
  }

  /** The cells by scenario, in the order of names, and by column. */
  SequencedMap<String, Map<String, CellResult>> table() {
    SequencedMap<String, Map<String, CellResult>> rows = new TreeMap<>();
    for (CellResult cell : cells) {
      rows.computeIfAbsent(cell.cell().scenario().name(), n -> new LinkedHashMap<>())
          .put(cell.cell().column(), cell);
    }
    return rows;
  }
}
