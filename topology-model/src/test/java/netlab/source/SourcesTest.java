package netlab.source;

import static netlab.source.Texts.lines;
import static netlab.source.Texts.show;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourcesTest {
  @TempDir Path folder = Path.of("");
  private final Diagnostics diagnostics = new Diagnostics();
  private Sources sources = new Sources(diagnostics);

  @BeforeEach
  void homeIsAFolderBesideTheLab() throws IOException {
    Files.createDirectories(folder.resolve("home"));
    sources = new Sources(diagnostics, folder.resolve("home"));
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(folder));
    return Files.writeString(file, text);
  }

  /** The tree of {@code lab/lab.yml}, or the diagnostics without the temporary folder. */
  private String load() {
    Optional<Yaml.Map> tree = sources.load(folder.resolve("lab/lab.yml"));
    return diagnostics.sorted().isEmpty() ? tree.map(Texts::show).orElse("-") : errors();
  }

  private String errors() {
    return lines(diagnostics).replace(folder + "/", "");
  }

  @Test
  void problemsWithTheFileItselfAreNamed() throws IOException {
    assertThat(load()).isEqualTo("lab/lab.yml: error[NL0101]: there is no file `lab/lab.yml`");
    sources.load(folder);
    assertThat(lines(diagnostics)).contains("`" + folder + "` is a folder");
  }

  @Test
  void textThatIsNotUtf8IsLocated() throws IOException {
    Path file = write("lab/lab.yml", "");
    Files.write(file, "a: 1\nb: é\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(load())
        .isEqualTo(
            "lab/lab.yml:2:4: error[NL0101]: the file is not UTF-8: byte 0xE9 cannot stand here");
  }

  @Test
  void utf16IsRecognized() throws IOException {
    Files.write(write("lab/lab.yml", ""), "a: 1".getBytes(StandardCharsets.UTF_16));
    assertThat(load()).contains("lab/lab.yml:1:1: error[NL0101]");
    assertThat(diagnostics.sorted().getFirst().hint())
        .hasValueSatisfying(hint -> assertThat(hint).contains("UTF-16"));
  }

  @Test
  void aByteOrderMarkDoesNotMoveColumns() throws IOException {
    write("lab/lab.yml", "\ufeffa: [\n");
    assertThat(load()).isEqualTo("lab/lab.yml:1:4: error[NL0102]: this `[` is never closed");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() throws IOException {
    write("lab/lab.yml", "a: 1\n" + "# x\n".repeat(750_000));
    assertThat(load()).contains("NL0107").contains("larger than 3 MB");
  }

  @Test
  void anEmptyLabIsRefusedAndEmptyDefaultsAreNot() throws IOException {
    Path file = write("lab/lab.yml", "# nothing\n");
    assertThat(sources.loadDefaults(file).map(Texts::show)).contains("{}");
    assertThat(load()).isEqualTo("lab/lab.yml:1:1: error[NL0204]: the file is empty");
  }

  @Test
  void aLabIsAMapping() throws IOException {
    write("lab/lab.yml", "- r1\n- r2\n");
    assertThat(load())
        .isEqualTo("lab/lab.yml:1:1: error[NL0202]: the file must be a mapping, but it is a list");
  }

  @Test
  void includedFilesBecomeChildrenInSortedOrder() throws IOException {
    write("lab/lab.yml", "nodes:\n  r0:\n  _include: [ 'nodes/*.yml', more.d.yml ]\n");
    write("lab/nodes/r2.yml", "id: 2\n");
    write("lab/nodes/r1.yml", "bgp.as: 1\n");
    write("lab/nodes/.hidden.yml", "id: 3\n");
    write("lab/nodes/r3.txt", "id: 3\n");
    write("lab/more.d.yml", "[x]\n");
    assertThat(load())
        .isEqualTo("{nodes: {r0: , r1: {bgp: {as: 1}}, r2: {id: 2}, more: {d: [x]}}}");
  }

  @Test
  void topJoinsTheIncludingMapping() throws IOException {
    write("lab/lab.yml", "name: x\nbgp: {as: 1}\n_include: extra.yml\n");
    write("lab/extra.yml", "_top: {name: y, bgp: {as: 2, rr: true}, ospf: {area: 0}}\nk: v\n");
    assertThat(load())
        .isEqualTo("{name: x, bgp: {as: 1, rr: true}, ospf: {area: 0}, extra: {k: v}}");
  }

  @Test
  void includesNestAndAreRelativeToTheirFile() throws IOException {
    write("lab/lab.yml", "links:\n- {_include: [a/b.yml]}\n");
    write("lab/a/b.yml", "_include: [../c.yml, d.yml]\n");
    write("lab/c.yml", "x: 1\n");
    write("lab/a/d.yml", "y: 2\n");
    assertThat(load()).isEqualTo("{links: [{b: {c: {x: 1}, d: {y: 2}}}]}");
  }

  @Test
  void errorsInIncludedFilesKnowWhoIncludedThem() throws IOException {
    write("lab/lab.yml", "_include: [a.yml]\n");
    write("lab/a.yml", "_include: [b.yml]\n");
    write("lab/b.yml", "x: [\n");
    assertThat(load()).isEqualTo("lab/b.yml:1:4: error[NL0102]: this `[` is never closed");
    SourceFile broken = diagnostics.sorted().getFirst().at().file();
    assertThat(broken.includedBy().orElseThrow().location()).endsWith("lab/a.yml:1:12");
    assertThat(broken.includedBy().orElseThrow().file().includedBy().orElseThrow().location())
        .endsWith("lab/lab.yml:1:12");
  }

  @Test
  void placesOutsideOfTheLabsFolderAreRefused() throws IOException {
    write("secret.yml", "password: x\n");
    write("lab2/x.yml", "password: x\n");
    Files.createDirectories(folder.resolve("lab"));
    Files.createSymbolicLink(folder.resolve("lab/link.yml"), folder.resolve("secret.yml"));
    Files.createSymbolicLink(folder.resolve("lab/dir"), folder.resolve("lab2"));
    write(
        "lab/lab.yml",
        """
        _include:
        - ../secret.yml
        - /etc/x.yml
        - a/../../lab2/x.yml
        - link.yml
        - ../*/x.yml
        - ~/../secret.yml
        - dir/*.yml
        """);
    assertThat(load())
        .isEqualTo(
            """
            lab/lab.yml:2:3: error[NL0109]: `../secret.yml` is outside of the lab's folder
            lab/lab.yml:3:3: error[NL0109]: `/etc/x.yml` is outside of the lab's folder
            lab/lab.yml:4:3: error[NL0109]: `a/../../lab2/x.yml` is outside of the lab's folder
            lab/lab.yml:5:3: error[NL0109]: `lab/link.yml` is a link to a place outside of the lab's folder
            lab/lab.yml:6:3: error[NL0109]: `../*/x.yml` is outside of the lab's folder
            lab/lab.yml:7:3: error[NL0109]: `~/../secret.yml` is outside of the lab's folder
            lab/lab.yml:8:3: error[NL0109]: `lab/dir/x.yml` is a link to a place outside of the lab's folder\
            """);
  }

  @Test
  void filesBelowTheHomeFolderAreAllowed() throws IOException {
    write("lab/lab.yml", "_include: [~/d/x.yml]\n");
    write("home/d/x.yml", "_include: ../y.yml\n");
    write("home/y.yml", "a: 1\n");
    assertThat(load()).isEqualTo("{x: {y: {a: 1}}}");
  }

  @Test
  void includesThatFindNothingOrTurnInCirclesAreErrors() throws IOException {
    write("lab/lab.yml", "_include: [none.yml, '*.none', a.yml, 5, [x], lab.yml]\n");
    write("lab/a.yml", "_include: a.yml\n");
    assertThat(load())
        .isEqualTo(
            """
            lab/a.yml:1:11: error[NL0109]: `lab/a.yml` includes itself
            lab/lab.yml:1:12: error[NL0108]: no file matches `none.yml`
            lab/lab.yml:1:22: error[NL0108]: no file matches `*.none`
            lab/lab.yml:1:39: error[NL0108]: no file matches `5`
            lab/lab.yml:1:42: error[NL0202]: `_include` needs file names, but this is a list
            lab/lab.yml:1:47: error[NL0109]: `lab/lab.yml` includes itself\
            """);
  }

  @Test
  void includedKeysDoNotReplaceOthers() throws IOException {
    write("lab/lab.yml", "a: 5\nb: {c: 1}\nd:\n_include: '?.yml'\n");
    write("lab/a.yml", "x: 1\n");
    write("lab/b.yml", "c: 2\ne: 3\n");
    write("lab/d.yml", "[y]\n");
    assertThat(load())
        .isEqualTo(
            "lab/lab.yml:4:11: error[NL0104]: the file becomes the key `a`, which has a value"
                + " already (lab/lab.yml:1:4 the other value)");
    assertThat(sources.load(folder.resolve("lab/lab.yml")).map(Texts::show))
        .contains("{a: 5, b: {c: 1, e: 3}, d: [y]}");
  }

  @Test
  void aFanOfIncludesIsBounded() throws IOException {
    write("lab/lab.yml", "_include: x0.yml\n");
    for (int i = 0; i < 12; i++) {
      write(
          "lab/x" + i + ".yml",
          "a: {_include: x%d.yml}\nb: {_include: x%d.yml}\n".formatted(i + 1, i + 1));
    }
    assertThat(load()).contains("NL0107").contains("too many files");
  }

  @Test
  void theOldWordIncludesIsRefused() throws IOException {
    write("lab/lab.yml", "includes: [a.yml]\n");
    assertThat(load())
        .isEqualTo("lab/lab.yml:1:1: error[NL0201]: unknown attribute `includes` in the lab");
  }

  @Test
  void settingsOfTheCommandLineAreTrees() {
    assertThat(override("bgp.as=65000")).isEqualTo("{bgp: {as: 65000}}");
    assertThat(override("message=a=b: c # d")).isEqualTo("{message: a=b: c # d}");
    assertThat(override("module=[bgp, {x.y: 1}]")).isEqualTo("{module: [bgp, {x: {y: 1}}]}");
    assertThat(override("x=")).isEqualTo("{x: }");
    Yaml.Map tree = sources.override("bgp.as=65000").orElseThrow();
    assertThat(Texts.spans(tree))
        .containsExactly(
            "{}@1:1-1:13", "bgp:@1:1-1:4", "{}@1:5-1:13", "as:@1:5-1:7", "65000@1:8-1:13");
    assertThat(tree.span().file().name()).isEqualTo("command line");
  }

  @Test
  void brokenSettingsAreLocatedInTheSetting() {
    assertThat(override("bgp"))
        .isEqualTo("command line:1:1: error[NL0105]: `bgp` is not a setting");
    assertThat(override("=1")).contains("command line:1:1: error[NL0105]");
    assertThat(override("x=[a"))
        .contains("command line:1:3: error[NL0102]: this `[` is never closed");
  }

  private String override(String setting) {
    Diagnostics own = new Diagnostics();
    Optional<Yaml.Map> tree = new Sources(own).override(setting);
    return own.hasErrors() ? lines(own) : tree.map(Texts::show).orElse("-");
  }

  @Test
  void environmentVariablesAreTreesOfDefaults() {
    assertThat(show(sources.environment("NETLAB_BGP_AS", "65000").orElseThrow()))
        .isEqualTo("{bgp: {as: 65000}}");
    assertThat(show(sources.environment("NETLAB_OSPF_HELLO__TIMER", "[1, 2]").orElseThrow()))
        .isEqualTo("{ospf: {hello_timer: [1, 2]}}");
  }

  @Test
  void globsMatchAsInAShell() {
    assertThat(Glob.of("r[1-3]?.*").matches("r2x.yml")).isTrue();
    assertThat(Glob.of("r[!1-3]").matches("r2")).isFalse();
    assertThat(Glob.of("r[!1-3]").matches("r4")).isTrue();
    assertThat(Glob.of("[]a]").matches("]")).isTrue();
    assertThat(Glob.of("a[b").matches("a[b")).isTrue();
    assertThat(Glob.of("*a*b*").matches("xxaxxbxx")).isTrue();
    assertThat(Glob.of("*a*b").matches("xxaxxbxx")).isFalse();
    assertThat(Glob.of("").matches("")).isTrue();
    assertThat(Glob.of("*a".repeat(50) + "b").matches("a".repeat(5_000))).isFalse();
    assertThat(Glob.isPattern("r[12]")).isTrue();
    assertThat(Glob.isPattern("r1")).isFalse();
  }

  @Test
  void treesMergeUnderStrongerOnes() {
    Yaml.Map weak = Texts.map("{a: {x: 1, y: [1]}, b: {z: 1}, c: 1}");
    Yaml.Map strong = Texts.map("{d: 4, a: {y: [2], x: {q: 1}}, b: , c: 3}");
    assertThat(show(weak.under(strong)))
        .isEqualTo("{a: {x: {q: 1}, y: [2]}, b: {z: 1}, c: 3, d: 4}");
    assertThat(show(strong.completedBy(weak)))
        .isEqualTo("{d: 4, a: {y: [2], x: {q: 1}}, b: {z: 1}, c: 3}");
    assertThat(Texts.spans(weak.under(strong))).contains("c:@1:37-1:38");
  }
}
