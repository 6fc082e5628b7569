package netlab.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import netlab.report.Times;

/** A matrix as one HTML page that needs nothing else: no script, no network. */
public final class MatrixPage {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final MatrixRecord matrix;
  private final StringBuilder out = new StringBuilder();

  private MatrixPage(MatrixRecord matrix) {
    this.matrix = matrix;
  }

  /** The page; with what changed when there is something to compare with. */
  public static String text(MatrixRecord matrix, Optional<Comparison> comparison) {
    MatrixPage page = new MatrixPage(matrix);
    page.head();
    page.table();
    comparison.ifPresent(page::changes);
    page.details();
    page.out.append("</body></html>\n");
    return page.out.toString();
  }

  private void head() {
    out.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">")
        .append("<title>netlab matrix</title>\n<style>\n")
        .append(style())
        .append("</style></head><body>\n<h1>netlab matrix</h1>\n");
    out.append("<p class=\"about\">begun ")
        .append(MINUTE.format(matrix.begun()))
        .append(" · ")
        .append(escaped(versions(matrix.versions())))
        .append("</p>\n<p>");
    for (Status status : Status.values()) {
      long count = matrix.count(status);
      if (count > 0) {
        out.append(mark(status.word(), count + " " + status.word())).append(' ');
      }
    }
    out.append("</p>\n");
  }

  private static String versions(Map<String, String> versions) {
    return versions.entrySet().stream()
        .map(v -> v.getKey() + " " + v.getValue())
        .collect(Collectors.joining(" · "));
  }

  private void table() {
    List<String> columns = matrix.columns();
    out.append("<table class=\"matrix\"><thead><tr><th>scenario</th>");
    columns.forEach(column -> out.append("<th>").append(escaped(column)).append("</th>"));
    out.append("</tr></thead><tbody>\n");
    for (Map.Entry<String, Map<String, CellResult>> row : matrix.table().entrySet()) {
      out.append("<tr><th>").append(escaped(row.getKey())).append("</th>");
      for (String column : columns) {
        out.append("<td>");
        Optional.ofNullable(row.getValue().get(column)).ifPresent(this::cell);
        out.append("</td>");
      }
      out.append("</tr>\n");
    }
    out.append("</tbody></table>\n");
  }

  private void cell(CellResult cell) {
    out.append("<a href=\"#").append(anchor(cell)).append("\" title=\"");
    out.append(escaped(String.join("\n", tooltip(cell)))).append("\">");
    out.append(mark(cell.status().word(), word(cell)));
    out.append(" <span class=\"time\">").append(seconds(cell.worst().total()));
    out.append("</span></a>");
  }

  private static String word(CellResult cell) {
    long runs = cell.runs().size();
    long same = cell.runs().stream().filter(r -> r.status() == cell.status()).count();
    String word = cell.status().word();
    return cell.unstable() ? word + " " + same + " of " + runs : word;
  }

  private static List<String> tooltip(CellResult cell) {
    Run run = cell.worst();
    List<String> lines = new ArrayList<>();
    lines.add(summary(run));
    run.reasons().forEach(reason -> lines.add(reason.text()));
    run.tests().forEach(test -> lines.add(test.status() + ": " + test.name()));
    return lines;
  }

  private static String summary(Run run) {
    List<String> parts = new ArrayList<>();
    run.took().forEach((phase, took) -> parts.add(phase.word() + " " + seconds(took)));
    if (run.adjacencies() > 0) {
      parts.add(run.held() + " of " + run.adjacencies() + " adjacencies");
    }
    if (!run.tests().isEmpty()) {
      parts.add(run.tests("passed") + " of " + run.tried() + " tests passed");
    }
    return String.join(", ", parts);
  }

  private void changes(Comparison comparison) {
    out.append("<h2>Changes</h2>\n");
    if (comparison.changes().isEmpty()) {
      out.append("<p>Nothing changed.</p>\n");
      return;
    }
    out.append("<ul>\n");
    for (Comparison.Change change : comparison.changes()) {
      out.append("<li class=\"")
          .append(change.direction().name().toLowerCase(Locale.ROOT))
          .append("\">")
          .append(escaped(change.text()))
          .append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private void details() {
    out.append("<h2>Details</h2>\n");
    for (Map<String, CellResult> row : matrix.table().values()) {
      row.values().forEach(this::details);
    }
  }

  private void details(CellResult cell) {
    boolean open = cell.status() == Status.FAILED;
    out.append("<details id=\"").append(anchor(cell)).append('"').append(open ? " open" : "");
    out.append("><summary>").append(mark(cell.status().word(), word(cell))).append(' ');
    out.append(escaped(cell.cell().scenario().name() + "  " + cell.cell().column()));
    out.append("</summary>\n<p><code>").append(escaped(cell.cell().scenario().file().toString()));
    out.append("</code></p>\n");
    if (!cell.elsewhere().isEmpty()) {
      out.append("<p class=\"about\">run with ").append(escaped(versions(cell.elsewhere())));
      out.append("</p>\n");
    }
    for (int i = 0; i < cell.runs().size(); i++) {
      run(cell.runs().get(i), cell.runs().size() == 1 ? "" : "run " + (i + 1) + ": ");
    }
    out.append("</details>\n");
  }

  private void run(Run run, String name) {
    out.append("<p>").append(name).append(mark(run.status().word(), run.status().word()));
    out.append(' ').append(escaped(summary(run))).append("</p>\n");
    if (!run.reasons().isEmpty()) {
      out.append("<ul>\n");
      for (Reason reason : run.reasons()) {
        out.append("<li>").append(reason.kind().word()).append(": <code>");
        out.append(escaped(reason.text())).append("</code></li>\n");
      }
      out.append("</ul>\n");
    }
    if (!run.tests().isEmpty()) {
      out.append("<table><thead><tr><th>test</th><th></th><th>time</th><th>found</th></tr>");
      out.append("</thead><tbody>\n");
      run.tests().forEach(this::test);
      out.append("</tbody></table>\n");
    }
  }

  private void test(TestOutcome test) {
    out.append("<tr><td>").append(escaped(test.name()));
    if (!test.description().isEmpty()) {
      out.append("<br><span class=\"time\">").append(escaped(test.description()));
      out.append("</span>");
    }
    out.append("</td><td>").append(mark(test.status(), test.status())).append("</td><td>");
    out.append(seconds(test.took())).append("</td><td>");
    for (TestOutcome.OnNode node : test.nodes()) {
      out.append(escaped(node.node() + ": " + node.message())).append("<br>");
    }
    out.append("</td></tr>\n");
  }

  private static String mark(String status, String text) {
    return "<span class=\"mark " + escaped(status) + "\">" + escaped(text) + "</span>";
  }

  /** Names hold blanks and slashes; hexadecimal keeps those apart that differ in one of them. */
  private static String anchor(CellResult cell) {
    StringBuilder id = new StringBuilder("c");
    for (char c : cell.cell().key().toCharArray()) {
      id.append(Character.isLetterOrDigit(c) ? String.valueOf(c) : "-" + Integer.toHexString(c));
    }
    return escaped(id.toString());
  }

  private static String seconds(long milliseconds) {
    return Times.text(Duration.ofMillis(milliseconds));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String style() {
    try (InputStream css = MatrixPage.class.getResourceAsStream("page.css")) {
      if (css == null) {
        throw new IllegalStateException("page.css is not in the program");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
