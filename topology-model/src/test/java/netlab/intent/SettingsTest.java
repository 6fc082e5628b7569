package netlab.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.source.Sources;
import netlab.source.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where values come from besides the lab file, and who wins. */
final class SettingsTest {
  private static final String LAB =
      """
      defaults.device: frr
      module: [ bgp ]
      bgp.as: 65000
      nodes: [ r1 ]
      """;

  private static Yaml.Map tree(String text) {
    return new Sources(new Diagnostics()).parse(new SourceFile("defaults.yml", text)).orElseThrow();
  }

  private static Intent read(String lab, Settings settings) {
    Diagnostics diagnostics = new Diagnostics();
    return Labs.read(lab, settings, diagnostics)
        .orElseThrow(() -> new AssertionError(diagnostics.sorted().toString()));
  }

  private static Settings with(Overrides overrides) {
    return new Settings("my-Lab 01", overrides, List.of(), Optional.empty());
  }

  private static NodeIntent r1(Intent lab) {
    return Optional.ofNullable(lab.nodes().get("r1")).orElseThrow();
  }

  @Test
  void aLabWithoutNameIsNamedAfterItsFolder() {
    assertThat(read(LAB, Settings.of("My lab-01 of 2026!")).name()).isEqualTo("mylab01of202");
    assertThat(read(LAB, Settings.of("../")).name()).isEqualTo("default");
    assertThat(read("name: own\n" + LAB, Settings.of("x")).name()).isEqualTo("own");
  }

  @Test
  void theCommandLineWins() {
    Overrides overrides =
        new Overrides(
            List.of("bgp.as=65001", "nodes.r1.mtu=1400", "links=[ r1 ]"),
            Optional.of("eos"),
            Optional.of("clab"),
            List.of());
    Intent lab = read("provider: libvirt\n" + LAB, with(overrides));
    assertThat(lab.provider()).contains("clab");
    assertThat(r1(lab).device().name()).isEqualTo("eos");
    assertThat(r1(lab).attributes().longAt("bgp.as")).contains(65001L);
    assertThat(r1(lab).attributes().intAt("mtu")).contains(1400);
    assertThat(lab.links()).hasSize(1);
  }

  @Test
  void aSettingCanBeAboutOneNodeOfAList() {
    Overrides overrides =
        new Overrides(List.of("nodes.r1.mtu=1400"), Optional.empty(), Optional.empty(), List.of());
    Intent lab = read("nodes: [ r1, r2 ]\ndefaults.device: frr\n", with(overrides));
    assertThat(lab.nodes().keySet()).containsExactly("r1", "r2");
    assertThat(r1(lab).attributes().intAt("mtu")).contains(1400);
  }

  @Test
  void mistakesOnTheCommandLineAreShownThere() {
    Diagnostics diagnostics = new Diagnostics();
    Overrides overrides =
        new Overrides(
            List.of("bgp.as=x", "none"), Optional.of("fr"), Optional.empty(), List.of("fabricc"));
    assertThat(Labs.read(LAB, with(overrides), diagnostics)).isEmpty();
    assertThat(diagnostics.sorted())
        .allSatisfy(d -> assertThat(d.at().file().name()).isEqualTo("command line"))
        .extracting(Diagnostic::code)
        .containsExactlyInAnyOrder(
            Code.WRONG_TYPE, Code.INVALID_KEY, Code.UNKNOWN_DEVICE, Code.UNKNOWN_NAME);
  }

  @Test
  void strongerSourcesOfDefaultsWin() {
    Yaml.Map strong = tree("{ device: eos, interfaces.mtu: 1500, bgp.next_hop_self: false }");
    Yaml.Map weak = tree("{ device: linux, interfaces.mtu: 1400, bgp.ebgp_role: outside }");
    Settings settings =
        new Settings("x", Overrides.NONE, List.of(strong, weak), Optional.of("netns"));
    Intent lab = read(LAB.replace("defaults.device: frr\n", ""), settings);
    assertThat(lab.provider()).contains("netns");
    assertThat(r1(lab).device().name()).isEqualTo("eos");
    assertThat(r1(lab).attributes().intAt("mtu")).contains(1500);
    assertThat(r1(lab).attributes().boolAt("bgp.next_hop_self")).contains(false);
    assertThat(lab.defaults().textAt("bgp.ebgp_role")).contains("outside");
    assertThat(r1(read(LAB, settings)).device().name()).isEqualTo("frr");
  }

  @Test
  void theEnvironmentWinsOverTheLabsDefaults() {
    Overrides overrides =
        Overrides.NONE.withEnvironment(
            Map.of("NETLAB_DEVICE", "eos", "NETLAB_INTERFACES_MTU", "1300", "HOME", "/"));
    Intent lab = read(LAB, with(overrides));
    assertThat(r1(lab).device().name()).isEqualTo("eos");
    assertThat(r1(lab).attributes().intAt("mtu")).contains(1300);
  }

  @Test
  void defaultsOfModulesAreSeenByThePasses() {
    Intent lab = read("defaults.bgp.warnings.missing_igp: false\n" + LAB, Settings.of("x"));
    assertThat(lab.defaults().boolAt("bgp.warnings.missing_igp")).contains(false);
    assertThat(lab.defaults().textsAt("bgp.node_copy")).contains("local_as");
    assertThat(lab.defaults().intAt("const.MAX_NODE_ID")).contains(150);
  }

  @Test
  void aLabCanNameFilesWithDefaults(@TempDir Path folder) throws IOException {
    Path lab = Files.createDirectory(folder.resolve("lab"));
    Files.writeString(folder.resolve("shared.yml"), "device: frr\n");
    Diagnostics diagnostics = new Diagnostics();
    Yaml.Map root =
        tree("defaults.sources.extra: [ ../shared.yml, missing.yml, /etc/passwd, '~/own.yml' ]");
    assertThat(DefaultFiles.NONE.of(root, lab, folder, diagnostics))
        .extracting(p -> p.normalize().toString())
        .containsExactly(folder.resolve("shared.yml").toString());
    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::code)
        .containsExactly(Code.FILE_NOT_READABLE, Code.INCLUDE_REFUSED, Code.FILE_NOT_READABLE);
  }

  @Test
  void aLabCanReplaceTheFilesOfTheUserAndOfTheMachine(@TempDir Path folder) throws IOException {
    for (String name : List.of("user", "system", "mine", "extra")) {
      Files.writeString(folder.resolve(name + ".yml"), "device: frr\n");
    }
    DefaultFiles files =
        new DefaultFiles(
            List.of(folder.resolve("user.yml"), folder.resolve("none.yml")),
            List.of(folder.resolve("system.yml")));
    assertThat(names(files, "defaults.device: frr", folder)).containsExactly("user", "system");
    assertThat(names(files, "defaults.sources.extra: extra.yml", folder))
        .containsExactly("extra", "user", "system");
    assertThat(names(files, "defaults.sources.user: [ mine.yml ]", folder))
        .containsExactly("mine", "system");
    assertThat(names(files, "defaults.sources.system: [ 'package:topology-defaults.yml' ]", folder))
        .containsExactly("user");
    assertThat(names(files, "defaults.sources.list: [ ~/extra.yml, mine.yml ]", folder))
        .containsExactly("extra", "mine");
  }

  private static List<String> names(DefaultFiles files, String lab, Path folder) {
    Diagnostics diagnostics = new Diagnostics();
    List<Path> found = files.of(tree(lab), folder, folder, diagnostics);
    assertThat(diagnostics.sorted()).isEmpty();
    return found.stream().map(p -> p.getFileName().toString().replace(".yml", "")).toList();
  }
}
