package netlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema for editors takes what the program takes, and finds what it is good for. */
final class LabSchemaTest {
  /** The conformance collection beside the project; tests that need it are skipped without it. */
  private static final Path CASES = Path.of("../../shared/conformance/cases");

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @TempDir private Path folder;

  private JsonSchema schema(String... lab) throws IOException {
    Console console = Console.in(folder);
    String[] line = Stream.concat(Stream.of("schema"), Stream.of(lab)).toArray(String[]::new);
    assertThat(console.run(line)).as(console.err()).isEqualTo(ExitCode.OK);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(console.out());
  }

  private static Set<ValidationMessage> faults(JsonSchema schema, String lab) throws IOException {
    JsonNode tree = YAML.readTree(lab);
    return schema.validate(tree);
  }

  @Test
  void everyLabThatCompilesIsAccepted() throws IOException {
    assumeTrue(Files.isDirectory(CASES), "no conformance collection beside the project");
    JsonSchema any = schema();
    int compiled = 0;
    try (Stream<Path> cases = Files.list(CASES)) {
      for (Path lab : cases.sorted().toList()) {
        Path copy = folder.resolve("lab.yml");
        String text = Files.readString(lab);
        Files.writeString(copy, text);
        if (Console.in(folder).run("create", "lab.yml", "-o", "none") == ExitCode.OK) {
          // Attributes of their own are known only to the schema of the lab itself.
          boolean declares = text.contains("attributes");
          assertThat(faults(declares ? schema("lab.yml") : any, text)).as(lab.toString()).isEmpty();
          compiled++;
        }
      }
    }
    assertThat(compiled).isGreaterThan(30);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nodes: { r1: { mtuu: 1500 } }",
        "nodes: { r1: { mtu: large } }",
        "nodes: { r1: { mtu: 10 } }",
        "nodes: { r1: { device: fr } }",
        "nodes: { r1: { bgp.ass: 65000 } }",
        "nodes: { r1: { bgp: { as: [ 1, 2 ] } } }",
        "nodes: { r1: { module: [ ospff ] } }",
        "nodes: [ { device: frr } ]",
        "nodes: { r1: 17 }",
        "nodess: [ r1 ]",
        "links: [ { r1: , r2: , bandwith: 100 } ]",
        "links: [ { r1: { ipv4: 10.x }, r2: } ]",
        "links: [ { r1: , r2: , type: lann } ]",
        "links: [ { r1: , r2: , ospf.cost: 0 } ]",
        "links: 5",
        "groups: { g: { members: 7, mtuu: 1 } }",
        "addressing: { lan: { ipv4: 10.0.0.0/8, prefx: 24 } }",
        "module: [ osfp ]",
        "provider: docker",
        "ospf: { area: [ 1 ] }",
        "fabric: { leafs: 0 }",
        "vlans: { red: { mode: wrong } }",
        "vlans: { red: { idd: 5 } }",
      })
  void aPlantedMistakeIsFound(String lab) throws IOException {
    assertThat(faults(schema(), lab)).isNotEmpty();
  }

  @Test
  void attributesThatALabDeclaresAreInItsSchema() throws IOException {
    String lab =
        """
        defaults.attributes.node.rack: int 1..42
        nodes: { r1: { device: frr, rack: %d } }
        """;
    Files.writeString(folder.resolve("lab.yml"), lab.formatted(1));
    JsonSchema own = schema("lab.yml");
    assertThat(faults(own, lab.formatted(7))).isEmpty();
    assertThat(faults(own, lab.formatted(43))).isNotEmpty();
    assertThat(faults(schema(), lab.formatted(7))).isNotEmpty();
  }

  @Test
  void attributesAndPluginsAreShown() {
    Console console = Console.in(folder);
    assertThat(console.run("show", "attributes", "node", "-m", "ospf")).isEqualTo(ExitCode.OK);
    assertThat(console.out()).contains("area: an IPv4 address or a number");
    for (List<String> line :
        List.of(
            List.of("show", "attributes", "link"),
            List.of("show", "attributes", "-m", "fabric", "-o", "json"),
            List.of("show", "plugins", "-o", "json"))) {
      assertThat(Console.in(folder).run(line.toArray(String[]::new))).isEqualTo(ExitCode.OK);
    }
    Console wrong = Console.in(folder);
    assertThat(wrong.run("show", "attributes", "nodd")).isEqualTo(ExitCode.FAILED);
    assertThat(wrong.err()).contains("did you mean `node`?");
  }
}
