package netlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of the tests of a lab file before anything runs. */
final class TestCheckTest {
  private static final String LAB =
      """
      provider: clab
      defaults.device: frr
      module: [ospf]
      nodes: { r1: , r2: , h1: { device: linux } }
      links: [r1-r2, r1-h1]
      validate:
        t: { nodes: [NODES], TEST }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '@',
      textBlock =
          """
          r1 | plugin: ping('r2'                    | 7:37: error[NL0803]: test `t`: `,` is missing before the end
          r1 | plugin: "ping('r2', size=3)"         | 7:29: error[NL0803]: test `t`: ping has no argument `size`; it has host, src?, af?, count?, pkt_len?, expect?
          r1 | plugin: ospf_neighbor()              | 7:29: error[NL0803]: test `t`: ospf_neighbor needs argument `id`; it has id, present?, vrf?, bfd?
          r1 | plugin: ping                         | 7:29: error[NL0803]: test `t`: this is no call of a function
          r1 | plugin: pin('r2')                    | 7:29: warning[NL0803]: test `t`: there is no test function `pin`
          r1 | plugin: ping(nodes.r3.name)          | 7:39: warning[NL0803]: test `t`: there is no `nodes.r3`
          r1 | plugin: "ping('r2', expect=1)"       | 7:29: warning[NL0803]: test `t`: `expect` must be 'fail' or left out, not '1'
          h1 | plugin: ospf_neighbor('10.0.0.1')    | 7:29: warning[NL0804]: test `t`: `ospf_neighbor` cannot ask device `linux`
          r1 | show: { frr: x }, valid: len(x == 2  | 7:55: error[NL0803]: test `t`: `,` is missing before the end
          r1 | show: { frr: x }, valid: { frr: a b } | 7:55: error[NL0803]: test `t`: an operator is missing before `b`
          r1 | exec: { frr: "show {{ nix }}" }      | 7:43: warning[NL0803]: test `t`: there is no `nix`
          r1 | exec: { frr: "show {{ nix" }         | 7:40: error[NL0803]: test `t`: this has no end
          r1 | config: gone                         | 7:29: error[NL0507]: there is no configuration template `gone` for node `r1` (device `frr`)
          """)
  void mistakesAreToldAtTheirPlace(String nodes, String test, String told) throws IOException {
    assertThat(problems(nodes, test, "-o", "config")).containsExactly("lab.yml:" + told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '@',
      textBlock =
          """
          r1     | plugin: "ping(nodes.r2.loopback.ipv4, src=node.loopback.ipv4, count=1)"
          r1, h1 | plugin: ospf_neighbor(nodes.r2.ospf.router_id)
          r1     | plugin: ping('r2', devices: [eos]
          r1     | show: { frr: x }, valid: "len(neighbors) == 2 and '{{ name }}' in neighbors"
          r1     | exec: { eos: "{{ nix }}" }
          """)
  void whatCanRunIsNotTouched(String nodes, String test) throws IOException {
    assertThat(problems(nodes, test, "-o", "config")).isEmpty();
  }

  @Test
  void onlyTheModelOfALabCanBeHadInSpiteOfThem() throws IOException {
    assertThat(problems("r1", "plugin: ping()", "-o", "none"))
        .containsExactly(
            "lab.yml:7:29: warning[NL0803]: test `t`: ping needs argument `host`; it has host,"
                + " src?, af?, count?, pkt_len?, expect?");
    assertThat(problems("r1", "plugin: ping()", "-o", "none", "--strict"))
        .singleElement()
        .asString()
        .contains("error[NL0803]");
    assertThat(
            problems("r1", "plugin: ping()", "-o", "none", "-s", "defaults.warnings.NL0803=false"))
        .isEmpty();
  }

  @Test
  void aTemplateOfATestIsRenderedWithItsVariables() throws IOException {
    Files.writeString(folder.resolve("add.j2"), "ip route {{ net }} {{ loopback.ipv4 }}");
    assertThat(problems("r1", "config: { template: add, variable: { net: x } }", "-o", "config"))
        .isEmpty();
    assertThat(problems("r1", "config: add", "-o", "config"))
        .singleElement()
        .asString()
        .contains("add.j2:1:13: error[NL0503]: node `r1`: there is no `net`");
  }

  /** In one line each, as editors read them. */
  private List<String> problems(String nodes, String test, String... options) throws IOException {
    Files.writeString(folder.resolve("lab.yml"), LAB.replace("NODES", nodes).replace("TEST", test));
    var args = new ArrayList<>(List.of("create", "lab.yml"));
    args.addAll(List.of(options));
    Console console = Console.in(folder);
    console.run(args.toArray(String[]::new));
    return Arrays.stream(console.err().split("\n\n"))
        .filter(block -> !block.isBlank())
        .map(TestCheckTest::line)
        .toList();
  }

  private static String line(String block) {
    String[] lines = block.split("\n");
    String place = lines[1].strip().replaceFirst("^--> ", "");
    return place.replaceFirst("^.*/", "") + ": " + lines[0];
  }
}
