package netlab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import netlab.exec.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a lab file, run on the routers and hosts they are about. */
@Tag("lab")
final class ValidatedLabTest {
  private static final String LAB =
      """
      name: tested
      provider: netns
      defaults.device: frr
      module: [bgp]
      nodes:
        r1: { bgp.as: 65001 }
        r2: { bgp.as: 65002 }
        h1: { device: linux }
        h2: { device: linux }
      links: [r1-r2, r1-h1, r2-h2]
      validate:
        session:
          nodes: [r1]
          wait: 10
          plugin: bgp_neighbor(node.bgp.neighbors, 'r2')
        prefix: { nodes: [r1], wait: 5, plugin: bgp_prefix(nodes.r2.loopback.ipv4) }
        path: { nodes: [r1], plugin: "bgp_prefix(nodes.r2.loopback.ipv4, aspath='65009')" }
        far: { nodes: [h1], wait: 5, plugin: "ping(nodes.h2.interfaces[0].ipv4)" }
        weak:
          nodes: [r1]
          level: warning
          plugin: bgp_prefix('192.0.2.0/24')
        shown:
          nodes: [r1]
          show: { frr: bgp summary json }
          valid: all(p.state == 'Established' for p in ipv4Unicast.peers.values())
        run:
          nodes: [h1]
          exec: { linux: "ping -c 1 {{ nodes.r1.interfaces[1].ipv4|ipaddr('address') }}" }
          valid: "'64 bytes' in stdout"
        hostile: { nodes: [h1], exec: { linux: touch @FOLDER@/written } }
        other: { nodes: [r1, h1], exec: { eos: show version }, devices: [eos] }
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void host() {
    Netlab.needsNamespacesAndFrr();
  }

  @Test
  void eachTestTellsWhatIsSo() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("lab.yml", LAB.replace("@FOLDER@", folder.toString()));
      Result up = netlab.run("up", "lab.yml");
      assertThat(up.ok()).as(up.out() + up.err()).isTrue();

      Result all = netlab.run("validate", "-o", "json", "--sarif", "found.sarif");
      assertThat(all.exit()).as(all.out() + all.err()).isEqualTo(1);
      Map<String, String> states = new LinkedHashMap<>();
      JsonObject document = JsonParser.parseString(all.out()).getAsJsonObject();
      document
          .getAsJsonArray("tests")
          .forEach(test -> {
            JsonObject one = test.getAsJsonObject();
            states.put(one.get("name").getAsString(), one.get("status").getAsString());
          });
      assertThat(states)
          .containsEntry("session", "passed")
          .containsEntry("prefix", "passed")
          .containsEntry("path", "failed")
          .containsEntry("far", "passed")
          .containsEntry("weak", "warning")
          .containsEntry("shown", "passed")
          .containsEntry("run", "passed")
          .containsEntry("hostile", "failed")
          .containsEntry("other", "skipped");
      assertThat(folder.resolve("written")).doesNotExist();
      assertThat(Files.readString(folder.resolve("found.sarif")))
          .contains("\"startLine\": 17")
          .contains("has AS path 65002, not 65009");

      assertThat(netlab.run("validate", "session", "far").exit()).isZero();
      netlab.write(
          "more.yml",
          "near: { nodes: [r1], exec: { frr: vtysh -c 'show ip route' }, valid: \"'10.0.0.1' in stdout\" }");
      Result more = netlab.run("validate", "--source", "more.yml", "--dump", "result");
      assertThat(more.exit()).as(more.out() + more.err()).isZero();
      assertThat(more.out()).contains("pass  near").contains("| C>* 10.0.0.1/32");
      assertThat(netlab.run("validate", "weak").exit()).isEqualTo(3);
      Result unknown = netlab.run("validate", "sesion");
      assertThat(unknown.exit()).isEqualTo(1);
      assertThat(unknown.err()).contains("did you mean `session`?");
    }
  }

  @Test
  void testsChangeTheConfigurationOfNodesThatRun() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write(
          "static.j2",
          """
          {% for via in gateways %}
          ip route {{ target }} {{ via }}
          {% endfor %}
          """);
      netlab.write(
          "lab.yml",
          """
          name: changed
          provider: netns
          plugin: [files]
          defaults.device: frr
          nodes: { r1: { frr.daemons: [staticd, ospfd] }, r2: , h1: { device: linux } }
          links: [r1-r2, r1-h1]
          validate:
            before: { nodes: [r1], plugin: "rt_prefix('192.0.2.0/24', state='missing')" }
            change:
              nodes: [r1]
              config:
                template: static
                variable:
                  target: 192.0.2.0/24
                  gateways: ["{{ hostvars.r2.interfaces[0].ipv4|ipaddr('address') }}"]
            after: { nodes: [r1], wait: 5, plugin: "rt_prefix('192.0.2.0/24', proto='static')" }
            host: { nodes: [h1], config.inline: ip route add 203.0.113.0/24 dev eth1 }
            hosted: { nodes: [h1], plugin: route('203.0.113.0/24') }
            refused:
              nodes: [r1]
              config.inline: |
                router ospf
                 no such thing
                 neither this
            deaf: { nodes: [r1], config.inline: router bgp 65000 }
            hostile: { nodes: [h1], config.inline: touch @FOLDER@/written }
          """
              .replace("@FOLDER@", folder.toString()));
      Result up = netlab.run("up", "lab.yml");
      assertThat(up.ok()).as(up.out() + up.err()).isTrue();
      Result good = netlab.run("validate", "before", "change", "after", "host", "hosted");
      assertThat(good.ok()).as(good.out() + good.err()).isTrue();
      Result bad = netlab.run("validate", "refused", "deaf", "hostile");
      assertThat(bad.exit()).as(bad.out()).isEqualTo(1);
      assertThat(bad.out())
          .contains("`no such thing`, line 2 (unknown command)")
          .contains("`neither this`, line 3 (unknown command)")
          .contains("it needs bgpd")
          .contains("only `ip` commands");
      assertThat(folder.resolve("written")).doesNotExist();
    }
  }

  @Test
  void whatTestsBreakReconvergesAndIsWholeAgainAtTheEnd() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write(
          "ring.yml",
          """
          name: ring
          provider: netns
          defaults.device: frr
          module: [ospf]
          ospf.timers: { hello: 1, dead: 4 }
          nodes: [r1, r2, r3, r4, r5, r6]
          links: [r1-r2, r2-r3, r3-r4, r4-r5, r5-r6, r6-r1]
          validate:
            before:
              nodes: [r1]
              wait: 10
              plugin: ping(nodes.r2.loopback.ipv4, src=node.loopback.ipv4, count=1)
            cut:
              fail: { link: r1-r2 }
              nodes: [r1]
              wait: 20
              plugin: ping(nodes.r2.loopback.ipv4, src=node.loopback.ipv4, count=1)
            far:
              nodes: [r1]
              wait: 10
              plugin: ping(nodes.r2.interfaces[0].ipv4, count=1, expect='fail')
          """);
      Result up = netlab.run("up", "ring.yml");
      assertThat(up.ok()).as(up.out() + up.err()).isTrue();
      Result tests = netlab.run("validate", "-o", "json");
      assertThat(tests.ok()).as(tests.out() + tests.err()).isTrue();
      JsonObject cut =
          JsonParser.parseString(tests.out())
              .getAsJsonObject()
              .getAsJsonArray("tests")
              .get(1)
              .getAsJsonObject();
      assertThat(cut.get("took_ms").getAsLong()).isLessThan(20_000);
      Result whole = netlab.run("verify", "--timeout", "30");
      assertThat(whole.ok()).as(whole.out()).isTrue();
      assertThat(whole.out()).contains("6 of 6 sessions");
      assertThat(folder.resolve(".netlab/broken.json")).doesNotExist();
    }
  }

  /** A ring that is told to lose all packets of a link, and then a router. */
  private static String silentRing(String more) {
    return """
    name: silent
    provider: netns
    defaults.device: frr
    module: [ospf, bfd]
    ospf.timers: { hello: 1, dead: 4 }
    bfd: { min_tx: 200, min_rx: 200, multiplier: 3 }
    %s
    nodes: [r1, r2, r3, r4, r5, r6]
    links: [r1-r2, r2-r3, r3-r4, r4-r5, r5-r6, r6-r1]
    validate:
      before:
        nodes: [r1]
        wait: 20
        plugin: ping(nodes.r2.loopback.ipv4, src=node.loopback.ipv4, count=1)
      silent:
        fail: { link: r1-r2, loss: 100 }
        nodes: [r1]
        wait: 30
        plugin: ping(nodes.r2.loopback.ipv4, src=node.loopback.ipv4, count=1)
      dead:
        repair: silent
        fail: { node: r2 }
        nodes: [r1]
        wait: 20
        plugin: ping(nodes.r2.loopback.ipv4, count=1, expect='fail')
      around:
        nodes: [r1]
        wait: 20
        plugin: ping(nodes.r3.loopback.ipv4, src=node.loopback.ipv4, count=1)
      alive:
        repair: dead
        nodes: [r1]
        wait: 30
        plugin: ping(nodes.r2.loopback.ipv4, src=node.loopback.ipv4, count=1)
    """
        .formatted(more);
  }

  @Test
  void bfdFindsSoonerThanHellosThatALinkIsSilent() throws Exception {
    long hellos = silent("ospf.bfd: false", "6 of 6 sessions");
    long bfd = silent("ospf.bfd: true", "12 of 12 sessions");
    // 4 s without a hello, which may have begun 1 s before the failure; 3 times 200 ms with BFD.
    assertThat(hellos).isGreaterThan(2_900);
    assertThat(bfd).isLessThan(hellos - 1_000);
  }

  /** How long the ring takes to reconverge, in milliseconds. */
  private long silent(String more, String whole) throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("silent.yml", silentRing(more));
      Result up = netlab.run("up", "silent.yml");
      assertThat(up.ok()).as(up.out() + up.err()).isTrue();
      Result tests = netlab.run("validate", "-o", "json");
      assertThat(tests.ok()).as(tests.out() + tests.err()).isTrue();
      assertThat(folder.resolve(".netlab/broken.json")).doesNotExist();
      Result verified = netlab.run("verify", "--timeout", "30");
      assertThat(verified.out()).contains(whole);
      JsonObject document = JsonParser.parseString(tests.out()).getAsJsonObject();
      JsonObject test = document.getAsJsonArray("tests").get(1).getAsJsonObject();
      assertThat(test.get("name").getAsString()).isEqualTo("silent");
      return test.get("took_ms").getAsLong();
    }
  }
}
