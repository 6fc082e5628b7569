package netlab.matrix;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import netlab.report.JUnitXml;
import netlab.report.JUnitXml.Case;
import netlab.report.JUnitXml.Failure;
import netlab.report.JUnitXml.Suite;

/** A matrix as JUnit XML, which CI systems show: a suite a column, a test case a scenario. */
public final class MatrixJUnit {
  private MatrixJUnit() {}

  /** The document. */
  public static String text(MatrixRecord matrix) {
    return JUnitXml.of(
        "netlab matrix", matrix.columns().stream().map(column -> suite(matrix, column)).toList());
  }

  private static Suite suite(MatrixRecord matrix, String column) {
    List<CellResult> cells =
        matrix.cells().stream().filter(c -> c.cell().column().equals(column)).toList();
    Duration took = cells.stream().map(MatrixJUnit::total).reduce(Duration.ZERO, Duration::plus);
    return new Suite(column, took, cells.stream().map(MatrixJUnit::testcase).toList());
  }

  private static Case testcase(CellResult cell) {
    Run run = cell.worst();
    List<String> reasons = run.reasons().stream().map(Reason::text).toList();
    String first = reasons.stream().findFirst().orElse("");
    return new Case(
        cell.cell().column().replace(' ', '.'),
        cell.cell().scenario().name(),
        total(cell),
        cell.status() == Status.FAILED
            ? Optional.of(new Failure(first, String.join("\n", reasons)))
            : Optional.empty(),
        cell.status() == Status.UNSUPPORTED ? Optional.of(first) : Optional.empty(),
        cell.status() == Status.WARNING ? Optional.of(warnings(run)) : Optional.empty());
  }

  private static String warnings(Run run) {
    return run.tests().stream()
        .filter(test -> test.status().equals("warning"))
        .map(test -> "warning: " + test.name())
        .collect(Collectors.joining("\n"));
  }

  private static Duration total(CellResult cell) {
    return Duration.ofMillis(cell.runs().stream().mapToLong(Run::total).sum());
  }
}
