package netlab.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;
import netlab.custom.CustomTemplates;
import netlab.custom.LabFolders;
import netlab.device.Device;
import netlab.exec.Command;
import netlab.exec.FakeShell;
import netlab.exec.Result;
import netlab.lab.Node;
import netlab.provider.RunInfo;
import netlab.provider.RunRequest;
import netlab.provider.clab.ClabProvider;
import netlab.provider.clab.Labs;
import netlab.schema.Value;
import netlab.state.LabState;
import netlab.state.NodeState;
import netlab.verify.LabAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How tests follow each other, and what becomes of them: two routers that answer as told. */
class ValidationTest {
  private static final String GOOD = "nodes: [r1], exec: echo yes, valid: \"'yes' in stdout\"";
  private static final String BAD = "nodes: [r1], exec: echo no, valid: \"'yes' in stdout\"";

  /** The commands are programs in containers; {@code later} says yes the third time. */
  private final AtomicInteger asked = new AtomicInteger();

  private final FakeShell shell = new FakeShell(this::answer);

  private Result answer(Command command) {
    String line = command.shown();
    if (!line.startsWith("docker exec")) {
      return Result.exited(0, "", "");
    }
    if (line.endsWith(" later")) {
      return Result.exited(0, asked.incrementAndGet() < 3 ? "no\n" : "yes\n", "");
    }
    boolean echo = line.contains(" echo ");
    return Result.exited(echo ? 0 : 3, echo ? line.replaceFirst(".* echo ", "") + "\n" : "", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: { +G }; b: { -B }; c: { +G }                            | a=PASSED b=FAILED c=PASSED
          a: { level: warning, -B }; b: { +G }                       | a=WARNING b=PASSED
          a: { stop_on_error: true, -B }; b: { +G }                  | a=FAILED
          a: { stop_on_error: true, level: warning, -B }; b: { +G }  | a=WARNING
          a: { stop_on_error: true, +G }; b: { +G }                  | a=PASSED b=PASSED
          a: { -B }; b: { wait: 60, stop_on_error: true }; c: { +G } | a=FAILED b=FAILED
          a: { +G }; b: { wait: 0, stop_on_error: true }; c: { +G }  | a=PASSED b=SKIPPED c=PASSED
          a: { level: warning, -B }; b: { wait: 0, stop_on_error: true }; c: { +G } | a=WARNING b=SKIPPED c=PASSED
          a: { wait: 60, level: warning, fail: planted }; b: { +G }  | a=WARNING b=PASSED
          a: { nodes: [r1], exec: echo x }; b: { nodes: [r1], exec: fails } | a=PASSED b=FAILED
          a: { nodes: [r1], exec: fails, valid: stdout == '' }       | a=PASSED
          a: { nodes: [r1], exec: { eos: "echo yes" } }                | a=SKIPPED
          a: { nodes: [r1, r2], devices: [eos], exec: echo yes }     | a=SKIPPED
          a: { nodes: [r1, r2], exec: later, valid: 'yes' in stdout, wait: 30 } | a=PASSED
          a: { nodes: [r1], exec: later, valid: 'yes' in stdout }    | a=FAILED
          a: { nodes: [r1], exec: echo {{ name }}, valid: "stdout == 'r1\\n'" } | a=PASSED
          a: { nodes: [r1], exec: echo {{ nix }} }                   | a=FAILED
          a: { nodes: [r1], exec: echo 1, valid: nix }               | a=FAILED
          a: { nodes: [r1], exec: echo 1, valid: len(stdout) }       | a=PASSED
          a: { nodes: [r1], suzieq: bgp }; b: { nodes: [r1], ansible: x } | a=SKIPPED b=SKIPPED
          """)
  void testsEndAsTheLanguageSays(String tests, String expected) throws Exception {
    assertThat(results(tests, true)).isEqualTo(expected);
  }

  @Test
  void withoutWaitingEverythingIsTriedOnce() throws Exception {
    assertThat(
            results(
                "a: { nodes: [r1], exec: later, valid: 'yes' in stdout, wait: 30 }; b: { wait: 60 }",
                false))
        .isEqualTo("a=FAILED b=SKIPPED");
    assertThat(asked).hasValue(1);
  }

  @Test
  void devicesAskForMoreTimeAndLessSeverity() throws Exception {
    String facts =
        "features.initial.delay=3 netlab_validate.b.wait=4 netlab_validate.c.wait=1"
            + " netlab_validate.d.level=warning";
    List<LabTest> tests =
        DeviceDemands.applied(
            tests("a: { -B }; b: { wait: 2, -B }; c: { wait: 2, -B }; d: { -B }; e: { wait: 2 }"),
            lab(facts));
    assertThat(tests)
        .extracting(t -> t.name() + " " + t.limit().map(Duration::toSeconds).orElse(0L))
        .containsExactly("a 0", "b 7", "c 2", "d 0", "e 2");
    assertThat(tests)
        .extracting(LabTest::onlyWarns)
        .containsExactly(false, false, false, true, false);
  }

  private String results(String text, boolean waits) throws Exception {
    LabState lab = lab("");
    ClabProvider provider = new ClabProvider(shell);
    RunInfo run = lab.run().orElseThrow();
    JsonObject model =
        JsonParser.parseString("{nodes: {r1: {name: r1}, r2: {name: r2}}}").getAsJsonObject();
    try (LabAccess access = new LabAccess(lab, run, provider)) {
      List<TestResult> results =
          Validation.of(
                  lab,
                  model,
                  access,
                  new CustomTemplates(LabFolders.of(List.of())),
                  new Failures(lab, model, run, provider),
                  new Silent(),
                  Duration.ZERO,
                  waits)
              .run(tests(text));
      return String.join(
          " ", results.stream().map(r -> r.test().name() + "=" + r.status()).toList());
    }
  }

  /** JSON as people write it: without quotes where a text has no comma. */
  private static List<LabTest> tests(String text) {
    List<String> all = new ArrayList<>();
    for (String test : text.split("; ")) {
      String name = test.substring(0, test.indexOf(':'));
      String body = test.substring(test.indexOf('{')).replace("+G", GOOD).replace("-B", BAD);
      body = body.replace("{{ ", "<< ").replace(" }}", " >>");
      body = body.replaceAll("(exec|valid): ([^\"{][^,}]*?)(,| })", "$1: \"$2\"$3");
      body = body.replace("<< ", "{{ ").replace(" >>", " }}");
      all.add(body.replaceFirst("\\{", "{ name: " + name + ","));
    }
    String section = "{ validate: [" + String.join(", ", all) + "] }";
    return LabTests.of(JsonParser.parseString(section).getAsJsonObject());
  }

  private LabState lab(String facts) throws InterruptedException {
    RunRequest request = Labs.named("pair");
    SequencedMap<String, Device> devices = new LinkedHashMap<>();
    List<NodeState> nodes = new ArrayList<>();
    request
        .nodes()
        .forEach((id, own) -> {
          Node node = request.lab().node(id);
          devices.put(node.device(), with(own.device(), facts));
          nodes.add(
              new NodeState(
                  id,
                  node.device(),
                  "clab",
                  "router",
                  List.of(),
                  Optional.empty(),
                  Optional.empty()));
        });
    RunInfo run = new ClabProvider(shell).describe(request);
    return new LabState("test", "pair", "lab.yml", devices, nodes, List.of(), Optional.of(run));
  }

  private static Device with(Device device, String facts) {
    Value.Fields all = device.facts();
    for (String fact : facts.isEmpty() ? new String[0] : facts.split(" ")) {
      String[] parts = fact.split("=");
      Object data = parts[1].matches("\\d+") ? (Object) Long.valueOf(parts[1]) : parts[1];
      Value value = Value.of(data);
      List<String> path = List.of(parts[0].split("\\."));
      for (String key : path.reversed()) {
        value = Value.Fields.NONE.with(key, value);
      }
      all = ((Value.Fields) value).over(all);
    }
    return new Device(device.name(), all);
  }

  /** Hears nothing. */
  private static final class Silent implements TestListener {
    @Override
    public void begun(LabTest test) {}

    @Override
    public void waiting(LabTest test, List<NodeResult> open, Duration left) {}

    @Override
    public void ended(TestResult result) {}
  }
}
