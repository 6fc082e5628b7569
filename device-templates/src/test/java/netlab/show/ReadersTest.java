package netlab.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netlab.device.Device;
import netlab.device.DeviceCatalog;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.expect.Observation;
import netlab.schema.Library;
import netlab.schema.Value;
import netlab.source.Yaml;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadersTest {
  private static final Path RECORDED = Path.of("src/test/resources/show");
  private static final DeviceCatalog DEVICES =
      new DeviceCatalog(Library.of(ReadersTest.class.getClassLoader()), Yaml.Map.empty(Span.NONE));

  /** Every recorded output against the rows beside it. */
  @TestFactory
  Stream<DynamicTest> rowsAreAsRecorded() throws IOException {
    try (Stream<Path> paths = Files.walk(RECORDED)) {
      List<Path> outputs =
          paths
              .filter(p -> p.toString().matches(".*\\.(json|txt)"))
              .filter(p -> !p.getFileName().toString().startsWith("text-"))
              .sorted()
              .toList();
      assertThat(outputs).hasSizeGreaterThan(30);
      return outputs.stream()
          .map(p -> DynamicTest.dynamicTest(RECORDED.relativize(p).toString(), () -> check(p)));
    }
  }

  private static void check(Path output) throws IOException {
    String file = output.getFileName().toString();
    String name = file.substring(0, file.indexOf('.', file.indexOf('.') + 1));
    if (file.startsWith("interfaces.") || file.startsWith("ping.")) {
      name = file.substring(0, file.indexOf('.'));
    }
    String device = RECORDED.relativize(output).getName(0).toString().split("-", 2)[0];
    Reader reader = readers(device).find(name).orElseThrow();
    Path beside = Path.of(output.toString().replaceAll("\\.(json|txt)$", ".rows"));
    String rows = text(reader.read(Files.readString(output)));
    if (System.getProperty("update-goldens") != null) {
      assertThat(System.getenv("CI")).as("goldens are not written on CI").isNull();
      Files.writeString(beside, rows);
    }
    assertThat(rows).isEqualTo(Files.readString(beside));
  }

  @Test
  void bothReleasesOfFrrTellTheSame() {
    for (String name :
        List.of(
            "bgp.sessions.r2",
            "ospf.neighbors.r3",
            "ospf6.neighbors.r3",
            "prefixes.ospf.r2",
            "prefixes.ospf6.external")) {
      String reader = name.substring(0, name.lastIndexOf('.'));
      assertThat(told("frr-8.4/" + name + ".json", reader))
          .isEqualTo(told("frr-10.3/" + name + ".json", reader));
    }
  }

  @Test
  void aDeviceThatIsLikeAnotherIsReadAsThatOne() {
    assertThat(readers("vyos").names()).isEqualTo(readers("frr").names()).hasSizeGreaterThan(20);
  }

  private static List<Map<String, String>> told(String file, String reader) {
    Shown shown = readers("frr").find(reader).orElseThrow().read(output(file));
    return rows(shown).stream()
        .map(o -> {
          var fields = new java.util.TreeMap<>(o.fields());
          fields.remove("uptime");
          return (Map<String, String>) fields;
        })
        .toList();
  }

  @Test
  void aNumberOfPrefixesIsASessionThatIsUp() {
    Reader reader =
        reader(
            "bgp.sessions",
            Map.of(
                "run", "show bgp summary",
                "header", "^\\s*Neighbor +V +AS",
                "regex",
                    "^(?<peer>[0-9a-f.:]+) +4 +(?<remoteAs>\\d+) .* (?<state>[A-Za-z()]+|\\d+)"
                        + " +(?<sent>\\d+) \\S+$"),
            Map.of("peer", "peer", "state", "state", "remote_as", "remoteAs"));

    assertThat(rows(reader.read(output("frr-8.4/text-summary.r1.txt"))))
        .extracting(o -> o.fields().get("peer") + " " + o.fields().get("state"))
        .contains("2001:db8:1:1::2 Established");
  }

  @ParameterizedTest
  @CsvSource({
    "ospf.neighbors, Full/DR, Full",
    "ospf.neighbors, FULL, Full",
    "ospf.neighbors, 2-Way/DROther, 2-Way",
    "ospf.neighbors, 2WAYS, 2-Way",
    "ospf6.neighbors, Twoway, 2-Way",
    "ospf6.neighbors, ExChange, Exchange",
    "ospf.neighbors, EXCH START, EXCH START",
    "bgp.sessions, Estab, Established",
    "bgp.sessions, 12, Established",
    "bgp.sessions, 0, Established",
    "bgp.sessions, Idle(NoIf), Idle",
    "bgp.sessions, Idle (Admin), Idle",
    "bgp.sessions, NoNeg, NoNeg",
    "interfaces, Up, up",
  })
  void statesAreInOurWords(String reader, String told, String normal) {
    assertThat(Vocabulary.normal(reader, "state", told)).isEqualTo(normal);
  }

  @Test
  void systemNumbersAreOneNumber() {
    assertThat(Vocabulary.normal("bgp.sessions", "remote_as", "65001.1028"))
        .isEqualTo("4259906564");
  }

  @Test
  void whatIsNoAnswerIsToldInOneLine() {
    Readers frr = readers("frr");
    Reader sessions = frr.find("bgp.sessions").orElseThrow();

    assertThat(sessions.read("bgpd is not running\n"))
        .isEqualTo(new Shown.Unreadable("bgpd is not running"));
    assertThat(sessions.read("% Unknown command: show bgp summary json\n"))
        .isEqualTo(new Shown.Unreadable("Unknown command: show bgp summary json"));
    assertThat(sessions.read(" \n")).isEqualTo(new Shown.Unreadable("no output"));
    assertThat(sessions.read("{\"ipv4Unicast\":"))
        .isEqualTo(new Shown.Unreadable("{\"ipv4Unicast\":"));
    assertThat(sessions.read("{\"warning\":\"Default BGP instance not found\"}"))
        .isEqualTo(new Shown.Unreadable("Default BGP instance not found"));
    assertThat(sessions.read("{}")).isEqualTo(new Shown.Rows(List.of()));
    assertThat(sessions.read("Can't open configuration file /etc/frr/vtysh.conf\n{}"))
        .isEqualTo(new Shown.Rows(List.of()));
  }

  @Test
  void aTextThatIsNotTheOutputIsNotTakenForNoNeighbors() {
    Reader neighbors = readers("eos").find("ospf.neighbors").orElseThrow();

    assertThat(neighbors.read("Neighbor ID     Instance VRF      Pri State\n"))
        .isEqualTo(new Shown.Rows(List.of()));
    assertThat(neighbors.read("% Invalid input\n"))
        .isEqualTo(new Shown.Unreadable("Invalid input"));
    assertThat(neighbors.read("Password:")).isEqualTo(new Shown.Unreadable("Password:"));
  }

  @Test
  void theOutputsOfAllCommandsMakeOneReading() {
    Reader sessions = readers("eos").find("bgp.sessions").orElseThrow();
    assertThat(sessions.commands()).hasSize(2);

    Shown shown =
        sessions.read(
            List.of(output("eos/bgp.sessions.ipv4.json"), output("eos/bgp.sessions.ipv6.json")));
    assertThat(rows(shown)).hasSize(4);
    assertThat(sessions.read(List.of("{}", "% Not supported\n")))
        .isEqualTo(new Shown.Unreadable("Not supported"));
  }

  @Test
  void aWrongEntryIsReportedAndLeftOut() {
    var diagnostics = new Diagnostics();
    Value.Fields good = fields(Map.of("run", "x", "json", "*", "fields", fields(Map.of("a", "b"))));
    Value.Fields bad = fields(Map.of("run", "x", "regex", "(", "fields", fields(Map.of("a", "b"))));
    Value.Fields none = fields(Map.of("run", "x", "json", "*"));
    var device =
        new Device(
            "box",
            fields(
                Map.of(
                    "show",
                    fields(
                        Map.of("good", good, "deep", fields(Map.of("bad", bad)), "none", none)))));

    assertThat(Readers.of(device, diagnostics).names()).containsExactly("good");
    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::message)
        .containsExactlyInAnyOrder(
            "device `box`: `show.deep.bad` is not a reader: `(`: Unclosed group",
            "device `box`: `show.none` is not a reader: it has no `fields`");
  }

  private static Readers readers(String device) {
    var diagnostics = new Diagnostics();
    Readers readers = Readers.of(device(device), diagnostics);
    assertThat(diagnostics.sorted()).isEmpty();
    return readers;
  }

  /** A device, or the first that is based on a family that is no device of its own. */
  static Device device(String name) {
    return DEVICES
        .find(name, "clab")
        .or(() -> DEVICES.all("clab").stream().filter(d -> d.lineage().contains(name)).findFirst())
        .orElseThrow();
  }

  private static Reader reader(String name, Map<String, String> entry, Map<String, String> fields) {
    Value.Fields facts = fields(entry).with("fields", fields(fields));
    Value.Fields show = fields(Map.of("show", fields(Map.of(name, facts))));
    return Readers.of(new Device("box", show), new Diagnostics()).find(name).orElseThrow();
  }

  private static Value.Fields fields(Map<String, ?> map) {
    return new Value.Fields(
        map.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> new Value.Field(value(e.getValue()), Span.NONE),
                    (a, b) -> a,
                    java.util.LinkedHashMap::new)),
        Span.NONE);
  }

  private static Value value(Object data) {
    return data instanceof Value v ? v : Value.of(data);
  }

  private static String output(String file) {
    try {
      return Files.readString(RECORDED.resolve(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<Observation> rows(Shown shown) {
    assertThat(shown).isInstanceOf(Shown.Rows.class);
    return shown instanceof Shown.Rows(List<Observation> rows) ? rows : List.of();
  }

  private static String text(Shown shown) {
    return switch (shown) {
      case Shown.Rows(List<Observation> rows) ->
          rows.stream()
              .map(o ->
                  o.fields().entrySet().stream()
                      .map(e -> e.getKey() + "=" + e.getValue())
                      .collect(Collectors.joining("  ")))
              .collect(Collectors.joining("\n", "", "\n"));
      case Shown.Unreadable(String why) -> "unreadable: " + why + "\n";
    };
  }
}
