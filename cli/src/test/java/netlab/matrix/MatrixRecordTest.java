package netlab.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.matrix.Comparison.Change;
import netlab.matrix.Comparison.Direction;
import netlab.matrix.Reason.Kind;
import netlab.view.Json;
import org.junit.jupiter.api.Test;

/** What is kept of a matrix, and the forms it is shown in. */
final class MatrixRecordTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Reason HOSTILE =
      new Reason(Kind.LAB, "<script>alert(\"1\")</script> \u0007");

  @Test
  void whatIsWrittenCanBeReadBack() {
    MatrixRecord matrix = matrix(result("a", Status.FAILED), result("b", Status.PASSED));
    assertThat(MatrixJson.read(Json.text(MatrixJson.tree(matrix)))).contains(matrix);
  }

  @Test
  void whatIsNoMatrixIsNotRead() {
    assertThat(MatrixJson.read("")).isEmpty();
    assertThat(MatrixJson.read("[]")).isEmpty();
    assertThat(MatrixJson.read("{\"format\": 2}")).isEmpty();
    assertThat(MatrixJson.read("{\"format\": 1, \"versions\": {}, \"begun\": 3}")).isEmpty();
    String whole = Json.text(MatrixJson.tree(matrix(result("a", Status.FAILED))));
    assertThat(MatrixJson.read(whole.substring(0, whole.length() / 2))).isEmpty();
  }

  @Test
  void theWorstRunCounts() {
    CellResult cell = new CellResult(cell("a"), List.of(run(Status.PASSED), run(Status.FAILED)));
    assertThat(cell.status()).isEqualTo(Status.FAILED);
    assertThat(cell.unstable()).isTrue();
    assertThat(MatrixPage.text(matrix(cell), Optional.empty())).contains("failed 1 of 2");
  }

  @Test
  void moreRunsOfACellAreAdded() {
    MatrixRecord matrix =
        matrix(result("a", Status.PASSED), result("b", Status.PASSED))
            .with(result("a", Status.FAILED));
    assertThat(matrix.cells()).hasSize(2);
    assertThat(matrix.find(cell("a")).orElseThrow().runs()).hasSize(2);
    assertThat(matrix.count(Status.FAILED)).isEqualTo(1);
  }

  @Test
  void thePageShowsTextOfLabsAsText() {
    String page =
        MatrixPage.text(
            matrix(result("a", Status.FAILED)),
            Optional.of(new Comparison(List.of(new Change(Direction.WORSE, "<b>")))));
    assertThat(page)
        .contains("&lt;script&gt;alert(&quot;1&quot;)")
        .contains("<li class=\"worse\">&lt;b&gt;")
        .contains("title=\"up 1.2 s")
        .doesNotContain("<script")
        .doesNotContain("http");
  }

  @Test
  void whatHasNoResultIsAnEmptyPlaceInTheTable() {
    CellResult other =
        new CellResult(
            new Cell(cell("b").scenario(), "eos", "clab"), List.of(run(Status.UNSUPPORTED)));
    String page = MatrixPage.text(matrix(result("a", Status.PASSED), other), Optional.empty());
    assertThat(page).contains("<th>frr netns</th><th>eos clab</th>").contains("<td></td>");
  }

  @Test
  void junitTellsFailuresFromWhatIsUnsupported() {
    String xml =
        MatrixJUnit.text(
            matrix(
                result("a", Status.FAILED),
                result("b", Status.UNSUPPORTED),
                result("c", Status.PASSED)));
    assertThat(xml)
        .contains("<testsuite name=\"frr netns\" tests=\"3\" failures=\"1\" skipped=\"1\"")
        .contains("<failure message=\"&lt;script&gt;")
        .contains("<skipped ")
        .contains("classname=\"frr.netns\" name=\"c\" time=\"1.200\"></testcase>")
        .doesNotContain("\u0007");
  }

  @Test
  void ofAnotherHostCountsWhatThisOneLacks() {
    MatrixRecord here =
        matrix(lacking("a"), result("b", Status.PASSED), result("c", Status.FAILED));
    MatrixRecord there =
        new MatrixRecord(
            NOW,
            versions("1", "7.2"),
            List.of(result("a", Status.PASSED), lacking("b"), result("d", Status.PASSED)));
    MatrixRecord both = here.merged(there);
    assertThat(both.versions()).isEqualTo(here.versions());
    assertThat(both.count(Status.PASSED)).isEqualTo(3);
    assertThat(both.find(cell("a")).orElseThrow().elsewhere()).containsOnly(entry("kernel", "7.2"));
    assertThat(both.find(cell("b")).orElseThrow().elsewhere()).isEmpty();
    assertThat(MatrixJson.read(Json.text(MatrixJson.tree(both)))).contains(both);
    assertThat(there.merged(here).count(Status.PASSED)).isEqualTo(3);
  }

  @Test
  void theDocumentTellsWhatRanWhereAndWhyNot() {
    MatrixRecord there =
        new MatrixRecord(NOW, versions("1", "7.2"), List.of(result("a", Status.PASSED)));
    CellResult twice = new CellResult(cell("b"), List.of(run(Status.PASSED), run(Status.PASSED)));
    MatrixRecord here = matrix(lacking("a"), twice, lacking("x"), result("y", Status.FAILED));
    assertThat(MatrixMarkdown.text(here.merged(there)))
        .contains("- with netlab 1, kernel 6\n- (1) with kernel 7.2\n")
        .contains("**2 passed, 1 unsupported, 1 failed**")
        .contains("| Lab | frr netns |\n|---|---|\n")
        .contains("| a | passed, 1.2 s, 1/2 adjacencies, 1/1 tests (1) |")
        .contains("| b | passed, 1.2 s, 1/2 adjacencies, 1/1 tests, 2 of 2 runs |")
        .contains("| x | **unsupported** |")
        .contains("## Failed\n\n- y: &lt;script>alert(\"1\")&lt;/script>")
        .contains("## Unsupported\n\n- x: no \\| vrf\n")
        .doesNotContain("<script");
  }

  @Test
  void changesAreThoseOfCellsAndOfTheirTests() {
    MatrixRecord before = matrix(result("a", Status.PASSED), result("gone", Status.PASSED));
    MatrixRecord now = matrix(result("a", Status.FAILED), result("new", Status.PASSED));
    assertThat(Comparison.of(before, now).changes())
        .containsExactly(
            new Change(Direction.WORSE, "a  frr netns: passed -> failed"),
            new Change(Direction.WORSE, "a  frr netns: test t passed -> failed"),
            new Change(Direction.OTHER, "new  frr netns: new, passed"));
    assertThat(Comparison.of(now, now).changes()).isEmpty();
  }

  private static MatrixRecord matrix(CellResult... cells) {
    return new MatrixRecord(NOW, versions("1", "6"), List.of(cells));
  }

  private static SequencedMap<String, String> versions(String netlab, String kernel) {
    SequencedMap<String, String> versions = new LinkedHashMap<>();
    versions.put("netlab", netlab);
    versions.put("kernel", kernel);
    return versions;
  }

  /** A cell that another kernel may be able to run. */
  private static CellResult lacking(String name) {
    Reason reason = new Reason(Kind.HOST, "no | vrf");
    return new CellResult(
        cell(name),
        List.of(
            new Run(
                Status.UNSUPPORTED, NOW, new LinkedHashMap<>(), 0, 0, List.of(), List.of(reason))));
  }

  private static Cell cell(String name) {
    return new Cell(new Scenario(name, Path.of("/labs", name + ".yml")), "frr", "netns");
  }

  private static CellResult result(String name, Status status) {
    return new CellResult(cell(name), List.of(run(status)));
  }

  private static Run run(Status status) {
    SequencedMap<Phase, Long> took = new LinkedHashMap<>();
    took.put(Phase.UP, 1200L);
    String word = status == Status.FAILED ? "failed" : "passed";
    TestOutcome test =
        new TestOutcome(
            "t", "what <it> does", word, 3, List.of(new TestOutcome.OnNode("x", word, "<i>")));
    return new Run(
        status,
        NOW,
        took,
        2,
        1,
        List.of(test),
        status == Status.PASSED ? List.of() : List.of(HOSTILE));
  }
}
