package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import netlab.diag.Diagnostics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabRenderingTest {
  private final Diagnostics diagnostics = new Diagnostics();
  private @TempDir Path folder;

  @Test
  void everyNodeOfALabHasItsFiles() throws IOException {
    var files =
        render(
            """
            provider: clab
            defaults.device: frr
            module: [bgp]
            nodes:
              r1.bgp.as: 65000
              r2: { bgp.as: 65001, device: eos }
              h: { device: linux }
            links: [r1-r2, r1-h]
            """);

    assertThat(files)
        .containsExactly(
            "r1: frr.conf sysctl.conf daemons vtysh.conf",
            "r2: startup-config",
            "h: ip.batch sysctl.conf");
    assertThat(diagnostics.sorted()).isEmpty();
  }

  @Test
  void aDeviceUsesTheTemplatesOfItsParent() throws IOException {
    var files = render("provider: clab\ndefaults.device: bird\nnodes: [h1, h2]\nlinks: [h1-h2]\n");

    assertThat(diagnostics.sorted()).isEmpty();
    assertThat(files).hasSize(2).allMatch(f -> f.contains("ip.batch"));
  }

  @Test
  void theDummyDeviceIsConfiguredWithNothing() throws IOException {
    var files =
        render(
            "provider: clab\ndefaults.device: none\nmodule: [ospf]\nnodes: [a, b]\nlinks: [a-b]\n");

    assertThat(files).containsExactly("a: ", "b: ");
    assertThat(diagnostics.sorted()).isEmpty();
  }

  @Test
  void aDeviceWithoutTemplatesIsAnErrorAtItsNode() throws IOException {
    render(
        "provider: clab\nnodes:\n  r1: { device: sros }\n  r2: { device: frr }\nlinks: [r1-r2]\n");

    assertThat(diagnostics.sorted())
        .singleElement()
        .asString()
        .contains("device `sros` has no template for `initial`, which node `r1` needs")
        .contains("lab.yml:3:3");
  }

  private List<String> render(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("lab.yml"), text);
    var renderer = new Renderer();
    return LabSubjects.of(file, diagnostics).stream()
        .map(s -> s.name() + ": " + names(renderer.render(s, diagnostics)))
        .toList();
  }

  private static String names(List<ConfigFile> files) {
    return String.join(" ", files.stream().map(ConfigFile::name).toList());
  }
}
