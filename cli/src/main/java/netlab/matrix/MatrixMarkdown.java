package netlab.matrix;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import netlab.report.Times;

/** A matrix as a Markdown document, for the documentation of a project. */
public final class MatrixMarkdown {
  private final MatrixRecord matrix;

  /** Where cells were run, other than where most were, in the order of their numbers. */
  private final List<Map<String, String>> elsewhere;

  private final StringBuilder out = new StringBuilder();

  private MatrixMarkdown(MatrixRecord matrix) {
    this.matrix = matrix;
    SequencedSet<Map<String, String>> places = new LinkedHashSet<>();
    matrix.cells().stream()
        .map(CellResult::elsewhere)
        .filter(versions -> !versions.isEmpty())
        .forEach(places::add);
    this.elsewhere = List.copyOf(places);
  }

  /** The document. */
  public static String text(MatrixRecord matrix) {
    MatrixMarkdown document = new MatrixMarkdown(matrix);
    document.head();
    document.table();
    document.reasons();
    return document.out.toString();
  }

  private void head() {
    out.append("# Which labs work\n\nWritten by `netlab matrix --markdown`; runs begun ")
        .append(LocalDate.ofInstant(matrix.begun(), ZoneOffset.UTC))
        .append(
            ". Each lab was brought up, its adjacencies proven and its tests run, and taken down.");
    out.append(" Times are those of all of it; of several runs, the median.\n\n");
    out.append("- with ").append(versions(matrix.versions())).append('\n');
    for (int i = 0; i < elsewhere.size(); i++) {
      out.append("- (").append(i + 1).append(") with ").append(versions(elsewhere.get(i)));
      out.append('\n');
    }
    List<String> counts = new ArrayList<>();
    for (Status status : Status.values()) {
      if (matrix.count(status) > 0) {
        counts.add(matrix.count(status) + " " + status.word());
      }
    }
    out.append("\n**").append(String.join(", ", counts)).append("**\n");
  }

  private static String versions(Map<String, String> versions) {
    return versions.entrySet().stream()
        .map(version -> version.getKey() + " " + escaped(version.getValue()))
        .collect(Collectors.joining(", "));
  }

  private void table() {
    List<String> columns = matrix.columns();
    out.append("\n| Lab | ").append(String.join(" | ", columns)).append(" |\n|---");
    out.append("|---".repeat(columns.size())).append("|\n");
    for (Map.Entry<String, Map<String, CellResult>> row : matrix.table().entrySet()) {
      out.append("| ").append(escaped(row.getKey())).append(" |");
      for (String column : columns) {
        String text = Optional.ofNullable(row.getValue().get(column)).map(this::cell).orElse("");
        out.append(' ').append(text).append(text.isEmpty() ? "|" : " |");
      }
      out.append('\n');
    }
  }

  private String cell(CellResult cell) {
    Run run = cell.worst();
    List<String> parts = new ArrayList<>();
    parts.add(cell.status() == Status.PASSED ? "passed" : "**" + cell.status().word() + "**");
    if (cell.status() != Status.UNSUPPORTED) {
      parts.add(Times.text(Duration.ofMillis(median(cell))));
      if (run.adjacencies() > 0) {
        parts.add(run.held() + "/" + run.adjacencies() + " adjacencies");
      }
      if (run.tried() > 0) {
        parts.add(run.tests("passed") + "/" + run.tried() + " tests");
      }
    }
    if (cell.runs().size() > 1) {
      long same = cell.runs().stream().filter(r -> r.status() == cell.status()).count();
      parts.add(same + " of " + cell.runs().size() + " runs");
    }
    int place = elsewhere.indexOf(cell.elsewhere());
    return String.join(", ", parts) + (place < 0 ? "" : " (" + (place + 1) + ")");
  }

  private static long median(CellResult cell) {
    List<Long> times = cell.runs().stream().map(Run::total).sorted().toList();
    return times.get(times.size() / 2);
  }

  /** Why cells did not pass: cells with the same reason together. */
  private void reasons() {
    for (Status status : List.of(Status.FAILED, Status.WARNING, Status.UNSUPPORTED)) {
      SequencedMap<String, List<String>> cells = new TreeMap<>();
      for (CellResult cell : matrix.cells()) {
        if (cell.status() == status) {
          cells.computeIfAbsent(why(cell), reason -> new ArrayList<>()).add(name(cell));
        }
      }
      if (!cells.isEmpty()) {
        String word = status.word();
        out.append("\n## ").append(word.substring(0, 1).toUpperCase(Locale.ROOT));
        out.append(word.substring(1)).append("\n\n");
        cells.forEach((why, names) ->
            out.append("- ")
                .append(String.join(", ", names))
                .append(why.isEmpty() ? "" : ": " + why)
                .append('\n'));
      }
    }
  }

  private static String why(CellResult cell) {
    Run run = cell.worst();
    List<String> reasons = new ArrayList<>(run.reasons().stream().map(Reason::text).toList());
    if (reasons.isEmpty()) {
      run.tests().stream()
          .filter(test -> !test.status().equals("passed") && !test.nodes().isEmpty())
          .forEach(test -> reasons.add("test " + test.name()));
    }
    return escaped(String.join("; ", reasons));
  }

  private String name(CellResult cell) {
    String scenario = escaped(cell.cell().scenario().name());
    return matrix.columns().size() > 1 ? scenario + " on " + cell.cell().column() : scenario;
  }

  /** Text of labs, as text within a table. */
  private static String escaped(String text) {
    return text.replaceAll("\\s+", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("([\\\\|*\\[\\]])", "\\\\$1");
  }
}
