package netlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import javax.xml.parsers.DocumentBuilderFactory;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.lab.NodeId;
import netlab.verify.Check;
import netlab.verify.Check.Difference;
import netlab.verify.Status;
import netlab.verify.Verdict;
import netlab.view.Json;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * Renderings of verdicts against the files beside this class. {@code -Dupdate-goldens} writes them
 * anew; then read the difference like a reviewer.
 */
final class ReportTest {
  private static final Path GOLDENS = Path.of("src/test/resources/netlab/report");
  private static final SourceFile LAB = new SourceFile("lab.yml", "");

  @Test
  void aVerdictForPeople() throws IOException {
    assertGolden("mixed.txt", text(mixed()));
    assertThat(VerdictText.summary(mixed())).isEqualTo("1 of 5 sessions");
  }

  @Test
  void aVerdictForPrograms() throws IOException {
    assertGolden("mixed.json", Json.text(VerdictTree.of(mixed())));
  }

  @Test
  void aVerdictForContinuousIntegration() throws Exception {
    String xml = JUnitReport.text("seed <\"lab\">", Optional.of(mixed()), List.of());
    assertGolden("mixed.xml", xml);
    Element suite =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
    assertThat(suite.getAttribute("name")).isEqualTo("seed <\"lab\">");
    assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(6);
    assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(4);
    assertThat(suite.getElementsByTagName("skipped").getLength()).isEqualTo(1);
  }

  @Test
  void aVerdictForCodeHostingSites() throws IOException {
    String sarif = SarifReport.of(Finding.of(Optional.of(mixed()), List.of(), Map.of()), "1.2.3");
    assertGolden("mixed.sarif", sarif);
    JsonObject run =
        JsonParser.parseString(sarif)
            .getAsJsonObject()
            .getAsJsonArray("runs")
            .get(0)
            .getAsJsonObject();
    assertThat(run.getAsJsonArray("results")).hasSize(4);
  }

  @Test
  void aBigVerdictCountsWhatHoldsAndShowsWhatDoesNot() throws IOException {
    List<Check> checks = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      checks.add(held(session("r" + i, "r" + (i + 1), i, 65000 + i, 65001 + i), 1000 + 10 * i));
      Expectation back = session("r" + (i + 1), "r" + i, i, 65001 + i, 65000 + i);
      checks.add(i % 2 == 0 ? failed(back, "Idle") : held(back, 2000));
    }
    assertGolden("big.txt", text(new Verdict(checks, Duration.ofSeconds(9))));
  }

  @Test
  void secondsAreShortAndMinutesReadable() {
    assertThat(Times.text(Duration.ofMillis(49))).isEqualTo("0.0 s");
    assertThat(Times.text(Duration.ofMillis(1150))).isEqualTo("1.2 s");
    assertThat(Times.text(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
  }

  private static String text(Verdict verdict) {
    List<Expectation> all = verdict.checks().stream().map(Check::expectation).toList();
    return String.join("\n", new VerdictText(all, Paint.NONE).lines(verdict)) + "\n";
  }

  /** One of each: up, down at both ends, absent, dead node, wrong AS, not checked. */
  private static Verdict mixed() {
    Expectation wrong = session("r1", "r4", 4, 65000, 65004);
    return new Verdict(
        List.of(
            held(session("r1", "r2", 1, 65000, 65001), 900),
            held(session("r2", "r1", 1, 65001, 65000), 1100),
            failed(session("r1", "r3", 2, 65000, 65003), "Active"),
            failed(session("r3", "r1", 2, 65003, 65000), "Idle"),
            new Check(
                wrong,
                Status.FAILED,
                Optional.empty(),
                Optional.of(row("state", "Established", "remote_as", "65009")),
                List.of(new Difference("remote_as", List.of("65004"), "65009")),
                Optional.of("r1 expects AS 65009, but r4 is AS 65004"),
                Optional.of("netlab exec r1 \"show bgp neighbors 10.4.0.2\"")),
            unread(session("r4", "r1", 4, 65004, 65000), Status.UNKNOWN, "connection refused"),
            new Check(
                ospf("r1", "r5"),
                Status.FAILED,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of("netlab exec r1 \"show ip ospf neighbor\"")),
            unread(ospf("r5", "r6"), Status.UNKNOWN, "ospfd is not running"),
            unread(ospf("r7", "r8"), Status.UNCHECKED, "`linux` has no reader ospf.neighbors")),
        Duration.ofMillis(30_100));
  }

  private static Check held(Expectation e, int after) {
    return new Check(
        e,
        Status.HELD,
        Optional.of(Duration.ofMillis(after)),
        Optional.of(row("state", "Established")),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Check failed(Expectation e, String state) {
    return new Check(
        e,
        Status.FAILED,
        Optional.empty(),
        Optional.of(row("state", state, "uptime", "00:00:12")),
        List.of(new Difference("state", List.of("Established"), state)),
        Optional.of("no route to the other end"),
        Optional.of("netlab exec " + e.node() + " \"show bgp neighbors\""));
  }

  private static Check unread(Expectation e, Status status, String why) {
    return new Check(
        e,
        status,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(why),
        Optional.empty());
  }

  private static Expectation session(String node, String peer, int link, int as, int peerAs) {
    boolean low = as < peerAs;
    SequencedMap<String, List<String>> expected = new LinkedHashMap<>();
    expected.put("state", List.of("Established"));
    expected.put("remote_as", List.of(String.valueOf(peerAs)));
    return new Expectation(
        "bgp",
        "bgp.sessions",
        new NodeId(node),
        new NodeId(peer),
        row("peer", "10." + link + ".0." + (low ? 2 : 1)).fields(),
        expected,
        "10.%d.0.1 AS%d <-> 10.%d.0.2 AS%d"
            .formatted(link, Math.min(as, peerAs), link, Math.max(as, peerAs)),
        new Span(LAB, 10 + link, 3, 10 + link, 8));
  }

  private static Expectation ospf(String node, String peer) {
    SequencedMap<String, List<String>> expected = new LinkedHashMap<>();
    expected.put("state", List.of("Full", "2-Way"));
    return new Expectation(
        "ospf",
        "ospf.neighbors",
        new NodeId(node),
        new NodeId(peer),
        row("router_id", "10.0.0.5").fields(),
        expected,
        node + " eth1 <-> " + peer + " eth1, area 0.0.0.0",
        Span.NONE);
  }

  private static Observation row(String... fields) {
    SequencedMap<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      row.put(fields[i], fields[i + 1]);
    }
    return new Observation(row);
  }

  private static void assertGolden(String name, String text) throws IOException {
    Path golden = GOLDENS.resolve(name);
    if (System.getProperty("update-goldens") != null) {
      assertThat(System.getenv("CI")).as("goldens are not written on CI").isNull();
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }
}
