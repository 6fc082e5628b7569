package netlab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import netlab.exec.Backoff;
import netlab.exec.Deadline;
import netlab.exec.Poll;
import netlab.exec.Result;
import netlab.validate.Functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each function that tests can call, with each of its arguments, on real routers: it passes in a
 * lab that is right, and says what it found in one that is broken on purpose.
 *
 * <p>VRFs are not here, as not every kernel has them: what routers tell of them is recorded.
 */
@Tag("lab")
final class FunctionsLabTest {
  private static final Path FILES = Path.of("src/test/resources/functions");

  /**
   * Node, call, fault, and what is said then. A call with an exclamation mark is the other way
   * round: it is wrong as long as the fault is not there.
   */
  private static final String CASES =
      """
        r1 | bgp_neighbor(node.bgp.neighbors, 'e2') | password | the session with e2 (10.1.0.9) is Connect|Active|Idle, not Established, AS 65002
        r1 | bgp_neighbor(node.bgp.neighbors, 'e2', af='ipv6') | shut | the session with e2 (2001:db8:1:2::1) is Connect|Active|Idle, not Established, AS 65002
        r1 | bgp_neighbor(node.bgp.neighbors, 'e2', state=['Established', 'OpenConfirm']) | password | the session with e2 (10.1.0.9) is Connect|Active|Idle, not Established or OpenConfirm, AS 65002
      ! r1 | bgp_neighbor(node.bgp.neighbors, 'e2', state='missing') | password | the session with e2 (10.1.0.9) is Established, and must not be
        r1 | bgp_neighbor(node.bgp.neighbors, 'rr', activate='evpn') | family | the session with rr (10.0.0.2) is Established, but evpn is only offered here, not negotiated
        r1 | bgp_neighbor(node.bgp.neighbors, 'e3', intf='eth4') | port | the session with e3 (eth4) is Idle, not Established, AS 65003
        r1 | bgp_neighbor_details(node.bgp.neighbors, 'e1', hold_timer=9) | timers | the session with e1 (10.1.0.5) has hold_timer 6, not 9
        r1 | bgp_neighbor_details(node.bgp.neighbors, 'e1', keepalive_interval=3) | timers | the session with e1 (10.1.0.5) has keepalive_interval 2, not 3
        r1 | bgp_neighbor_details(node.bgp.neighbors, 'e1', bfd=True) | bfd | the session with e1 (10.1.0.5) has no BFD (wanted: Up)
        r1 | bgp_neighbor_details(node.bgp.neighbors, 'e1', remoteAs=65001, nbrDesc='e1') | description | the session with e1 (10.1.0.5) has nbrDesc other, not e1
        r1 | bgp_prefix(nodes.e2.loopback.ipv4) | password | 10.0.0.5/32 is not in the BGP table
        r1 | bgp_prefix(nodes.e2.loopback.ipv6, af='ipv6') | shut | 2001:db8:0:5::/64 is not in the BGP table
      ! r1 | bgp_prefix(nodes.e2.loopback.ipv4, state='missing') | password | 10.0.0.5/32 is in the BGP table, and must not be
        r1 | bgp_prefix('203.0.113.0/24', peer=nodes.e2.bgp.router_id) | password | 203.0.113.0/24 has peer 10.0.0.4, not 10.0.0.5
        r1 | bgp_prefix('203.0.113.0/24', nh=nodes.e2.interfaces[0].ipv4) | password | 203.0.113.0/24 has next hop 10.1.0.5, not 10.1.0.9
        r1 | bgp_prefix('192.0.2.0/24', peer=nodes.e1.bgp.router_id, best=True) | preference | 192.0.2.0/24 has best false, not true
        r1 | bgp_prefix(nodes.c1.loopback.ipv4, clusterid=nodes.rr.bgp.router_id) | cluster | 10.0.0.3/32 has cluster list 192.0.2.2, not 10.0.0.2
        r1 | bgp_prefix('203.0.113.0/24', peer=nodes.e1.bgp.router_id, community={'community': '65001:1'}) | marks | 203.0.113.0/24 has community 65001:2, not 65001:1
        r1 | bgp_prefix('203.0.113.0/24', peer=nodes.e1.bgp.router_id, community={'largeCommunity': '65001:1:1'}) | marks | 203.0.113.0/24 has large community 65001:1:2, not 65001:1:1
        r1 | bgp_prefix('203.0.113.0/24', peer=nodes.e1.bgp.router_id, community={'extendedCommunity': '65001:77'}) | marks | 203.0.113.0/24 has extended community RT:65001:78, not 65001:77
        r1 | bgp_prefix('203.0.113.0/24', peer=nodes.e1.bgp.router_id, as_elements=[65001, 65009]) | marks | 203.0.113.0/24 has AS path 65001 65008, not 65009
        r1 | bgp_prefix('203.0.113.0/24', peer=nodes.e1.bgp.router_id, aspath='65001 65009') | marks | 203.0.113.0/24 has AS path 65001 65008, not 65001 65009
        r1 | bgp_prefix('192.0.2.0/24', peer=nodes.e1.bgp.router_id, locpref=200) | preference | 192.0.2.0/24 has no local preference (wanted: 200)
        r1 | bgp_prefix('203.0.113.0/24', peer=nodes.e1.bgp.router_id, med=50) | marks | 203.0.113.0/24 has MED 51, not 50
        r1 | ospf_neighbor(nodes.o1.ospf.router_id) | link | neighbor 10.0.0.7 is not there
        r1 | ospf_neighbor(nodes.o3.ospf.router_id) | mtu | neighbor 10.0.0.9 has state Init|ExStart|Exchange, not Full
      ! r1 | ospf_neighbor(nodes.o1.ospf.router_id, present=False) | link | there is a neighbor 10.0.0.7 in state Full, and must not be
        r1 | ospf_neighbor(nodes.o2.ospf.router_id, bfd=True) | bfd | neighbor 10.0.0.8 has no BFD (wanted: Up)
        r1 | ospf6_neighbor(nodes.o1.ospf.router_id) | link | neighbor 10.0.0.7 is not there
        r1 | ospf6_neighbor(nodes.o3.ospf.router_id) | mtu | neighbor 10.0.0.9 has state Init|ExStart|Exchange, not Full
      ! r1 | ospf6_neighbor(nodes.o1.ospf.router_id, present=False) | link | there is a neighbor 10.0.0.7 in state Full, and must not be
        r1 | ospf6_neighbor(nodes.o2.ospf.router_id, bfd=True) | bfd | neighbor 10.0.0.8 has no BFD (wanted: Up)
        r1 | ospf_prefix(nodes.o1.loopback.ipv4) | link | 10.0.0.7/32 is not among the OSPF routes
      ! r1 | ospf_prefix(nodes.o1.loopback.ipv4, state='missing') | link | 10.0.0.7/32 is among the OSPF routes, and must not be
        r1 | ospf_prefix(nodes.o2.loopback.ipv4, cost=10) | cost | 10.0.0.8/32 has cost 33, not 10
        r1 | ospf_prefix('198.51.100.0/25', cost=40) | external | 198.51.100.0/25 has cost 41, not 40
        r1 | ospf_prefix('198.51.100.128/25', rt='N E2') | external | 198.51.100.128/25 has route type N E1, not N E2
        r1 | ospf6_prefix(nodes.o1.loopback.ipv6) | link | 2001:db8:0:7::/64 is not among the OSPF routes
      ! r1 | ospf6_prefix(nodes.o1.loopback.ipv6, state='missing') | link | 2001:db8:0:7::/64 is among the OSPF routes, and must not be
        r1 | ospf6_prefix(nodes.o2.loopback.ipv6, cost=20) | cost | 2001:db8:0:8::/64 has cost 43, not 20
        r1 | ospf6_prefix('2001:db8:a::/48', cost=40) | external | 2001:db8:a::/48 has cost 41, not 40
        r1 | ospf6_prefix('2001:db8:b::/48', rt='External-2') | external | 2001:db8:b::/48 has route type External-1, not External-2
        r1 | isis_neighbor('o1') | link | neighbor o1 is not there
      ! r1 | isis_neighbor('o1', present=False) | link | there is a neighbor o1 in state up, and must not be
        r1 | isis_neighbor('rr', state='Up') | hello | neighbor rr has state initializing, not Up
        r1 | isis_neighbor('i1', level='L1L2') | level | neighbor i1 has circuit type L2, not L1L2
        r1 | isis_neighbor('i1', area='49.0001') | area | neighbor i1 has area 49.0002, not 49.0001
        r1 | isis_prefix(nodes.o1.loopback.ipv4) | link | 10.0.0.7/32 is not among the IS-IS routes of level 2
        r1 | isis_prefix(nodes.o2.loopback.ipv4, level='1') | type | 10.0.0.8/32 is not among the IS-IS routes of level 1
        r1 | isis_prefix(nodes.o1.loopback.ipv6, af='ipv6') | link | 2001:db8:0:7::/64 is not among the IS-IS routes of level 2
      ! r1 | isis_prefix(nodes.o1.loopback.ipv4, present=False) | link | 10.0.0.7/32 is among the IS-IS routes of level 2, and must not be
        r1 | isis_prefix(nodes.o2.loopback.ipv4, cost=20) | cost | 10.0.0.8/32 has cost 43, not 20
        r1 | rt_prefix(nodes.o1.loopback.ipv4) | link | 10.0.0.7/32 is not in the routing table
      ! r1 | rt_prefix(nodes.o1.loopback.ipv4, state='missing') | link | 10.0.0.7/32 is in the routing table, and must not be
        r1 | rt_prefix(nodes.rr.loopback.ipv4, proto='isis') | hello | 10.0.0.2/32 has protocol ospf, not isis
        r1 | rt_prefix(nodes.o2.loopback.ipv4, proto='ospf', metric=10) | cost | 10.0.0.8/32 has metric 33, not 10
        r1 | rt_prefix(nodes.o1.loopback.ipv6, af='ipv6') | link | 2001:db8:0:7::/64 is not in the routing table
        r1 | ipv6_route(nodes.o1.loopback.ipv6) | link | 2001:db8:0:7::/64 is not in the routing table
        r1 | ipv6_route(nodes.i1.loopback.ipv6, proto='isis', cost=20) | cost | 2001:db8:0:a::/64 has metric 43, not 20
        r1 | ipv6_route(nodes.rr.loopback.ipv6, proto='isis') | hello | 2001:db8:0:2::/64 has protocol bgp|ospf6, not isis
        r1 | ping('o1', count=1) | link | o1 does not answer
        r1 | ping('o1', af='ipv6', count=1) | link | o1 does not answer
        r1 | ping('h1', src=node.loopback.ipv4, count=1) | back | h1 does not answer to 10.0.0.1
        r1 | ping('h1', pkt_len=1500, count=1) | mtu | h1 does not answer when packets are 1500 bytes long
      ! r1 | ping('o1', count=1, expect='fail') | link | o1 answers, and must not
        h1 | route('10.0.0.0/24') | back | 10.0.0.0/24 is not in the routing table
      ! h1 | route('10.0.0.0/24', state='missing') | back | 10.0.0.0/24 is in the routing table, and must not be
        h1 | route('10.1.0.0/16', intf='eth1') | way | 10.1.0.0/16 has a route dev lo scope link, not through eth1
        h1 | default6() | advertisement | ::/0 is not in the routing table
      """;

  /** What breaks: the fault, its node, what is typed there or, after {@code ip}, done there. */
  private static final String FAULTS =
      """
      password      | e2 | router bgp 65002; neighbor 10.1.0.10 password wrong
      shut          | e2 | router bgp 65002; neighbor 2001:db8:1:2::2 shutdown
      family        | rr | router bgp 65000; address-family l2vpn evpn; no neighbor 10.0.0.1 activate
      port          | r1 | interface eth4; shutdown
      timers        | e1 | router bgp 65001; neighbor 10.1.0.6 timers 2 6
      bfd           | r1 | router bgp 65000; no neighbor 10.1.0.5 bfd
      bfd           | r1 | interface eth6; no ip ospf bfd; no ipv6 ospf6 bfd
      description   | r1 | router bgp 65000; neighbor 10.1.0.5 description other
      preference    | r1 | router bgp 65000; address-family ipv4 unicast; no neighbor 10.1.0.5 route-map first in
      cluster       | rr | router bgp 65000; bgp cluster-id 192.0.2.2
      marks         | e1 | route-map marked permit 10; set metric 51; set community 65001:2; set large-community 65001:1:2
      marks         | e1 | route-map marked permit 10; set extcommunity rt 65001:78; set as-path prepend 65008
      marks         | e1 | end; clear bgp ipv4 *
      link          | o1 | interface eth1; shutdown
      mtu           | o3 | ip link set eth1 mtu 1400
      mtu           | o3 | end; clear ip ospf process; clear ipv6 ospf6 process
      mtu           | h1 | ip link set eth1 mtu 1400
      cost          | r1 | interface eth6; ip ospf cost 33; ipv6 ospf6 cost 33; isis metric 33
      cost          | r1 | interface eth8; isis metric 33
      external      | o2 | route-map out4 permit 10; set metric 41; route-map out4 permit 20; set metric-type type-1
      external      | o2 | route-map out6 permit 10; set metric 41; route-map out6 permit 20; set metric-type type-1
      hello         | rr | interface eth1; isis password clear wrong
      level         | i1 | interface eth1; isis circuit-type level-2-only
      type          | r1 | router isis Gandalf; is-type level-2-only
      area          | i1 | router isis Gandalf; net 49.0002.0000.0000.0010.00; no net 49.0001.0000.0000.0010.00
      back          | h1 | ip route del 10.0.0.0/24
      way           | h1 | ip route replace 10.1.0.0/16 dev lo
      advertisement | r1 | interface eth1; ipv6 nd suppress-ra
      advertisement | h1 | ip -6 route del default
      """;

  private record Case(boolean turned, String node, String call, String fault, String message) {
    boolean says(JsonObject result, boolean broken) {
      boolean passed = result.get("status").getAsString().equals("passed");
      return passed == (broken == turned) && (passed || message(result).matches(pattern()));
    }

    /** Several words with bars between them are any of them. */
    private String pattern() {
      return Stream.of(message.split(" "))
          .map(word -> word.contains("|") ? bars(word) : java.util.regex.Pattern.quote(word))
          .reduce((one, next) -> one + " " + next)
          .orElseThrow();
    }

    private static String bars(String word) {
      String comma = word.endsWith(",") ? "," : "";
      return "(" + word.substring(0, word.length() - comma.length()) + ")" + comma;
    }

    static String message(JsonObject result) {
      return result.getAsJsonArray("nodes").get(0).getAsJsonObject().get("message").getAsString();
    }
  }

  @TempDir private Path folder;

  @BeforeAll
  static void host() {
    Netlab.needsNamespacesAndFrr();
  }

  @Test
  void everyFunctionIsHere() {
    assertThat(cases().values().stream().map(c -> c.call.replaceFirst("\\(.*", "")).distinct())
        .containsExactlyInAnyOrderElementsOf(Functions.names());
    assertThat(cases().values().stream().map(Case::fault).distinct())
        .containsExactlyInAnyOrderElementsOf(rows(FAULTS).map(List::getFirst).distinct().toList());
  }

  @Test
  void eachPassesInALabThatIsRightAndTellsWhatIsWrongInOneThatIsNot() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("lab.yml", lab());
      Result up = netlab.run("up", "lab.yml");
      assertThat(up.ok()).as(up.out() + up.err()).isTrue();

      assertThat(otherwise(netlab, false, "-o", "json")).isEmpty();

      plant(netlab);
      List<String> open = new ArrayList<>(cases().keySet());
      SequencedMap<String, String> last = new LinkedHashMap<>();
      Poll.until(
          Deadline.after(Duration.ofSeconds(25)),
          Backoff.STANDARD,
          () -> {
            List<String> args = new ArrayList<>(List.of("--skip-wait", "-o", "json"));
            args.addAll(open);
            last.clear();
            last.putAll(otherwise(netlab, true, args.toArray(String[]::new)));
            open.retainAll(last.keySet());
            return open.isEmpty() ? Optional.of(true) : Optional.empty();
          });
      assertThat(last).isEmpty();
    }
  }

  /** The tests that do not say what they should, with what they say. */
  private static SequencedMap<String, String> otherwise(
      Netlab netlab, boolean broken, String... args) throws InterruptedException {
    List<String> words = new ArrayList<>(List.of("validate"));
    words.addAll(List.of(args));
    Result run = netlab.run(words.toArray(String[]::new));
    assertThat(run.out()).as(run.err()).startsWith("{");
    Map<String, Case> cases = cases();
    SequencedMap<String, String> others = new LinkedHashMap<>();
    JsonParser.parseString(run.out())
        .getAsJsonObject()
        .getAsJsonArray("tests")
        .forEach(element -> {
          JsonObject result = element.getAsJsonObject();
          String name = result.get("name").getAsString();
          Case one = Optional.ofNullable(cases.get(name)).orElseThrow();
          if (!one.says(result, broken)) {
            others.put(name, one.call + ": " + Case.message(result));
          }
        });
    return others;
  }

  private static void plant(Netlab netlab) throws IOException, InterruptedException {
    for (List<String> fault : rows(FAULTS).toList()) {
      String node = fault.get(1);
      String what = fault.get(2);
      Result done;
      if (what.startsWith("ip ")) {
        done = netlab.ip(node, what.substring("ip ".length()).split(" "));
      } else {
        List<String> lines = new ArrayList<>(List.of("configure terminal"));
        lines.addAll(List.of(what.split("; ")));
        done = netlab.vtysh(node, lines.toArray(String[]::new));
      }
      assertThat(done.ok()).as(what + ": " + done.out() + done.err()).isTrue();
    }
  }

  /** The lab with the calls as its tests; those that must pass get time for it. */
  private String lab() throws IOException {
    try (DirectoryStream<Path> templates = Files.newDirectoryStream(FILES, "*.j2")) {
      for (Path template : templates) {
        Files.copy(template, folder.resolve(template.getFileName()));
      }
    }
    StringBuilder lab = new StringBuilder(Files.readString(FILES.resolve("lab.yml")));
    lab.append("validate:\n");
    cases()
        .forEach((name, one) ->
            lab.append(
                "  %s: { nodes: [%s], %splugin: \"%s\" }\n"
                    .formatted(name, one.node, one.turned ? "" : "wait: 20, ", one.call)));
    return lab.toString();
  }

  private static SequencedMap<String, Case> cases() {
    SequencedMap<String, Case> cases = new LinkedHashMap<>();
    rows(CASES)
        .forEach(row -> {
          boolean turned = row.get(0).startsWith("!");
          String node = row.get(0).substring(row.get(0).length() - 2);
          String name = row.get(2) + (cases.size() + 1);
          cases.put(name, new Case(turned, node, row.get(1), row.get(2), row.get(3)));
        });
    return cases;
  }

  private static Stream<List<String>> rows(String table) {
    return table.lines().map(line -> Stream.of(line.split(" \\| ")).map(String::strip).toList());
  }
}
