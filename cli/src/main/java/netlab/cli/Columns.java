package netlab.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns, as wide as their widest cell. */
final class Columns {
  private static final String GAP = "   ";

  private Columns() {}

  /** One line a row; all rows have the same number of cells. */
  static List<String> of(List<List<String>> rows) {
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String cell = row.get(i);
        line.append(cell).append(" ".repeat(widths[i] - cell.length()));
        line.append(widths[i] > 0 ? GAP : "");
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
