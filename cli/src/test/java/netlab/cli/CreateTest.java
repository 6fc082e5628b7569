package netlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import netlab.diag.Diagnostics;
import netlab.plan.LabFolder;
import netlab.state.LabState;
import netlab.state.StateFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CreateTest {
  static final String SEED =
      """
      name: seed
      defaults.device: frr
      module: [bgp]
      bgp.as_list:
        65000:
          members: [r1]
        65001:
          members: [r2]
      nodes: [r1, r2]
      links: [r1-r2]
      """;

  @TempDir private Path folder;

  @BeforeEach
  void labFile() throws IOException {
    Files.writeString(folder.resolve("lab.yml"), SEED);
  }

  @Test
  void warningsCanBeErrorsAndCanBeHidden() throws Exception {
    Files.writeString(
        folder.resolve("lab.yml"),
        "{ defaults.device: frr, defaults.ospf.areaa: 1, module: [ospf], nodes: [r1, r2], "
            + "links: [r1-r2] }");
    assertThat(run("create", "lab.yml", "-o", "none").err()).contains("warning[NL0201]");
    Console strict = Console.in(folder);
    assertThat(strict.run("create", "lab.yml", "-o", "none", "--strict"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(strict.err()).contains("error[NL0201]");
    for (String name : new String[] {"NL0201", "unknown_attribute"}) {
      String rule = "defaults.warnings." + name + "=";
      assertThat(run("create", "lab.yml", "-o", "none", "--strict", "-s", rule + "false").err())
          .isEmpty();
      assertThat(Console.in(folder).run("create", "lab.yml", "-o", "none", "-s", rule + "error"))
          .isEqualTo(ExitCode.FAILED);
    }
  }

  @Test
  void variablesAndFilesChangeDefaults() throws Exception {
    Files.writeString(folder.resolve("lab.yml"), "nodes: [r1]");
    Files.writeString(folder.resolve("topology-defaults.yml"), "device: eos");
    Files.writeString(folder.resolve("other.yml"), "device: frr");
    assertThat(run("create", "lab.yml", "-o", "yaml").out()).contains("device: eos");
    assertThat(run("create", "lab.yml", "-o", "yaml", "--defaults", "other.yml").out())
        .contains("device: frr");
    Console console =
        Console.in(folder, Map.of("NETLAB_DEVICE", "none", "NETLAB_LAB", "x", "PATH", "/bin"));
    console.run("create", "lab.yml", "-o", "yaml");
    assertThat(console.out()).contains("device: none");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void writesTheFilesOfTheNodesAndTheState() throws Exception {
    Console console = run("create", "lab.yml", "-p", "netns");
    assertThat(console.out()).startsWith("lab seed   2 nodes (frr)   1 link   provider netns\n");
    assertThat(folder.resolve("configs/r1/frr.conf"))
        .content()
        .contains("router bgp 65000")
        .contains("neighbor 10.1.0.2 remote-as 65001");
    LabState state = StateFile.read(LabFolder.at(folder), new Diagnostics()).orElseThrow();
    assertThat(state.name()).isEqualTo("seed");
    assertThat(state.file()).isEqualTo("lab.yml");
    assertThat(state.expectations()).hasSize(2);
    assertThat(state.run()).isEmpty();
    assertThat(state.device(state.node("r2").orElseThrow()).name()).isEqualTo("frr");
    assertThat(run("inspect", "--node", "r1", "bgp.neighbors[0].as").out()).isEqualTo("65001\n");
  }

  @Test
  void containerlabGetsItsTopology() {
    run("create", "lab.yml", "-p", "clab");
    assertThat(folder.resolve("clab.yml")).content().contains("r1:").contains("eth1");
  }

  @Test
  void theModelGoesToAFileOrToStandardOutputAndNothingElseIsWritten() throws Exception {
    run("create", "lab.yml", "-o", "json=out.json", "-o", "yaml=out.yml");
    JsonObject file =
        JsonParser.parseString(Files.readString(folder.resolve("out.json"))).getAsJsonObject();
    Console console = run("create", "lab.yml", "-o", "json");
    assertThat(JsonParser.parseString(console.out())).isEqualTo(file);
    assertThat(file.getAsJsonObject("nodes").keySet()).containsExactly("r1", "r2");
    assertThat(folder.resolve("out.yml")).content().contains("nodes:\n  r1:\n");
    assertThat(names()).containsExactlyInAnyOrder("lab.yml", "out.json", "out.yml");
  }

  @Test
  void settingsOfTheCommandLineWin() {
    Console console = run("create", "lab.yml", "-o", "json", "-s", "name=other");
    assertThat(console.out()).contains("\"name\": \"other\"");
  }

  @Test
  void configurationsGoWhereTheyAreWanted() throws Exception {
    run("create", "lab.yml", "-o", "config=out/deep");
    assertThat(folder.resolve("out/deep/r2/frr.conf")).exists();
    assertThat(names()).containsExactlyInAnyOrder("lab.yml", "out");
  }

  @Test
  void aWrongLabLeavesNothingBehindAndNamesThePlace() throws Exception {
    Files.writeString(folder.resolve("lab.yml"), SEED.replace("links: [r1-r2]", "links: [r1-r3]"));
    Console console = Console.in(folder);
    assertThat(console.run("create", "lab.yml")).isEqualTo(ExitCode.FAILED);
    assertThat(console.err()).contains("lab.yml:10:").contains("r3");
    assertThat(console.out()).isEmpty();
    assertThat(names()).containsExactly("lab.yml");
  }

  @Test
  void aModuleTheDeviceHasNoTemplateForLeavesNothingBehind() throws Exception {
    Console console = Console.in(folder);
    assertThat(console.run("create", "lab.yml", "-d", "sros", "-p", "clab"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(console.err()).contains("error[NL");
    assertThat(names()).containsExactly("lab.yml");
  }

  @Test
  void mistakesAreJsonWhenTheResultWouldBe() throws Exception {
    Files.writeString(folder.resolve("lab.yml"), "nodes: [r1\n");
    Console console = Console.in(folder);
    assertThat(console.run("create", "lab.yml", "-o", "json")).isEqualTo(ExitCode.FAILED);
    JsonObject document = JsonParser.parseString(console.out()).getAsJsonObject();
    assertThat(document.get("ok").getAsBoolean()).isFalse();
    assertThat(document.getAsJsonArray("diagnostics")).isNotEmpty();
    assertThat(console.err()).isEmpty();
  }

  @Test
  void aFormatThatIsNotThereIsAUsageError() {
    Console console = Console.in(folder);
    assertThat(console.run("create", "lab.yml", "-o", "xml")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("no format `xml`");
  }

  @Test
  void withoutANameTheLabFileIsTopologyYml() throws Exception {
    Files.move(folder.resolve("lab.yml"), folder.resolve("topology.yml"));
    run("create", "-o", "none");
  }

  @Test
  void aProviderThatCannotRunLabsIsAMistake() {
    Console console = Console.in(folder);
    assertThat(console.run("create", "lab.yml", "-p", "libvirt")).isEqualTo(ExitCode.FAILED);
    assertThat(console.err()).contains("-p netns");
  }

  private Console run(String... args) {
    Console console = Console.in(folder, new netlab.exec.HostShell());
    assertThat(console.run(args)).as(console.err()).isEqualTo(ExitCode.OK);
    return console;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
