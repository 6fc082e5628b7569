package netlab.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import netlab.expect.Expectation;
import netlab.report.JUnitXml.Case;
import netlab.report.JUnitXml.Failure;
import netlab.validate.TestResult;
import netlab.verify.Check;
import netlab.verify.Ends;
import netlab.verify.Status;
import netlab.verify.Verdict;

/** Results as JUnit XML, which CI systems show: each adjacency, each test is a test case. */
public final class JUnitReport {
  private JUnitReport() {}

  /** The document about the adjacencies and the tests of a lab, as far as they were looked at. */
  public static String text(String lab, Optional<Verdict> verdict, List<TestResult> results) {
    List<Case> cases = new ArrayList<>();
    verdict.ifPresent(v -> v.adjacencies().forEach(ends -> cases.add(of(ends))));
    results.stream().filter(r -> !r.nodes().isEmpty()).forEach(r -> cases.add(of(r)));
    Duration took = verdict.map(Verdict::took).orElse(Duration.ZERO);
    for (TestResult result : results) {
      took = took.plus(result.took());
    }
    return JUnitXml.of(new JUnitXml.Suite(lab, took, cases));
  }

  private static Case of(Ends<Check> ends) {
    Expectation e = ends.one().expectation();
    Duration held =
        ends.both().stream()
            .flatMap(c -> c.held().stream())
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    boolean bad = ends.both().stream().anyMatch(c -> !c.ok());
    boolean open = ends.both().stream().allMatch(c -> c.status() == Status.UNCHECKED);
    return new Case(
        e.protocol(),
        e.node() + " - " + e.peer() + ": " + e.label(),
        held,
        bad
            ? Optional.of(
                new Failure(
                    message(ends),
                    String.join(
                        "\n", new VerdictText(List.of(e), Paint.NONE).failures(List.of(ends)))))
            : Optional.empty(),
        open ? Optional.of(message(ends)) : Optional.empty(),
        Optional.empty());
  }

  /** A failure that is only a warning is no failure of the suite. */
  private static Case of(TestResult result) {
    String text =
        result.nodes().stream()
            .map(n -> n.node() + ": " + n.message())
            .collect(Collectors.joining("\n"));
    return new Case(
        "validate",
        result.test().name(),
        result.took(),
        result.status() == TestResult.Status.FAILED
            ? Optional.of(
                new Failure(
                    text,
                    String.join(
                        "\n", new TestText(List.of(), Detail.TESTS, Paint.NONE).ended(result))))
            : Optional.empty(),
        result.status() == TestResult.Status.SKIPPED ? Optional.of(text) : Optional.empty(),
        Optional.empty());
  }

  private static String message(Ends<Check> ends) {
    return ends.both().stream()
        .flatMap(c -> c.reason().stream())
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
