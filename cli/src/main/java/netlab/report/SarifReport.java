package netlab.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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

/** What is wrong with a lab as SARIF 2.1.0, which code hosting sites show beside the line. */
public final class SarifReport {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private record Finding(String rule, String level, String message, Span at) {}

  private SarifReport() {}

  /** The document about what a lab file says. */
  public static String of(List<Diagnostic> diagnostics, String version) {
    return text(diagnostics.stream().map(SarifReport::finding).toList(), version);
  }

  /**
   * The document about what a running lab does.
   *
   * @param places where the lab file has its tests
   */
  public static String of(
      Optional<Verdict> verdict,
      List<TestResult> results,
      Map<String, Span> places,
      String version) {
    List<Finding> findings = new ArrayList<>();
    verdict.map(Verdict::adjacencies).orElse(List.of()).stream()
        .filter(ends -> ends.both().stream().anyMatch(c -> !c.ok()))
        .forEach(ends -> findings.add(finding(ends)));
    results.stream()
        .filter(
            r -> r.status() == TestResult.Status.FAILED || r.status() == TestResult.Status.WARNING)
        .forEach(r -> findings.add(finding(r, places.getOrDefault(r.test().name(), Span.NONE))));
    return text(findings, version);
  }

  private static Finding finding(TestResult result, Span at) {
    List<String> lines = new TestText(List.of(), Paint.NONE).ended(result);
    return new Finding(
        Code.TEST_FAILED.id(),
        result.status() == TestResult.Status.FAILED ? "error" : "warning",
        String.join("\n", lines.stream().map(String::strip).toList()),
        at);
  }

  private static Finding finding(Diagnostic d) {
    String level = d.severity() == Severity.ERROR ? "error" : "warning";
    return new Finding(
        d.code().id(), level, d.message() + d.hint().map(h -> "; " + h).orElse(""), d.at());
  }

  private static Finding finding(Ends<Check> ends) {
    Expectation e = ends.one().expectation();
    List<String> lines = new VerdictText(List.of(e), Paint.NONE).failures(List.of(ends));
    String message = String.join("\n", lines.stream().map(String::strip).toList());
    return new Finding(Code.ADJACENCY_DOWN.id(), "error", message, e.cause());
  }

  private static String text(List<Finding> findings, String version) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setFormattingStyle(FormattingStyle.PRETTY);
      json.setHtmlSafe(false);
      json.beginObject();
      json.name("$schema").value(SCHEMA);
      json.name("version").value("2.1.0");
      json.name("runs").beginArray().beginObject();
      json.name("tool").beginObject().name("driver").beginObject();
      json.name("name").value("netlab");
      json.name("version").value(version);
      json.endObject().endObject();
      json.name("columnKind").value("utf16CodeUnits");
      json.name("results").beginArray();
      for (Finding finding : findings) {
        write(json, finding);
      }
      json.endArray().endObject().endArray().endObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonWriter json, Finding finding) throws IOException {
    json.beginObject();
    json.name("ruleId").value(finding.rule);
    json.name("level").value(finding.level);
    json.name("message").beginObject().name("text").value(finding.message).endObject();
    if (finding.at.known()) {
      Span at = finding.at;
      json.name("locations").beginArray().beginObject();
      json.name("physicalLocation").beginObject();
      json.name("artifactLocation").beginObject().name("uri").value(at.file().name()).endObject();
      json.name("region").beginObject();
      json.name("startLine").value(at.line());
      json.name("startColumn").value(at.column());
      json.name("endLine").value(at.endLine());
      json.name("endColumn").value(at.endColumn());
      json.endObject().endObject().endObject().endArray();
    }
    json.endObject();
  }
}
