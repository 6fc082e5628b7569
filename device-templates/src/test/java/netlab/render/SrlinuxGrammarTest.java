package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every configuration of SR Linux that the tests hold is one that Nokia's YANG models accept: each
 * word of each line is looked up in them, and what the lines of a node make together is validated
 * by yanglint (Debian: libyang2-tools), all nodes in one call. Skipped where {@code ../shared/yang}
 * is not there; with {@code NETLAB_REQUIRE_LABS=1} not for the lack of yanglint.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SrlinuxGrammarTest {
  private static final Path MODELS = Path.of("../../shared/yang/srlinux-25.3.1.tar.gz");

  /** The models are of release 25.3; those of 25.7 brought the locators of SRv6. */
  private static final Pattern NEWER = Pattern.compile(".* srv6( .*|$)");

  /** Features that leave something out of the models, of platforms that are not those of labs. */
  private static final List<String> OFF = List.of("loopback-mode-facility", "platform-imgmt");

  private static final Pattern LEFT_OUT =
      Pattern.compile("-tools|deviations|grpc/|srl_nokia-features|/stp/|srl_nokia-system-info");

  private static final Pattern FEATURE = Pattern.compile("(?m)^ *feature ([\\w.-]+)");
  private static final Pattern WORD =
      Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|\\S++");

  private Path scratch = Path.of("");
  private YangTree tree = YangTree.empty();

  @BeforeAll
  void models(@TempDir Path folder) throws IOException {
    assumeTrue(Files.isReadable(MODELS), "no ../shared/yang");
    assumeTrue(
        System.getenv("NETLAB_REQUIRE_LABS") != null
            || Tool.run("yanglint", "--version").status() == 0,
        "no yanglint");
    scratch = folder;
    Tool.must("tar", "xzf", MODELS.toAbsolutePath().toString(), "-C", scratch.toString());
    tree = YangTree.of(scratch.resolve("srl_nokia"));
  }

  @Test
  void modelsAcceptAllConfigurations() throws IOException {
    List<Path> data = new ArrayList<>();
    for (Path configuration : configurations()) {
      data.add(xml("good-" + data.size(), Files.readAllLines(configuration)));
    }
    assertThat(data).hasSizeGreaterThan(60);
    assertThat(complaints(data)).isEmpty();
  }

  @Test
  void whatTheModelsDoNotKnowIsSeen() throws IOException {
    String bgp = "set / network-instance default protocols bgp ";
    assertThat(new SrlinuxData(tree).set(words(bgp + "autonomous-sistem 65000"))).isPresent();
    assertThat(new SrlinuxData(tree).set(words(bgp + "autonomous-system"))).isPresent();
    assertThat(complaints(List.of(xml("bad", List.of(bgp + "autonomous-system 4294967296")))))
        .contains("4294967296");
  }

  private Path xml(String name, List<String> lines) throws IOException {
    var data = new SrlinuxData(tree);
    for (String line : lines) {
      if (!NEWER.matcher(line).matches()) {
        assertThat(data.set(words(line))).as(line).isEmpty();
      }
    }
    return Files.writeString(scratch.resolve(name + ".xml"), data.xml());
  }

  private static List<Path> configurations() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String folder : List.of("configs/srlinux", "golden")) {
      try (Stream<Path> files = Files.walk(Path.of("src/test/resources", folder))) {
        files.filter(f -> f.toString().endsWith(".startup.cli")).sorted().forEach(all::add);
      }
    }
    return all;
  }

  private static List<String> words(String line) {
    return WORD.matcher(line)
        .results()
        .map(m -> m.group(1) == null ? m.group() : m.group(1).replaceAll("\\\\(.)", "$1"))
        .toList();
  }

  /** What yanglint says is wrong: structure, types and ranges, not references between nodes. */
  private String complaints(List<Path> data) throws IOException {
    Path features = scratch.resolve("srl_nokia/models/common/srl_nokia-features.yang");
    String on =
        FEATURE
            .matcher(Files.readString(features))
            .results()
            .map(m -> m.group(1))
            .filter(f -> !OFF.contains(f))
            .collect(Collectors.joining(","));
    List<String> command = new ArrayList<>(List.of("yanglint"));
    command.addAll(List.of("-F", "srl_nokia-features:" + on, "-t", "edit"));
    List<String> modules = new ArrayList<>(List.of(features.toString()));
    try (Stream<Path> all = Files.walk(scratch)) {
      for (Path path : all.sorted().toList()) {
        if (Files.isDirectory(path)) {
          command.addAll(List.of("-p", path.toString()));
        } else if (isModule(path)) {
          modules.add(path.toString());
        }
      }
    }
    command.addAll(modules);
    data.forEach(d -> command.add(d.toString()));
    Tool.Answer answer = Tool.run(command);
    String wrong =
        answer
            .output()
            .lines()
            .filter(l -> l.startsWith("libyang err") || l.startsWith("YANGLINT"))
            .collect(Collectors.joining("\n"));
    assertThat(answer.status() == 0).as(answer.output()).isEqualTo(wrong.isEmpty());
    return wrong;
  }

  private static boolean isModule(Path path) throws IOException {
    String name = path.getFileName().toString();
    return name.startsWith("srl_nokia-")
        && name.endsWith(".yang")
        && !LEFT_OUT.matcher(path.toString()).find()
        && Files.readString(path).startsWith("module ");
  }
}
