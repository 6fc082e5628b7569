package netlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.diag.Diagnostics;
import netlab.plan.LabFolder;
import netlab.state.LabState;
import netlab.state.StateFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What {@code create} writes for a lab on several machines, and what may be done with it. */
final class MultiserverTest {
  private static final String LAB =
      """
      name: three
      provider: clab
      defaults.device: frr
      plugin: [multiserver]
      module: [ospf]
      multiserver:
        vxlan: { dev: eth0, dstport: 4790 }
        copy_files: [notes.txt]
        extra_copy_dirs: [data]
        servers:
          s1: { host: 192.0.2.1, members: [r1, r2] }
          s2: { host: 192.0.2.2, members: [r3] }
          s3: { host: 192.0.2.3, members: [r4] }
      nodes:
        r1: { config: [extra] }
        r2:
        r3:
        r4:
      links:
      - r1-r2
      - r2-r3
      - r3-r4
      - [r1, r3, r4]
      - [r1, r2, r4]
      """;

  private static final Pattern TUNNEL =
      Pattern.compile("type vxlan id (\\d+) dstport (\\d+) dev (\\S+) remote (\\S+)");
  private static final Pattern FURTHER =
      Pattern.compile("bridge fdb append 00:00:00:00:00:00 dev \\S+ dst (\\S+)");

  @TempDir private Path folder;

  @BeforeEach
  void labFile() throws IOException {
    write("lab.yml", LAB);
    write("extra.j2", "! {{ inventory_hostname }}\n");
    write("notes.txt", "to be read");
    write("data/deep/a.bin", "a");
    write("data/.netlab/lab.json", "{}");
  }

  @Test
  void bothEndsOfEveryTunnelAgree() throws Exception {
    create();
    Map<String, String> tunnels = new TreeMap<>();
    for (String server : List.of("s1", "s2", "s3")) {
      for (Map<?, ?> link : links(server)) {
        if ("vxlan".equals(link.get("type"))) {
          Map<?, ?> end = map(link, "endpoint");
          assertThat(link.get("dst-port")).isEqualTo(4790);
          tunnels.put(
              link.get("vni") + " " + server, end.get("node") + " to " + link.get("remote"));
        }
      }
    }
    assertThat(tunnels)
        .containsExactly(
            Map.entry("10000 s1", "r2 to 192.0.2.2"),
            Map.entry("10000 s2", "r3 to 192.0.2.1"),
            Map.entry("10001 s2", "r3 to 192.0.2.3"),
            Map.entry("10001 s3", "r4 to 192.0.2.2"));
    assertThat(shared("s1"))
        .containsExactly("10002 4790 192.0.2.2 192.0.2.3", "10003 4790 192.0.2.3");
    assertThat(shared("s2")).containsExactly("10002 4790 192.0.2.1 192.0.2.3");
    assertThat(shared("s3"))
        .containsExactly("10002 4790 192.0.2.1 192.0.2.2", "10003 4790 192.0.2.1");
  }

  @Test
  void everySharedLinkHasABridgeOnEachOfItsMachines() throws Exception {
    create();
    // One node of the link alone is on a bridge as well: the tunnel is what it is joined with.
    assertThat(bridges("s2")).hasSize(1);
    assertThat(bridges("s1")).hasSize(2);
    String script = Files.readString(folder.resolve("server-s1/vxlan-setup.sh"));
    bridges("s1").forEach(bridge -> assertThat(script).contains("master " + bridge + " up"));
    assertThat(Files.readString(folder.resolve("server-s1/vxlan-teardown.sh")).lines())
        .filteredOn(line -> line.startsWith("ip link delete nv"))
        .hasSize(2);
    assertThat(Files.isExecutable(folder.resolve("server-s1/vxlan-setup.sh"))).isTrue();
  }

  @Test
  void aFolderIsALabOfItsOwn() throws Exception {
    create();
    Path server = folder.resolve("server-s2");
    assertThat(names(server.resolve("configs"))).containsExactly("r3");
    assertThat(names(folder.resolve("server-s1")))
        .contains("extra.j2", "notes.txt", "topology.yml", "data");
    assertThat(server.resolve("extra.j2")).doesNotExist();
    assertThat(server.resolve("data/deep/a.bin")).hasContent("a");
    assertThat(server.resolve("data/.netlab")).doesNotExist();
    Map<String, String> before = contents(server);
    Console there = Console.in(server);
    assertThat(there.run("create")).as(there.err()).isEqualTo(ExitCode.OK);
    assertThat(there.out()).contains("lab three on server s2   1 node (frr)   3 links");
    assertThat(contents(server)).isEqualTo(before);
    LabState state = StateFile.read(LabFolder.at(server), new Diagnostics()).orElseThrow();
    assertThat(state.nodes()).extracting(node -> node.id().name()).containsExactly("r3");
    assertThat(state.expectations())
        .isNotEmpty()
        .allSatisfy(e -> assertThat(e.node().name()).isEqualTo("r3"));
    assertThat(Console.in(server).run("inspect", "nodes.r3.interfaces")).isEqualTo(ExitCode.OK);
    assertThat(Console.in(server).run("inspect", "nodes.r1")).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void optionsAndDefaultFilesAreInTheLabFileOfAServer() throws Exception {
    write("topology-defaults.yml", "addressing.p2p.ipv4: 10.77.0.0/16");
    create("-s", "multiserver.vxlan.vni_base=5");
    Files.delete(folder.resolve("topology-defaults.yml"));
    Path server = folder.resolve("server-s1");
    String before = Files.readString(server.resolve("clab.yml"));
    assertThat(before).contains("vni: 5\n");
    assertThat(Console.in(server).run("create")).isEqualTo(ExitCode.OK);
    assertThat(server.resolve("clab.yml")).hasContent(before);
    assertThat(Files.readString(server.resolve("configs/r1/frr.conf"))).contains("10.77.0.1/30");
  }

  @Test
  void theMachineThatMakesTheFoldersHasNoPartOfTheLab() {
    Console console = Console.in(folder);
    assertThat(console.run("up", "lab.yml")).isEqualTo(ExitCode.FAILED);
    assertThat(console.err())
        .contains("error[NL0738]: this lab runs on other machines: s1, s2, s3")
        .contains("copy server-s1/ to 192.0.2.1 and run `netlab up` in it");
    assertThat(folder.resolve("server-s1")).doesNotExist();
  }

  @Test
  void aCopyOfTheLabCanBeToldWhichServerItIs() {
    Console console = Console.in(folder, Map.of("NETLAB_MULTISERVER_SERVER", "s3"));
    assertThat(console.run("create", "lab.yml")).as(console.err()).isEqualTo(ExitCode.OK);
    assertThat(console.out()).contains("on server s3");
    assertThat(folder.resolve("configs/r4/frr.conf")).exists();
    assertThat(folder.resolve("configs/r3")).doesNotExist();
    Console wrong = Console.in(folder);
    assertThat(wrong.run("create", "lab.yml", "-s", "multiserver.server=s4"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(wrong.err()).contains("there is no server `s4`");
  }

  @Test
  void nothingOutsideOfTheLabIsCopied() throws Exception {
    Path secret = Files.writeString(folder.resolveSibling(folder.getFileName() + "-secret"), "s");
    Path inner = Files.createDirectory(folder.resolve("lab"));
    Files.createSymbolicLink(inner.resolve("link"), secret);
    Files.createDirectory(inner.resolve("dir"));
    Files.createSymbolicLink(inner.resolve("dir/inside"), secret);
    Files.writeString(inner.resolve("extra.j2"), "");
    for (String name :
        List.of("../" + secret.getFileName(), secret.toString(), "link", ".netlab")) {
      Files.writeString(inner.resolve("lab.yml"), LAB.replace("notes.txt", "'" + name + "'"));
      Console console = Console.in(inner);
      assertThat(console.run("create", "lab.yml")).as(name).isEqualTo(ExitCode.FAILED);
      assertThat(console.err()).contains("`" + name + "` is not below the folder of the lab file");
    }
    Files.writeString(inner.resolve("lab.yml"), LAB.replace("[data]", "[dir]"));
    Console console = Console.in(inner);
    assertThat(console.run("create", "lab.yml")).as(console.err()).isEqualTo(ExitCode.OK);
    assertThat(console.err()).contains("there is no `notes.txt` to copy");
    assertThat(inner.resolve("server-s1/dir")).doesNotExist();
    Files.delete(secret);
  }

  private void create(String... options) {
    List<String> words = new ArrayList<>(List.of("create", "lab.yml"));
    words.addAll(List.of(options));
    Console console = Console.in(folder);
    assertThat(console.run(words.toArray(String[]::new))).as(console.err()).isEqualTo(ExitCode.OK);
    assertThat(console.out()).contains("server s1   wrote server-s1/");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(folder));
    Files.writeString(file, text);
  }

  private Map<?, ?> topology(String server) throws IOException {
    String text = Files.readString(folder.resolve("server-" + server + "/clab.yml"));
    Object root = new Load(LoadSettings.builder().build()).loadFromString(text);
    return map((Map<?, ?>) root, "topology");
  }

  private static Map<?, ?> map(Map<?, ?> parent, String key) {
    return (Map<?, ?>) Optional.ofNullable(parent.get(key)).orElseThrow();
  }

  private List<Map<?, ?>> links(String server) throws IOException {
    List<Map<?, ?>> links = new ArrayList<>();
    for (Object link : (List<?>) Optional.ofNullable(topology(server).get("links")).orElseThrow()) {
      links.add((Map<?, ?>) link);
    }
    return links;
  }

  private List<String> bridges(String server) throws IOException {
    List<String> bridges = new ArrayList<>();
    map(topology(server), "nodes")
        .forEach((name, node) -> {
          if ("bridge".equals(((Map<?, ?>) node).get("kind"))) {
            bridges.add(name.toString());
          }
        });
    return bridges;
  }

  /** Number, port and other machines of each tunnel between bridges. */
  private List<String> shared(String server) throws IOException {
    List<String> found = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("server-" + server + "/vxlan-setup.sh"))) {
      Matcher tunnel = TUNNEL.matcher(line);
      Matcher further = FURTHER.matcher(line);
      if (tunnel.find()) {
        assertThat(tunnel.group(3)).isEqualTo("eth0");
        found.add(tunnel.group(1) + " " + tunnel.group(2) + " " + tunnel.group(4));
      } else if (further.find()) {
        found.add(found.removeLast() + " " + further.group(1));
      }
    }
    return found;
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith(".netlab")) {
          contents.put(name, Files.readString(file));
        }
      }
    }
    return contents;
  }
}
