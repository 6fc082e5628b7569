package netlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.cli.Out.Style;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.matrix.Cell;
import netlab.matrix.CellResult;
import netlab.matrix.Comparison;
import netlab.matrix.MatrixJUnit;
import netlab.matrix.MatrixJson;
import netlab.matrix.MatrixMarkdown;
import netlab.matrix.MatrixPage;
import netlab.matrix.MatrixRecord;
import netlab.matrix.MatrixRun;
import netlab.matrix.Phase;
import netlab.matrix.Reason;
import netlab.matrix.Run;
import netlab.matrix.Scenarios;
import netlab.matrix.Status;
import netlab.plan.LabFolder;
import netlab.report.Finding;
import netlab.report.Times;
import netlab.view.Json;

/** Tells how a matrix goes, and writes its files after every cell. */
final class MatrixReport {
  static final String JSON = "matrix.json";
  private static final String PAGE = "matrix.html";

  /**
   * Where the result goes.
   *
   * @param folder that of {@code matrix.json} and {@code matrix.html}
   * @param junit JUnit XML
   * @param markdown a document
   */
  record Files(Path folder, Optional<Path> junit, Optional<Path> markdown) {}

  private final Optional<MatrixRecord> earlier;
  private final Files files;
  private final List<Cell> cells;
  private final Out out;
  private final long began = System.nanoTime();
  private final int nameWidth;
  private final int columnWidth;
  private MatrixRecord matrix;

  /**
   * A report.
   *
   * @param begin what is known before anything runs
   * @param earlier what to compare with
   * @param files what is written
   * @param cells all that are asked for
   */
  MatrixReport(
      MatrixRecord begin, Optional<MatrixRecord> earlier, Files files, List<Cell> cells, Out out) {
    this.matrix = begin;
    this.earlier = earlier;
    this.files = files;
    this.cells = List.copyOf(cells);
    this.out = out;
    this.nameWidth = cells.stream().mapToInt(c -> c.scenario().name().length()).max().orElse(1);
    this.columnWidth = cells.stream().mapToInt(c -> c.column().length()).max().orElse(1);
  }

  void title(Scenarios scenarios) {
    long known = cells.stream().filter(cell -> matrix.find(cell).isPresent()).count();
    int all = scenarios.all().size();
    out.line(
        "matrix   %d %s   %s%s"
            .formatted(
                all,
                all == 1 ? "scenario" : "scenarios",
                String.join(", ", cells.stream().map(Cell::column).distinct().toList()),
                known > 0 ? "   " + known + " known already" : ""));
  }

  MatrixRun.Listener listener(Out.Live live) {
    return new MatrixRun.Listener() {
      @Override
      public void begun(Cell cell, Phase phase) {
        live.show(cell.key(), List.of("  " + name(cell) + phase.word() + " ..."));
      }

      @Override
      public void ended(CellResult result) throws IOException {
        live.show(result.cell().key(), List.of());
        matrix = matrix.with(result);
        write();
        live.keep(line(matrix.find(result.cell()).orElse(result)));
      }
    };
  }

  private String name(Cell cell) {
    String form = "%-" + nameWidth + "s   %-" + columnWidth + "s   ";
    return form.formatted(cell.scenario().name(), cell.column());
  }

  private String line(CellResult result) {
    Run run = result.worst();
    Style style =
        switch (result.status()) {
          case PASSED -> Style.GOOD;
          case WARNING -> Style.WARN;
          case UNSUPPORTED -> Style.FAINT;
          case FAILED -> Style.BAD;
        };
    String status = out.styled(style, "%-11s".formatted(result.status().word()));
    List<String> parts = new ArrayList<>();
    if (!run.reasons().isEmpty()) {
      parts.add(run.reasons().getFirst().text());
    } else {
      if (run.adjacencies() > 0) {
        parts.add(run.adjacencies() + (run.adjacencies() == 1 ? " adjacency" : " adjacencies"));
      }
      parts.add(
          run.tests().isEmpty()
              ? "no tests"
              : run.tests("passed") + " of " + run.tried() + " tests passed");
    }
    if (result.runs().size() > 1) {
      long same = result.runs().stream().filter(r -> r.status() == result.status()).count();
      parts.add(same + " of " + result.runs().size() + " runs");
    }
    String time = "%8s   ".formatted(Times.text(Duration.ofMillis(run.total())));
    return "  " + name(result.cell()) + status + time + String.join(", ", parts);
  }

  private Optional<Comparison> comparison() {
    return earlier.map(before -> Comparison.of(before, matrix));
  }

  private void write() throws IOException {
    write(files.folder.resolve(JSON), Json.text(MatrixJson.tree(matrix)));
    write(files.folder.resolve(PAGE), MatrixPage.text(matrix, comparison()));
    if (files.junit.isPresent()) {
      write(files.junit.get().toAbsolutePath(), MatrixJUnit.text(matrix));
    }
    if (files.markdown.isPresent()) {
      write(files.markdown.get().toAbsolutePath(), MatrixMarkdown.text(matrix));
    }
  }

  private static void write(Path file, String text) throws IOException {
    LabFolder.replace(file, text, "rw-r--r--", false);
  }

  /** The last words; returns the exit status. */
  int end(Diagnostics diag) throws IOException {
    write();
    List<String> left =
        matrix.cells().stream()
            .flatMap(cell -> cell.runs().stream())
            .flatMap(run -> run.reasons().stream())
            .filter(reason -> reason.kind() == Reason.Kind.DOWN)
            .map(Reason::text)
            .toList();
    comparison().ifPresent(this::changes);
    left.forEach(out::line);
    out.findings(matrix.cells().stream().flatMap(cell -> finding(cell).stream()).toList());
    List<String> counts = new ArrayList<>();
    for (Status status : Status.values()) {
      long count = matrix.count(status);
      if (count > 0) {
        counts.add(count + " " + status.word());
      }
    }
    out.line(
        "%s, %s          see: %s"
            .formatted(
                String.join(", ", counts),
                Times.text(Duration.ofNanos(System.nanoTime() - began)),
                files.folder.resolve(PAGE)));
    SequencedMap<String, Object> tree = MatrixJson.tree(matrix);
    Problems.put(tree, diag);
    out.tree(tree);
    return matrix.count(Status.FAILED) > 0 ? ExitCode.FAILED : ExitCode.OK;
  }

  private static Optional<Finding> finding(CellResult result) {
    if (result.status() != Status.FAILED) {
      return Optional.empty();
    }
    Cell cell = result.cell();
    List<String> reasons = result.worst().reasons().stream().map(Reason::text).toList();
    Span file = new Span(new SourceFile(cell.scenario().file().toString(), ""), 1, 1, 1, 1);
    return Optional.of(
        new Finding(
            cell.scenario().name() + " on " + cell.column(),
            true,
            String.join("\n", reasons),
            file));
  }

  private void changes(Comparison comparison) {
    out.line(comparison.changes().isEmpty() ? "nothing changed" : "changed:");
    for (Comparison.Change change : comparison.changes()) {
      Style style =
          switch (change.direction()) {
            case BETTER -> Style.GOOD;
            case WORSE -> Style.BAD;
            case OTHER -> Style.FAINT;
          };
      out.line("  " + out.styled(style, change.text()));
    }
  }
}
