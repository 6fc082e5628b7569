package netlab.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.expect.Expectation;
import netlab.expect.Reach;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.plan.LabFolder;
import netlab.plan.LabId;
import netlab.provider.RunInfo;
import netlab.schema.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StateFileTest {
  private static final SequencedMap<String, Device> DEVICES = devices();
  private static final LabState LAB =
      new LabState(
          "1.2.3",
          "seed",
          "lab.yml",
          DEVICES,
          List.of(
              new NodeState(
                  new NodeId("r1"),
                  "frr",
                  "netns",
                  "router",
                  List.of("ospf", "bgp"),
                  Optional.empty(),
                  Optional.of("192.168.121.101")),
              new NodeState(
                  new NodeId("h1"),
                  "linux",
                  "clab",
                  "host",
                  List.of(),
                  Optional.of("alpine:3"),
                  Optional.empty())),
          List.of(
              expectation(new Span(new SourceFile("lab.yml", "not kept"), 6, 3, 6, 9)),
              expectation(Span.NONE)),
          List.of(
              new Reach(
                  "ospf",
                  Family.IPV4,
                  List.of(new NodeId("r1")),
                  new LinkedHashMap<>(
                      Map.of(new NodeId("r2"), InterfaceAddress.parse("10.0.0.2/32"))))),
          new LinkedHashMap<>(),
          Optional.empty());

  @TempDir private Path folder;
  private final Diagnostics diag = new Diagnostics();
  private LabFolder lab = new LabFolder(Path.of(""));
  private Path file = Path.of("");

  @BeforeEach
  void place() throws IOException {
    lab = new LabFolder(folder);
    lab.prepare();
    file = lab.lab();
  }

  @Test
  void whatWasWrittenIsRead() throws Exception {
    Files.writeString(file, StateFile.text(LAB, "{\"name\": \"<seed>\"}"));
    LabState read = StateFile.read(lab, diag).orElseThrow();
    // The text of the lab file is not kept, so places are compared as they are shown.
    assertThat(read).usingRecursiveComparison().ignoringFields("expectations").isEqualTo(LAB);
    assertThat(read.expectations()).hasSize(2);
    Expectation first = read.expectations().getFirst();
    assertThat(first.cause().location()).isEqualTo("lab.yml:6:3");
    assertThat(first.cause().endColumn()).isEqualTo(9);
    assertThat(first.key()).isEqualTo(LAB.expectations().getFirst().key());
    assertThat(first.expected().sequencedKeySet()).containsExactly("state", "remote_as");
    assertThat(read.expectations().getLast()).isEqualTo(LAB.expectations().getLast());
    assertThat(read.node("h1").orElseThrow().device()).isEqualTo("linux");
    assertThat(read.node("h2")).isEmpty();
    assertThat(diag.sorted()).isEmpty();
  }

  @Test
  void whereItRunsIsKept() throws Exception {
    RunInfo run =
        new RunInfo(
            "netns",
            new LabId("abcde"),
            folder,
            text("frr", "10.3"),
            new LinkedHashMap<>(Map.of(new NodeId("r1"), text("namespace", "abcde-r1"))));
    LabState running =
        new LabState("1", "seed", "x.yml", DEVICES, LAB.nodes(), List.of(), Optional.of(run));
    Files.writeString(file, StateFile.text(running, "{}"));
    assertThat(StateFile.read(lab, diag)).contains(running);
  }

  private static SequencedMap<String, String> text(String key, String value) {
    return new LinkedHashMap<>(Map.of(key, value));
  }

  @Test
  void theModelIsKeptAsItIs() throws Exception {
    Files.writeString(file, StateFile.text(LAB, "{\"name\": \"<seed>\", \"nodes\": []}"));
    assertThat(StateFile.model(lab, diag).orElseThrow().toString())
        .isEqualTo("{\"name\":\"<seed>\",\"nodes\":[]}");
  }

  @Test
  void aFolderWithoutALabIsAMistakeWithAWayOut() {
    assertThat(StateFile.read(lab, diag)).isEmpty();
    assertThat(only().code()).isEqualTo(Code.STATE_MISSING);
    assertThat(only().hint().orElseThrow()).contains("netlab up");
  }

  @Test
  void aNewerFormatIsRefusedWhateverElseIsInIt() throws Exception {
    Files.writeString(file, "{\"format\": 2, \"lab\": 7, \"model\": {}}");
    assertThat(StateFile.read(lab, diag)).isEmpty();
    assertThat(StateFile.model(lab, diag)).isEmpty();
    assertThat(only().code()).isEqualTo(Code.STATE_NEWER);
    assertThat(only().message()).contains("format 2").contains("knows 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"format\": 1}",
        "{\"format\": \"x\"}",
        "{\"format\": 1, \"lab\": []}",
        "{\"format\": 1, \"lab\": {\"name\": \"x\"}}",
        "{\"format\": 1, \"lab\": {\"name\": {}}}",
        "{\"format\": 1, \"lab\": {\"name\": \"x\", \"file\": \"y\", \"devices\": {}, \"nodes\": [], \"expectations\": [],"
            + " \"run\": {\"provider\": \"p\", \"id\": \"../..\", \"facts\": {}, \"nodes\": {}}}}",
        "{\"format\": 1, \"lab\": {\"name\": \"x\", \"nodes\": {}}}",
        "\u0000\u0001"
      })
  void damageIsAMistakeAndNoCrash(String text) throws Exception {
    Files.writeString(file, text);
    assertThat(StateFile.read(lab, diag)).isEmpty();
    assertThat(only().code()).isEqualTo(Code.STATE_DAMAGED);
    assertThat(only().line()).contains("lab.json");
  }

  @Test
  void everyCutOffFileIsDamaged() throws Exception {
    String whole = StateFile.text(LAB, "{}").strip();
    int labEnd = whole.indexOf(",\"model\"");
    for (int end = 0; end < labEnd; end += 7) {
      Files.writeString(file, whole.substring(0, end));
      assertThat(StateFile.read(lab, diag)).as(whole.substring(0, end)).isEmpty();
    }
    assertThat(diag.sorted()).extracting(Diagnostic::code).containsOnly(Code.STATE_DAMAGED);
  }

  private Diagnostic only() {
    assertThat(diag.sorted()).hasSize(1);
    return diag.sorted().getFirst();
  }

  /** A device with every kind of value. */
  private static SequencedMap<String, Device> devices() {
    SequencedMap<String, Value.Field> facts = new LinkedHashMap<>();
    facts.put("text", field(Value.of("true")));
    facts.put("number", field(Value.of(9000L)));
    facts.put("share", field(Value.of(0.5)));
    facts.put("flag", field(Value.of(true)));
    facts.put("none", field(new Value.Empty(Span.NONE)));
    facts.put("list", field(new Value.Items(List.of(Value.of(1L)), Span.NONE)));
    facts.put("map", field(new Value.Fields(new LinkedHashMap<>(facts), Span.NONE)));
    SequencedMap<String, Device> devices = new LinkedHashMap<>();
    devices.put("frr", new Device("frr", new Value.Fields(facts, Span.NONE)));
    devices.put("linux", new Device("linux", Value.Fields.NONE));
    return devices;
  }

  private static Value.Field field(Value value) {
    return new Value.Field(value, Span.NONE);
  }

  private static Expectation expectation(Span cause) {
    SequencedMap<String, String> key = new LinkedHashMap<>();
    key.put("peer", "10.1.0.2");
    SequencedMap<String, List<String>> expected = new LinkedHashMap<>();
    expected.put("state", List.of("Established"));
    expected.put("remote_as", List.of("65001"));
    return new Expectation(
        "bgp",
        "bgp.sessions",
        new NodeId("r1"),
        new NodeId("r2"),
        key,
        expected,
        "10.1.0.1 AS65000 <-> 10.1.0.2 AS65001",
        cause);
  }
}
