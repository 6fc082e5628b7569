package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real FRR daemons take every line of every golden configuration. Needs root and either FRR on this
 * machine or Docker with an image {@code netlab/frr:10.3}; what is absent is skipped.
 */
@Tag("lab")
class FrrAcceptsConfigsTest {
  private static final Path LABS = Path.of("src/test/resources/golden").toAbsolutePath();
  private static final Path DAEMONS = Path.of("/usr/lib/frr");
  private static final String IMAGE = "netlab/frr:10.3";

  /**
   * FRR 8.4 cannot have a session with its own AS under another number, no default route or ranges
   * of external routes of an NSSA, and no SRv6 with micro segments or IS-IS (10.x can).
   */
  private static final Map<String, List<String>> REFUSED_BY_8 =
      Map.of(
          "ibgp-localas/dut.frr.conf",
          List.of(
              " neighbor 10.1.0.2 local-as 65101 no-prepend replace-as",
              "  neighbor 10.1.0.2 route-reflector-client"),
          "ospf-areas/a.frr.conf",
          List.of(
              " area 0.0.0.2 nssa default-information-originate metric 15",
              " area 0.0.0.2 nssa range 10.19.2.0/24",
              " area 0.0.0.2 nssa range 10.19.4.0/24 cost 42",
              " area 0.0.0.2 nssa range 10.19.3.0/24 not-advertise"),
          "srv6/a.frr.conf",
          srv6("a"),
          "srv6/b.frr.conf",
          srv6("b"));

  private static List<String> srv6(String node) {
    int id = node.equals("a") ? 1 : 2;
    return List.of(
        "    prefix 5f00:0:%d::/48 block-len 32 node-len 16 func-bits 16".formatted(id),
        "    behavior usid",
        "  encapsulation",
        "   source-address 2001:db8:1:%d::1".formatted(id),
        "router isis Gandalf",
        " segment-routing srv6",
        "  locator netlab");
  }

  @TestFactory
  Stream<DynamicTest> frrOfThisMachine() throws IOException {
    assumeTrue(Files.isExecutable(DAEMONS.resolve("zebra")), "FRR is not installed");
    assumeTrue("root".equals(System.getProperty("user.name")), "needs root");
    boolean old = Tool.run(DAEMONS + "/zebra", "--version").output().contains("version 8");
    return each(
        false,
        (name, file) ->
            assertThat(load(file))
                .isEqualTo(old ? REFUSED_BY_8.getOrDefault(name, List.of()) : List.of()));
  }

  @TestFactory
  Stream<DynamicTest> frrOfTheImage() throws IOException {
    assumeTrue(Tool.run("docker", "image", "inspect", IMAGE).status() == 0, "no image " + IMAGE);
    return each(true, (name, file) -> assertThat(boot(file)).isEmpty());
  }

  /** The tests above would be worth nothing if a refused line went unnoticed. */
  @Test
  void aBadLineIsNoticed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x.frr.conf");
    Files.writeString(
        file, "hostname x\nrouter bgp 65000\n neighbor 10.0.0.1 update-source lo\n frobnicate\n");
    Files.writeString(folder.resolve("x.daemons"), "bgpd=yes\n");
    Files.writeString(folder.resolve("x.vtysh.conf"), "service integrated-vtysh-config\n");
    List<String> bad = List.of(" neighbor 10.0.0.1 update-source lo", " frobnicate");
    boolean here = Files.isExecutable(DAEMONS.resolve("zebra"));
    boolean image = Tool.run("docker", "image", "inspect", IMAGE).status() == 0;
    assumeTrue(here || image, "no FRR here");
    if (here) {
      assertThat(load(file)).containsExactlyInAnyOrderElementsOf(bad);
    }
    if (image) {
      assertThat(boot(file)).containsExactlyInAnyOrderElementsOf(bad);
    }
  }

  private interface Check {
    void run(String name, Path file) throws IOException;
  }

  /** All routers, or the first of each lab: a container takes seconds to start. */
  private static Stream<DynamicTest> each(boolean firstOfLab, Check check) throws IOException {
    try (Stream<Path> paths = Files.walk(LABS)) {
      List<Path> files = paths.filter(p -> p.toString().endsWith(".frr.conf")).sorted().toList();
      assertThat(files).hasSizeGreaterThan(15);
      Set<Path> labs = new HashSet<>();
      return files.stream()
          .filter(file -> labs.add(file.resolveSibling("")) || !firstOfLab)
          .map(file -> {
            String name = LABS.relativize(file).toString();
            return DynamicTest.dynamicTest(name, () -> check.run(name, file));
          });
    }
  }

  /** Loads a file into daemons of their own; the lines that were refused. */
  private static List<String> load(Path file) throws IOException {
    String node = "nlt" + ProcessHandle.current().pid();
    Path run = Path.of("/run/frr", node);
    Path etc = Path.of("/etc/frr", node);
    try {
      Tool.must("ip", "netns", "add", node);
      Tool.must("ip", "-n", node, "link", "set", "lo", "up");
      for (String name : interfaces(file)) {
        Tool.must("ip", "-n", node, "link", "add", name, "type", "bridge");
      }
      Tool.must("install", "-d", "-o", "frr", "-g", "frr", run.toString(), etc.toString());
      Files.createFile(etc.resolve("vtysh.conf"));
      for (String daemon : daemons(file)) {
        Tool.must(
            "ip",
            "netns",
            "exec",
            node,
            DAEMONS + "/" + daemon,
            "-d",
            "-N",
            node,
            "--log",
            "file:/dev/null");
      }
      return refused(Tool.run("vtysh", "-N", node, "-f", file.toString()).output());
    } finally {
      stop(run);
      Tool.run("ip", "netns", "del", node);
      Tool.run("rm", "-r", run.toString(), etc.toString());
    }
  }

  /** Starts a container of the image with a file; the lines that were refused. */
  private static List<String> boot(Path file) throws IOException {
    String name = "nlt" + ProcessHandle.current().pid();
    Path folder = Files.createTempDirectory("netlab-frr");
    try {
      List<String> command =
          new ArrayList<>(
              List.of(
                  "docker", "run", "--rm", "--name", name, "--network", "none", "--privileged"));
      for (String part : List.of("frr.conf", "daemons", "vtysh.conf")) {
        String source = file.toString().replace(".frr.conf", "." + part);
        Path copy = Files.copy(Path.of(source), folder.resolve(part));
        command.addAll(List.of("-v", copy + ":/etc/frr/" + part));
      }
      StringBuilder script = new StringBuilder();
      for (String link : interfaces(file)) {
        script.append("ip link add ").append(link).append(" type bridge; ");
      }
      script.append("/usr/lib/frr/frrinit.sh start; vtysh -c 'show running-config'");
      command.addAll(List.of(IMAGE, "sh", "-c", script.toString()));
      Tool.Answer answer = Tool.run(command);
      assertThat(answer.status()).as(answer.output()).isZero();
      assertThat(answer.output()).contains("\nhostname ");
      return refused(answer.output());
    } finally {
      Tool.run("docker", "rm", "-f", name);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path path : files.toList()) {
          Files.delete(path);
        }
      }
      Files.delete(folder);
    }
  }

  /** vtysh names the lines it could not place: {@code line 57: Failure ... line: text}. */
  private static List<String> refused(String output) {
    List<String> lines = new ArrayList<>();
    Matcher m =
        Pattern.compile(
                "(?m)line \\d+: (?:Failure to communicate\\[\\d+] to \\w+, line: |% .*?: )(.*)$")
            .matcher(output);
    while (m.find()) {
      lines.add(m.group(1));
    }
    boolean complains = output.contains("Unknown command") || output.contains("Ambiguous command");
    assertThat(complains && lines.isEmpty()).as(output).isFalse();
    return lines.stream().distinct().toList(); // the image loads the file once for each daemon
  }

  private static SortedSet<String> interfaces(Path file) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("interface ") && !line.equals("interface lo")) {
        names.add(line.substring("interface ".length()));
      }
    }
    return names;
  }

  private static List<String> daemons(Path file) throws IOException {
    List<String> names = new ArrayList<>(List.of("zebra", "staticd"));
    for (String line :
        Files.readAllLines(Path.of(file.toString().replace("frr.conf", "daemons")))) {
      if (line.endsWith("d=yes")) {
        names.add(line.substring(0, line.indexOf('=')));
      }
    }
    return names;
  }

  /** Ends the daemons whose process ids lie in a folder. */
  private static void stop(Path run) throws IOException {
    if (!Files.isDirectory(run)) {
      return;
    }
    try (Stream<Path> files = Files.list(run)) {
      for (Path pid : files.filter(p -> p.toString().endsWith(".pid")).toList()) {
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
            .ifPresent(ProcessHandle::destroyForcibly);
      }
    }
  }
}
