package netlab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import netlab.exec.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labs that come up, are proven, are broken on purpose, and go away. */
@Tag("lab")
final class ProvenLabTest {
  @TempDir private Path folder;

  @BeforeAll
  static void host() {
    Netlab.needsNamespacesAndFrr();
  }

  @Test
  void theSeedLabIsProvenAndAPlantedMistakeIsFound() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("seed.yml", Netlab.example("seed.yml"));
      Result up = netlab.run("up", "seed.yml", "-d", "frr", "-p", "netns");
      assertThat(up.ok()).as(up.out() + up.err()).isTrue();
      assertThat(up.out())
          .contains("10.1.0.1 AS65000 <-> 10.1.0.2 AS65001")
          .contains("up and proven: 1 of 1 session");

      Result planted =
          netlab.vtysh(
              "r2", "configure terminal", "router bgp 65001", "neighbor 10.1.0.1 remote-as 65009");
      assertThat(planted.ok()).isTrue();
      Result verify = netlab.run("verify", "--timeout", "2");
      assertThat(verify.exit()).isEqualTo(1);
      assertThat(verify.out())
          .contains("bgp   r1 - r2")
          .contains("65009")
          .contains("65000")
          .contains("r2 says")
          .contains("seed.yml:22:")
          .contains("show bgp neighbors 10.1.0.2")
          .contains("0 of 1 session up");

      Result json = netlab.run("verify", "--timeout", "0", "-o", "json");
      assertThat(json.exit()).isEqualTo(1);
      JsonObject document = JsonParser.parseString(json.out()).getAsJsonObject();
      assertThat(document.get("ok").getAsBoolean()).isFalse();

      Result down = netlab.run("down");
      assertThat(down.ok()).as(down.err()).isTrue();
      assertThat(netlab.traces()).isEmpty();
      assertThat(netlab.run("down").ok()).isTrue();
    }
  }

  @Test
  void ofARunningLabPacketsAreShownAndConfigurationsSaved() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("seed.yml", Netlab.example("seed.yml"));
      assertThat(netlab.run("up", "seed.yml", "-d", "frr", "-p", "netns").ok()).isTrue();

      Result captured = netlab.run("capture", "r1", "eth1", "-c", "1", "tcp", "port", "179");
      assertThat(captured.ok()).as(captured.err()).isTrue();
      assertThat(captured.out()).contains("10.1.0.1").contains("179");
      assertThat(netlab.run("capture", "r1", "eth9").err())
          .contains("no interface `eth9` with a wire on r1")
          .contains("there are: eth1");

      Files.createDirectory(folder.resolve("config"));
      netlab.write("config/mine.txt", "mine");
      Result collected = netlab.run("collect", "--tar", "all.tar.gz");
      assertThat(collected.ok()).as(collected.err()).isTrue();
      assertThat(folder.resolve("config/r1.cfg")).content().contains("router bgp 65000");
      assertThat(folder.resolve("config/r2.cfg")).content().contains("router bgp 65001");
      assertThat(folder.resolve("config/mine.txt")).hasContent("mine");
      assertThat(folder.resolve("all.tar.gz")).isNotEmptyFile();

      netlab.write("note.j2", "interface eth1\n description {{ text }}\n {{ more|default('') }}\n");
      assertThat(netlab.run("config", "note").err())
          .contains("there is no `text`")
          .contains("note.j2:2:");
      assertThat(netlab.run("config", "note", "-l", "r1", "-e", "text=planted").ok()).isTrue();
      assertThat(netlab.run("exec", "all", "show", "interface", "eth1").out())
          .containsOnlyOnce("planted");
      Result refused = netlab.run("config", "note", "-e", "text=x", "-e", "more=nonsense");
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err()).contains("node `r2` refused line 3 of `note`: `nonsense`");
    }
  }

  @Test
  void aFamilyThatOneEndDoesNotOfferAndARouteThatIsMissingAreFound() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write(
          "lab.yml",
          """
          name: agreed
          provider: netns
          defaults.device: frr
          module: [bgp, ospf]
          addressing.loopback.ipv6: 2001:db8:0::/48
          nodes:
            r1: { bgp.as: 65001 }
            r2: { bgp.as: 65002, module: [bgp] }
            r3: { module: [ospf] }
          links:
          - { r1, r2, unnumbered: true }
          - r1-r3
          """);
      Result up = netlab.run("up", "lab.yml");
      assertThat(up.ok()).as(up.out() + up.err()).isTrue();
      assertThat(up.out()).contains("sessions and 6 of 6 routes");

      assertThat(
              netlab
                  .vtysh("r3", "configure terminal", "interface lo", "no ip ospf area 0.0.0.0")
                  .ok())
          .isTrue();
      Result hidden = netlab.run("verify", "--timeout", "2");
      for (int i = 0; i < 5 && hidden.ok(); i++) {
        hidden = netlab.run("verify", "--timeout", "2");
      }
      assertThat(hidden.exit()).isEqualTo(1);
      assertThat(hidden.out())
          .contains("routes")
          .contains("r1 has a route to 10.0.0.3/32 of r3")
          .contains("the neighbors are up, but ospf brings no such route")
          .contains("netlab exec r1 \"show ip route 10.0.0.3/32\"")
          .contains("5 of 6 routes up");

      assertThat(
              netlab
                  .vtysh(
                      "r2",
                      "configure terminal",
                      "router bgp 65002",
                      "address-family ipv6 unicast",
                      "no neighbor eth1 activate")
                  .ok())
          .isTrue();
      Result half = netlab.run("verify", "--timeout", "6");
      assertThat(half.exit()).isEqualTo(1);
      assertThat(half.out())
          .contains("Established, but not as expected")
          .contains("ipv6 only offered here (expected negotiated)")
          .contains("`r2` does not offer ipv6");
    }
  }

  @Test
  void aDeadDaemonIsNamed() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("seed.yml", Netlab.example("seed.yml"));
      assertThat(netlab.run("up", "seed.yml", "-d", "frr", "-p", "netns").ok()).isTrue();
      Path pid = Path.of("/run/frr", "nl-" + netlab.id() + "-r2", "bgpd.pid");
      ProcessHandle daemon =
          ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
      assertThat(daemon.destroyForcibly()).isTrue();
      daemon.onExit().join();

      Result verify = netlab.run("verify", "--timeout", "1");
      assertThat(verify.exit()).isEqualTo(1);
      assertThat(verify.out()).contains("r2 says     nothing: ").contains("bgpd");

      Result again = netlab.run("up", "seed.yml", "-d", "frr", "-p", "netns");
      assertThat(again.ok()).as(again.out() + again.err()).isTrue();
      assertThat(again.out()).contains("starting anew").contains("up and proven");
    }
  }

  @Test
  void aChainOfTenOspfRoutersIsProvenInSeconds() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("chain.yml", Netlab.example("ospf-chain.yml"));
      Result up = netlab.run("up", "chain.yml", "-p", "netns", "--timeout", "30", "-o", "json");
      assertThat(up.ok()).as(up.out() + up.err()).isTrue();
      JsonObject document = JsonParser.parseString(up.out()).getAsJsonObject();
      JsonObject verification = document.getAsJsonObject("verification");
      assertThat(verification.getAsJsonArray("adjacencies")).hasSize(9);
      assertThat(verification.get("took_ms").getAsLong()).isLessThan(30_000);
    }
  }

  @Test
  void theConfigurationThatALabBringsReallyRuns() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write(
          "lab.yml",
          """
          name: own
          provider: netns
          defaults.device: frr
          module: [ospf]
          nodes: { r1: { config: [more, address] }, r2: }
          links: [r1-r2]
          """);
      netlab.write(
          "more.j2",
          """
          router ospf
           redistribute connected
          exit
          {% for i in interfaces %}
          interface {{ i.ifname }}
           description to {{ i.neighbors[0].node }}
          exit
          {% endfor %}
          """);
      netlab.write("address.sh", "#!/bin/sh\nip addr add 192.0.2.1/32 dev lo\n");
      Result up = netlab.run("up", "lab.yml");
      assertThat(up.ok()).as(up.out() + up.err()).isTrue();
      assertThat(netlab.run("exec", "r1", "show", "interface", "eth1").out()).contains("to r2");
      assertThat(netlab.run("exec", "r1", "show", "running-config").out())
          .contains("redistribute connected");
      assertThat(netlab.run("exec", "r1", "show", "interface", "lo").out())
          .contains("192.0.2.1/32");

      assertThat(netlab.run("down").ok()).isTrue();
      netlab.write("address.sh", "#!/bin/sh\ntouch /tmp/x\n");
      Result program = netlab.run("up", "lab.yml");
      assertThat(program.ok()).isFalse();
      assertThat(program.err()).contains("is a program, which would run on this machine");
    }
  }

  @Test
  void aSecondLabIsNotStartedOverTheFirst() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("seed.yml", Netlab.example("seed.yml"));
      assertThat(netlab.run("up", "seed.yml", "-d", "frr", "-p", "netns").ok()).isTrue();
      Result other = netlab.run("up", "seed.yml", "-d", "frr", "-p", "netns", "-s", "name=other");
      assertThat(other.exit()).isEqualTo(1);
      assertThat(other.err()).contains("lab `seed` is up in this folder").contains("netlab down");
      assertThat(netlab.run("verify").ok()).isTrue();
    }
  }

  @Test
  void aDryRunTouchesNothing() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("seed.yml", Netlab.example("seed.yml"));
      Result dry = netlab.run("up", "seed.yml", "-d", "frr", "-p", "netns", "--dry-run");
      assertThat(dry.ok()).as(dry.err()).isTrue();
      assertThat(dry.out()).contains("start zebra").contains("undo");
      assertThat(folder.resolve(".netlab")).doesNotExist();
    }
  }
}
