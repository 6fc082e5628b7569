package netlab.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ExpressionsOfLabsTest {
  private static final Path SCENARIOS = Path.of("..", "..", "shared", "scenarios");

  /** Shapes of tests as courses and labs write them, one of each. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "len(portChannels['Port-Channel1'].activePorts) == 4",
        "vrfs.default.peers[\"10.1.0.1\"].peerState == \"Established\"\n",
        "\n\n  ipv4Unicast.peers[\"10.1.0.1\"].state == \"Established\"\n",
        "ipv4Unicast.failedPeers == 0",
        "not vrfs.default.bgpRouteEntries",
        "routes",
        "re.search('(?m)^10\\.1\\.0\\.1.*?[0-9]$',stdout)",
        "re.search(r\"^\\*>\\s+10\\.0\\.0\\.1/32\", stdout, re.MULTILINE) is not None",
        "'eth1' not in stdout and '10.0.0.1' in stdout",
        "'bytes from' in stdout",
        "stdout.strip() != ''",
        "stdout.rstrip() > '0'",
        "vrfs.default.isisInstances.Gandalf.neighbors[\"0000.0000.0001\"].adjacencies[0].details.hold == 3",
        "neighbors['10.0.0.2'][0].nbrState.startswith('Full')",
        "[ n for n in neighbors if n.state == 'Full' ]",
        "len([n for n in result.neighbors.values() if n[0].converged == 'Full']) == 2",
        "any(p.valid and p.bestpath.overall for p in paths)",
        "all(x in stdout for x in ['10.0.0.1', '10.0.0.2'])",
        "result.get('10.42.0.0/24', [{}])[0].get('metric') == 20",
        "paths[0].aspath.segments[0].list == [65101, 65000]",
        "paths[0].community.string.split(' ') == ['65000:1', '65000:2']",
        "'rootBridge' not in spanningTreeInstances.MST0",
        "int(stdout.split()[0]) >= 2",
        "(status == 'up') or (status == 'init' and not remote)",
        "{p.peer.routerId for p in paths} == {'10.0.0.1', '10.0.0.2'}",
        "sorted(i.name for i in interfaces.values() if i.up)[0:2] == ['eth1', 'eth2']",
      })
  void testsOfLabsCanBeRead(String text) {
    assertThat(Expression.parse(text)).isInstanceOf(Outcome.Good.class);
  }

  /** Reads the labs beside the project, if they are there. */
  @Test
  void allTestsOfTheSharedLabsCanBeRead() throws IOException {
    assumeTrue(Files.isDirectory(SCENARIOS), "no labs in " + SCENARIOS);
    List<String> wrong = new ArrayList<>();
    List<String> read = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SCENARIOS)) {
      for (Path lab : files.filter(f -> f.toString().endsWith(".yml")).sorted().toList()) {
        Object yaml =
            new Load(LoadSettings.builder().build()).loadFromString(Files.readString(lab));
        if (yaml instanceof Map<?, ?> m && m.get("validate") instanceof Map<?, ?> tests) {
          tests.values().forEach(test -> read(test, lab, read, wrong));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(read).hasSizeGreaterThan(300);
  }

  private static void read(Object test, Path lab, List<String> read, List<String> wrong) {
    if (test instanceof Map<?, ?> fields) {
      Object valid = fields.get("valid");
      Stream<?> expressions =
          valid instanceof Map<?, ?> byDevice
              ? byDevice.values().stream()
              : Stream.ofNullable(valid);
      Stream.concat(
              expressions.map(text -> Expression.parse(String.valueOf(text))),
              Stream.ofNullable(fields.get("plugin"))
                  .map(text -> FunctionCall.parse(String.valueOf(text))))
          .forEach(outcome -> {
            read.add(lab.toString());
            if (outcome instanceof Outcome.Mistake<?> m) {
              wrong.add(lab + ": " + m);
            }
          });
    }
  }
}
