package netlab.plugin.multiserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import netlab.compile.Compilation;
import netlab.diag.Diagnostics;
import netlab.intent.DefaultFiles;
import netlab.intent.Labs;
import netlab.intent.Overrides;
import netlab.lab.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DistributionTest {
  private static final String NINE = "n1 n2 n3 n4 n5 n6 n7 n8 n9";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // In turn; a machine with a greater weight gets more, one with a smaller number is first.
        "a: {}, b: {}                       |                 | n1 n3 n5 n7 n9    | n2 n4 n6 n8",
        "a: {weight: 2}, b: {}              |                 | n1 n3 n4 n6 n7 n9 | n2 n5 n8",
        "a: {id: 9}, b: {id: 4}             |                 | n2 n4 n6 n8       | n1 n3 n5 n7 n9",
        // What is written comes first and counts.
        "a: {weight: 2, members: [n1, n2]}, b: {members: [n3]} | | n1 n2 n4 n6 n7 n9 | n3 n5 n8",
        // Groups stay together, the largest first; a node is of the first group that has it.
        "a: {}, b: {} | x: [n9, n8]; y: [n1, n2, n3]; z: [n4, n5]     | n1 n2 n3 n6 n7 | n4 n5 n8 n9",
        "a: {}, b: {} | x: [n9, n8]; y: [n1, n2, n3, n9]; z: [n4, n5, n1] "
            + "| n1 n2 n3 n6 n7 | n4 n5 n8 n9",
        "a: {}, b: {} | b: [n9, n8]; a: [n1, n2]; z: [n4, n5] | n4 n5 n7 n8 n9 | n1 n2 n3 n6",
        "a: {}, b: {} | b: [n9, n8]; a: [b, n1] | n3 n5 n7 n8 n9 | n1 n2 n4 n6",
      })
  void spreadsNodes(String servers, String groups, String a, String b) throws IOException {
    String defined =
        groups == null
            ? ""
            : "groups: {"
                + groups.replaceAll("(\\w+): (\\[[^]]*])", "$1.members: $2").replace(';', ',')
                + "}\n";
    Distribution distribution =
        distribution(
            "  assignment: auto\n  servers: {" + hosts(servers) + "}\n" + defined, "links: []");
    assertThat(nodes(distribution, "a")).isEqualTo(a);
    assertThat(nodes(distribution, "b")).isEqualTo(b);
  }

  @Test
  void whatAllHaveIsNotSpread() throws IOException {
    String settings =
        "  assignment: auto\n  replicate: [g, n5]\n  servers: {"
            + hosts("a: {}, b: {}")
            + "}\n"
            + "groups.g.members: [n1, n2]\n";
    Distribution distribution =
        distribution(settings, "links: [n1-n3, n3-n4, n5-n6, n1-n2, n3-n4-n5]");
    assertThat(nodes(distribution, "a")).isEqualTo("n1 n2 n3 n5 n6 n8");
    assertThat(nodes(distribution, "b")).isEqualTo("n1 n2 n4 n5 n7 n9");
    assertThat(distribution.crossings().keySet()).containsExactly(2, 5);
  }

  @Test
  void bothEndsOfATunnelAgree() throws IOException {
    Distribution distribution =
        distribution(
            """
              servers:
                a: { host: 192.0.2.1, members: [n1, n2, n3] }
                b: { host: 192.0.2.2, members: [n4, n5, n6], vxlan_dev: ens3 }
                c: { host: 192.0.2.3, members: [n7, n8, n9] }
            """,
            "links: [n1-n2, n3-n4, n6-n7, n1-n4-n7, n1-n2-n9]");
    var a = distribution.tunnels(distribution.server("a").orElseThrow());
    var b = distribution.tunnels(distribution.server("b").orElseThrow());
    var c = distribution.tunnels(distribution.server("c").orElseThrow());
    assertThat(a.keySet()).containsExactly(2, 4, 5);
    assertThat(a.get(2)).isEqualTo(tunnel(10000, "eth0", false, "192.0.2.2"));
    assertThat(b.get(2)).isEqualTo(tunnel(10000, "ens3", false, "192.0.2.1"));
    assertThat(b.get(3)).isEqualTo(tunnel(10001, "ens3", false, "192.0.2.3"));
    assertThat(c.get(3)).isEqualTo(tunnel(10001, "eth0", false, "192.0.2.2"));
    assertThat(a.get(4)).isEqualTo(tunnel(10002, "eth0", true, "192.0.2.2", "192.0.2.3"));
    assertThat(c.get(4)).isEqualTo(tunnel(10002, "eth0", true, "192.0.2.1", "192.0.2.2"));
    assertThat(c.get(5)).isEqualTo(tunnel(10003, "eth0", true, "192.0.2.1"));
    assertThat(b).doesNotContainKey(5);
  }

  private static Tunnel tunnel(int vni, String device, boolean shared, String... remotes) {
    return new Tunnel(vni, 4789, device, List.of(remotes), shared, true);
  }

  /** Servers with addresses, which these tests have no use for. */
  private static String hosts(String servers) {
    return servers
        .replace("a: {", "a: {host: 192.0.2.1, ")
        .replace("b: {", "b: {host: 192.0.2.2, ")
        .replace(", }", "}");
  }

  private static String nodes(Distribution distribution, String server) {
    return distribution.server(server).orElseThrow().nodes().stream()
        .map(NodeId::name)
        .collect(Collectors.joining(" "));
  }

  private Distribution distribution(String settings, String links) throws IOException {
    String text =
        "provider: clab\ndefaults.device: none\nplugin: [multiserver]\nmultiserver:\n"
            + "  vxlan.dev: eth0\n"
            + settings
            + "nodes: ["
            + NINE.replace(" ", ", ")
            + "]\n"
            + links
            + "\n";
    Path file = Files.writeString(folder.resolve("lab.yml"), text);
    Diagnostics diagnostics = new Diagnostics();
    var compiled =
        new Compilation(Labs.LIBRARY, diagnostics)
            .compile(file, Overrides.NONE, DefaultFiles.NONE, Optional.empty());
    assertThat(diagnostics.sorted()).isEmpty();
    return Distribution.of(compiled.orElseThrow().lab()).orElseThrow();
  }
}
