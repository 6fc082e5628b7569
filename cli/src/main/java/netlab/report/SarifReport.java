package netlab.report;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import netlab.diag.Span;

/** What is wrong with a lab as SARIF 2.1.0, which code hosting sites show beside the line. */
public final class SarifReport {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private SarifReport() {}

  /**
   * The document.
   *
   * @param version that of this program
   */
  public static String of(List<Finding> findings, String version) {
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
    json.name("ruleId").value(finding.rule());
    json.name("level").value(finding.error() ? "error" : "warning");
    json.name("message").beginObject().name("text").value(finding.message()).endObject();
    if (finding.at().known()) {
      Span at = finding.at();
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
