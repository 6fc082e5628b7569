package netlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.device.Device;
import netlab.lab.NodeId;
import netlab.plan.LabFolder;
import netlab.schema.Value;
import netlab.state.LabState;
import netlab.state.NodeState;
import netlab.state.StateFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InspectTest {
  @TempDir private Path folder;

  @BeforeEach
  void compiledLab() throws Exception {
    LabState state =
        new LabState(
            "1",
            "seed",
            "lab.yml",
            devices(),
            List.of(node("r1", "frr"), node("r2", "eos"), node("h1", "linux")),
            List.of(),
            Optional.empty());
    String model =
        """
        {"name": "seed", "nodes": {
          "r1": {"id": 1, "bgp": {"as": 65000}},
          "r2": {"id": 2, "bgp": {"as": 65001}},
          "h1": {"id": 3}}}
        """;
    LabFolder lab = LabFolder.at(folder);
    lab.writeState(lab.lab(), StateFile.text(state, model));
  }

  private static SequencedMap<String, Device> devices() {
    SequencedMap<String, Device> devices = new LinkedHashMap<>();
    for (String name : List.of("frr", "eos", "linux")) {
      devices.put(name, new Device(name, Value.Fields.NONE));
    }
    return devices;
  }

  private static NodeState node(String name, String device) {
    return new NodeState(
        new NodeId(name),
        device,
        "netns",
        device.equals("linux") ? "host" : "router",
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void aMapIsYamlAndATextIsItself() {
    assertThat(run("nodes.r1").out()).isEqualTo("id: 1\nbgp:\n  as: 65000\n");
    assertThat(run("name").out()).isEqualTo("seed\n");
  }

  @Test
  void theWholeLabIsJsonOnDemand() {
    String json = run("-o", "json").out();
    assertThat(JsonParser.parseString(json).getAsJsonObject().keySet())
        .containsExactly("name", "nodes");
  }

  @Test
  void pathsBeginAtNodes() {
    assertThat(run("--node", "r1", "bgp.as").out()).isEqualTo("65000\n");
    assertThat(run("--node", "router", "bgp.as").out()).isEqualTo("r1: 65000\nr2: 65001\n");
    assertThat(run("--node", "r?,linux", "id").out()).isEqualTo("r1: 1\nr2: 2\nh1: 3\n");
  }

  @Test
  void whatIsNotThereIsAMistake() {
    Console console = Console.in(folder);
    assertThat(console.run("inspect", "nodes.r1.bpg")).isEqualTo(ExitCode.FAILED);
    assertThat(console.out()).isEmpty();
    assertThat(console.err()).contains("NL0922").contains("did you mean `bgp`?");
  }

  @Test
  void aNodeThatIsNotThereIsAMistake() {
    Console console = Console.in(folder);
    assertThat(console.run("inspect", "--node", "r1,r22")).isEqualTo(ExitCode.FAILED);
    assertThat(console.err()).contains("no node `r22`").contains("did you mean `r2`?");
  }

  @Test
  void mistakesAreJsonToo() {
    Console console = Console.in(folder);
    assertThat(console.run("inspect", "nope", "-o", "json")).isEqualTo(ExitCode.FAILED);
    assertThat(console.err()).isEmpty();
    assertThat(JsonParser.parseString(console.out()).getAsJsonObject().get("ok").getAsBoolean())
        .isFalse();
    assertThat(console.out()).contains("\"code\": \"NL0922\"");
  }

  @Test
  void withoutALabItSaysHowToGetOne(@TempDir Path empty) {
    Console console = Console.in(empty);
    assertThat(console.run("inspect")).isEqualTo(ExitCode.FAILED);
    assertThat(console.err()).contains("NL0911").contains("netlab up");
  }

  private Console run(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "inspect";
    System.arraycopy(args, 0, all, 1, args.length);
    Console console = Console.in(folder);
    assertThat(console.run(all)).as(console.err()).isEqualTo(ExitCode.OK);
    return console;
  }
}
