package netlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostic;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.expect.Expectation;
import netlab.validate.TestResult;
import netlab.verify.Check;
import netlab.verify.Ends;
import netlab.verify.Verdict;

/**
 * Something that is wrong, in the form in which code hosting sites take it.
 *
 * @param rule the kind, such as {@code NL0802}
 * @param error false for a warning
 * @param message one or more lines
 * @param at where the lab file caused it
 */
public record Finding(String rule, boolean error, String message, Span at) {
  /** What a lab file says. */
  public static List<Finding> of(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Finding::of).toList();
  }

  /**
   * What a running lab does.
   *
   * @param places where the lab file has its tests
   */
  public static List<Finding> of(
      Optional<Verdict> verdict, List<TestResult> results, Map<String, Span> places) {
    List<Finding> findings = new ArrayList<>();
    verdict.map(Verdict::adjacencies).orElse(List.of()).stream()
        .filter(ends -> ends.both().stream().anyMatch(c -> !c.ok()))
        .forEach(ends -> findings.add(of(ends)));
    results.stream()
        .filter(
            r -> r.status() == TestResult.Status.FAILED || r.status() == TestResult.Status.WARNING)
        .forEach(r -> findings.add(of(r, places.getOrDefault(r.test().name(), Span.NONE))));
    return List.copyOf(findings);
  }

  private static Finding of(TestResult result, Span at) {
    List<String> lines = new TestText(List.of(), Detail.TESTS, Paint.NONE).ended(result);
    return new Finding(
        Code.TEST_FAILED.id(),
        result.status() == TestResult.Status.FAILED,
        String.join("\n", lines.stream().map(String::strip).toList()),
        at);
  }

  private static Finding of(Diagnostic d) {
    return new Finding(
        d.code().id(),
        d.severity() == Severity.ERROR,
        d.message() + d.hint().map(h -> "; " + h).orElse(""),
        d.at());
  }

  private static Finding of(Ends<Check> ends) {
    Expectation e = ends.one().expectation();
    List<String> lines = new VerdictText(List.of(e), Paint.NONE).failures(List.of(ends));
    String message = String.join("\n", lines.stream().map(String::strip).toList());
    return new Finding(Code.ADJACENCY_DOWN.id(), true, message, e.cause());
  }
}
