package netlab.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import netlab.report.Paint.Tone;
import netlab.validate.LabTest;
import netlab.validate.NodeResult;
import netlab.validate.TestResult;

/** Results of tests for people: a line for each test, and below it what was wrong where. */
public final class TestText {
  private static final int MOST_EVIDENCE = 12;
  private static final int LONGEST = 500;
  private static final String INDENT = "        ";

  private final Detail detail;
  private final Paint paint;
  private final int width;

  /** A text whose columns fit these tests. */
  public TestText(List<LabTest> tests, Detail detail, Paint paint) {
    this.detail = detail;
    this.paint = paint;
    this.width = tests.stream().mapToInt(t -> t.name().length()).max().orElse(0);
  }

  /** A test that has ended. */
  public List<String> ended(TestResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "  %s  %s  %6s   %s"
            .formatted(
                mark(result.status()),
                padded(result.test().name()),
                Times.text(result.took()),
                sentence(result))
            .stripTrailing());
    for (NodeResult node : result.nodes()) {
      if (node.status() == NodeResult.Status.FAILED) {
        lines.add(INDENT + node.node() + ": " + node.message());
        node.evidence().ifPresent(text -> lines.addAll(evidence(text)));
      } else if (result.status() == TestResult.Status.SKIPPED
          || detail.compareTo(Detail.NODES) >= 0) {
        lines.add(INDENT + node.node() + ": " + node.message());
        node.evidence()
            .filter(text -> detail == Detail.ANSWERS)
            .ifPresent(text -> lines.addAll(evidence(text)));
      }
    }
    return lines;
  }

  /** A test that goes on. */
  public String open(LabTest test, List<NodeResult> open, Duration left) {
    String what =
        test.waiting()
            .or(() -> open.stream().map(n -> n.node() + ": " + n.message()).findFirst())
            .orElse("waiting");
    return "  %s  %s  %6s   %s"
        .formatted(paint.of(Tone.FAINT, "...."), padded(test.name()), Times.text(left), what);
  }

  /** {@code 3 passed, 1 failed, 2 skipped}. */
  public static String summary(List<TestResult> results) {
    List<String> parts = new ArrayList<>();
    count(results, TestResult.Status.PASSED, "passed", parts);
    count(results, TestResult.Status.FAILED, "failed", parts);
    count(results, TestResult.Status.WARNING, "with a warning", parts);
    count(results, TestResult.Status.SKIPPED, "skipped", parts);
    return parts.isEmpty() ? "no tests" : String.join(", ", parts);
  }

  private static void count(
      List<TestResult> results, TestResult.Status status, String word, List<String> parts) {
    // A pause is no test.
    long number =
        results.stream().filter(r -> r.status() == status && !r.nodes().isEmpty()).count();
    if (number > 0) {
      parts.add(number + " " + word);
    }
  }

  private String padded(String name) {
    return name + " ".repeat(Math.max(0, width - name.length()));
  }

  private String mark(TestResult.Status status) {
    return switch (status) {
      case PASSED -> paint.of(Tone.GOOD, "pass");
      case FAILED -> paint.of(Tone.BAD, "FAIL");
      case WARNING -> paint.of(Tone.WARN, "warn");
      case SKIPPED -> paint.of(Tone.FAINT, "skip");
    };
  }

  /** What is said of a result: the words of the lab file, or what was found. */
  private static String sentence(TestResult result) {
    LabTest test = result.test();
    Optional<String> own =
        switch (result.status()) {
          case PASSED -> test.pass();
          case FAILED, WARNING -> test.fail();
          case SKIPPED -> Optional.empty();
        };
    return own.or(test::description).or(test::waiting).orElseGet(() -> passed(result)).strip();
  }

  /** What was wrong stands below. */
  private static String passed(TestResult result) {
    return result.nodes().stream()
        .filter(n -> n.status() == NodeResult.Status.PASSED)
        .map(n -> n.node() + ": " + n.message())
        .collect(Collectors.joining("; "));
  }

  private String shown(String line) {
    return line.length() > LONGEST && detail != Detail.ANSWERS
        ? line.substring(0, LONGEST) + "..."
        : line;
  }

  private List<String> evidence(String text) {
    List<String> lines = text.lines().toList();
    List<String> shown = new ArrayList<>();
    int most = detail == Detail.ANSWERS ? lines.size() : MOST_EVIDENCE;
    lines.stream().limit(most).forEach(line -> shown.add(INDENT + "  | " + shown(line)));
    if (lines.size() > most) {
      shown.add(INDENT + "  | and " + (lines.size() - most) + " more lines");
    }
    return shown;
  }
}
