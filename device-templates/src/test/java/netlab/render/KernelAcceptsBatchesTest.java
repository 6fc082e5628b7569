package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The kernel takes every line of every golden {@code ip.batch}. Needs root; a file that needs a
 * kind of link this kernel does not have (VLAN, dummy) is skipped.
 */
@Tag("lab")
class KernelAcceptsBatchesTest {
  private static final Path LABS = Path.of("src/test/resources/golden").toAbsolutePath();
  private static final Pattern PORT = Pattern.compile("\\beth\\d+\\b(?!\\.)");

  @TestFactory
  Stream<DynamicTest> everyLineIsTaken() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
    try (Stream<Path> paths = Files.walk(LABS)) {
      List<Path> files = paths.filter(p -> p.toString().endsWith(".ip.batch")).sorted().toList();
      assertThat(files).hasSizeGreaterThan(8);
      return files.stream()
          .map(
              file -> DynamicTest.dynamicTest(LABS.relativize(file).toString(), () -> check(file)));
    }
  }

  private static void check(Path file) throws IOException {
    String node = "nlb" + ProcessHandle.current().pid();
    try {
      Tool.must("ip", "netns", "add", node);
      Tool.must("ip", "-n", node, "link", "set", "lo", "up");
      for (String port : ports(file)) {
        Tool.must(
            "ip", "-n", node, "link", "add", port, "type", "veth", "peer", "name", "p" + port);
        Tool.must("ip", "-n", node, "link", "set", port, "up");
        Tool.must("ip", "-n", node, "link", "set", "p" + port, "up");
      }
      Tool.Answer answer = Tool.run("ip", "-n", node, "-batch", file.toString());
      assumeFalse(answer.output().contains("Unknown device type"), "a link this kernel lacks");
      assertThat(answer.text()).isEmpty();
      assertThat(answer.status()).isZero();
    } finally {
      Tool.run("ip", "netns", "del", node);
    }
  }

  private static Set<String> ports(Path file) throws IOException {
    Set<String> ports = new TreeSet<>();
    Matcher m = PORT.matcher(Files.readString(file));
    while (m.find()) {
      ports.add(m.group());
    }
    return ports;
  }
}
