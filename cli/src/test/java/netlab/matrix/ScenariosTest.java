package netlab.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScenariosTest {
  @TempDir private Path top;

  @Test
  void labsAreKnownByWhatIsInThem() throws Exception {
    write("bgp/01.yml", "nodes: [a]\n");
    write("bgp/defaults.yml", "addressing.lan.ipv4: false\n");
    write("ospf/links.yaml", "links: [a-b]\n");
    write("ospf/fabric.yml", "plugin: [fabric]\nfabric.spines: 2\n");
    write("ospf/dotted.yml", "nodes.a.device: frr\n");
    write("ospf/empty.yml", "---\n");
    write("ospf/list.yml", "- nodes\n");
    write("ospf/notes.txt", "nodes: [a]\n");
    Scenarios found = Scenarios.in(List.of(top));
    assertThat(found.all())
        .extracting(Scenario::name)
        .containsExactly("bgp/01", "ospf/dotted", "ospf/fabric", "ospf/links");
    assertThat(found.others())
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrder("defaults.yml", "empty.yml", "list.yml");
  }

  @Test
  void whatIsHiddenIsNoScenario() throws Exception {
    write(".netlab/lab.yml", "nodes: [a]\n");
    write("a.yml", "nodes: [a]\n");
    assertThat(Scenarios.in(List.of(top)).all()).extracting(Scenario::name).containsExactly("a");
  }

  @Test
  void aBrokenLabIsAScenarioThatFails() throws Exception {
    write("broken.yml", "nodes: [a\nlinks: [a-b]\n");
    write("template.yml", "x: {{ y }}: [\n");
    assertThat(Scenarios.in(List.of(top)).all())
        .extracting(Scenario::name)
        .containsExactly("broken");
  }

  @Test
  void aFileThatIsNamedIsAScenarioAndCountsOnce() throws Exception {
    Path named = write("bgp/defaults.yml", "name: x\n");
    Path lab = write("bgp/01.yml", "nodes: [a]\n");
    assertThat(Scenarios.in(List.of(named, lab, top.resolve("bgp"))).all())
        .extracting(Scenario::name)
        .containsExactly("defaults", "01");
  }

  @Test
  void namesOfSeveralFoldersBeginWhereTheyPart() throws Exception {
    write("bgp/01.yml", "nodes: [a]\n");
    write("ospf/v2/01.yml", "nodes: [a]\n");
    assertThat(Scenarios.in(List.of(top.resolve("bgp"), top.resolve("ospf/v2"))).all())
        .extracting(Scenario::name)
        .containsExactly("bgp/01", "ospf/v2/01");
  }

  private Path write(String name, String text) throws IOException {
    Path file = top.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
