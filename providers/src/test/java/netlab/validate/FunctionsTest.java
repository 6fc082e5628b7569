package netlab.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import netlab.expect.Observation;
import netlab.expr.Args;
import netlab.expr.FunctionCall;
import netlab.expr.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the functions of tests ask of a node, and what they say of its answers. */
class FunctionsTest {
  /** Two neighbors of a node, one of them over link-local addresses. */
  private static final Map<String, Object> SCOPE =
      Map.of(
          "ngb",
          List.of(
              Map.of("name", "x1", "ipv4", "10.1.0.2", "ipv6", "2001:db8:1::2"),
              Map.of("name", "x2", "ipv4", true)),
          "nodes",
          Map.of(
              "r2",
              Map.of(
                  "loopback",
                  Map.of("ipv4", "10.0.0.2/32"),
                  "interfaces",
                  List.of(Map.of("ipv4", "10.1.0.2/30", "ipv6", "2001:db8:1::2/64"))),
              "h1",
              Map.of("interfaces", List.of(Map.of("ipv4", "172.16.0.1/24")))));

  private static final String SESSIONS =
      "peer=10.1.0.2 state=Established remote_as=65100 ipv4=negotiated evpn=negotiated"
          + " ipv6=only,offered,here; peer=eth1 state=Idle remote_as=65200 ipv4=not,offered;"
          + " peer=10.1.0.2 vrf=red state=Active remote_as=65300;"
          + " peer=2001:db8:1::2 vrf=red state=Established remote_as=65300 ipv6=negotiated";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bgp_neighbor(ngb,'x1')                      | + | the session with x1 (10.1.0.2) is Established
          bgp_neighbor(ngb,'x1',state='estab')        | + | the session with x1 (10.1.0.2) is Established
          bgp_neighbor(ngb,'x1',state=['Idle','Active']) | - | the session with x1 (10.1.0.2) is Established, not Idle or Active, AS 65100
          bgp_neighbor(ngb,'x1',state='missing')      | - | the session with x1 (10.1.0.2) is Established, and must not be
          bgp_neighbor(ngb,'x1',af='ipv6')            | - | the session with x1 (2001:db8:1::2) is missing, not Established
          bgp_neighbor(ngb,'x1',af='ipv6',state='missing') | + | the session with x1 (2001:db8:1::2) is missing
          bgp_neighbor(ngb,'x1',activate='evpn')      | + | the session with x1 (10.1.0.2) is Established and evpn is negotiated
          bgp_neighbor(ngb,'x1',activate='ipv6')      | - | the session with x1 (10.1.0.2) is Established, but ipv6 is only offered here, not negotiated
          bgp_neighbor(ngb,'x1',activate='vpnv4')     | - | the session with x1 (10.1.0.2) is Established, but vpnv4 is not told of, not negotiated
          bgp_neighbor(ngb,'x1',activate='ipv6',state='missing') | + | the session with x1 (10.1.0.2) is Established and ipv6 is only offered here
          bgp_neighbor(ngb,'x1',activate='ipv4',state='missing') | - | the session with x1 (10.1.0.2) is Established and ipv4 is negotiated, and must not be
          bgp_neighbor(ngb,'x1',vrf='red')            | - | the session with x1 (10.1.0.2) is Active, not Established, AS 65300
          bgp_neighbor(ngb,'x1',vrf='red',state='Active') | + | the session with x1 (10.1.0.2) is Active
          bgp_neighbor(ngb,'x1',vrf='red',af='ipv6')  | + | the session with x1 (2001:db8:1::2) is Established
          bgp_neighbor(ngb,'x1',vrf='red',af='ipv6',activate='ipv6')  | + | the session with x1 (2001:db8:1::2) is Established and ipv6 is negotiated
          bgp_neighbor(ngb,'x1',vrf='blue')           | - | the session with x1 (10.1.0.2) is missing, not Established
          bgp_neighbor(ngb,'x1',vrf='default')        | + | the session with x1 (10.1.0.2) is Established
          bgp_neighbor(ngb,'x2',intf='eth1')          | - | the session with x2 (eth1) is Idle, not Established, AS 65200
          bgp_neighbor(ngb,'x2',intf='eth1',state=['Idle','Active']) | + | the session with x2 (eth1) is Idle
          bgp_neighbor(ngb,'x2',intf='eth1',state='missing') | + | the session with x2 (eth1) is Idle
          bgp_neighbor(ngb,'x2',intf='eth2',state='Idle') | - | the session with x2 (eth2) is missing, not Idle
          """)
  void sessionsOfBgp(String call, String sign, String message) {
    judged(call, SESSIONS, sign, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bgp_neighbor_details(ngb,'x1',hold_timer=9) | + | the session with x1 (10.1.0.2) is there with hold_timer 9
          bgp_neighbor_details(ngb,'x1',hold_timer=9,keepalive_interval=4) | - | the session with x1 (10.1.0.2) has keepalive_interval 3, not 4
          bgp_neighbor_details(ngb,'x1',bfd=True,nbrExternalLink=True) | + | the session with x1 (10.1.0.2) is there with BFD Up and nbrExternalLink true
          bgp_neighbor_details(ngb,'x1',bfd=False)    | - | the session with x1 (10.1.0.2) has BFD Up, not Down
          bgp_neighbor_details(ngb,'x1',ttl=255)      | - | the session with x1 (10.1.0.2) has no ttl (wanted: 255)
          bgp_neighbor_details(ngb,'x2',intf='eth1')  | - | the session with x2 (eth1) is not there
          """)
  void detailsOfSessions(String call, String sign, String message) {
    judged(
        call,
        "peer=10.1.0.2 state=Established hold_timer=9 keepalive_interval=3 bfd=Up"
            + " nbrExternalLink=true",
        sign,
        message);
  }

  private static final String PATHS =
      "peer_router_id=10.0.0.1 next_hop=10.1.0.1 best=true as_path=65101,65102 local_preference=200"
          + " med=17 cluster_list=10.0.0.42,10.0.0.43 community=65000:1,65000:2;"
          + " peer_router_id=10.0.0.2 next_hop=10.1.0.5 as_path=65101 large_community=65000:1:2";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
              bgp_prefix('10.9.0.0/24')                       | + | 10.9.0.0/24 is in the BGP table
              bgp_prefix('10.9.0.1/24')                       | + | 10.9.0.0/24 is in the BGP table
              bgp_prefix('10.9.0.0/24',state='missing')       | - | 10.9.0.0/24 is in the BGP table, and must not be
              bgp_prefix('10.9.0.0/24',peer='10.0.0.2')       | + | 10.9.0.0/24 is in the BGP table with peer 10.0.0.2
              bgp_prefix('10.9.0.0/24',peer='10.0.0.3')       | - | 10.9.0.0/24 has peer 10.0.0.1, not 10.0.0.3
              bgp_prefix('10.9.0.0/24',nh='10.1.0.5/30')      | + | 10.9.0.0/24 is in the BGP table with next hop 10.1.0.5
              bgp_prefix('10.9.0.0/24',nh='10.1.0.9')         | - | 10.9.0.0/24 has next hop 10.1.0.1, not 10.1.0.9
              bgp_prefix('10.9.0.0/24',best=True,peer='10.0.0.1') | + | 10.9.0.0/24 is in the BGP table with peer 10.0.0.1 and best true
              bgp_prefix('10.9.0.0/24',best=True,peer='10.0.0.2') | - | 10.9.0.0/24 has best false, not true
              bgp_prefix('10.9.0.0/24',best=False,peer='10.0.0.2') | + | 10.9.0.0/24 is in the BGP table with peer 10.0.0.2 and best false
              bgp_prefix('10.9.0.0/24',clusterid='10.0.0.43') | + | 10.9.0.0/24 is in the BGP table with cluster list 10.0.0.43
              bgp_prefix('10.9.0.0/24',clusterid='10.0.0.4')  | - | 10.9.0.0/24 has cluster list 10.0.0.42 10.0.0.43, not 10.0.0.4
              bgp_prefix('10.9.0.0/24',community={'community':'65000:2'}) | + | 10.9.0.0/24 is in the BGP table with community 65000:2
              bgp_prefix('10.9.0.0/24',community={'community':'65000:3'}) | - | 10.9.0.0/24 has community 65000:1 65000:2, not 65000:3
              bgp_prefix('10.9.0.0/24',community={'community':'65000:'}) | + | 10.9.0.0/24 is in the BGP table with community 65000:
          bgp_prefix('10.9.0.0/24',community={'largeCommunity':'65000:1:2'}) | + | 10.9.0.0/24 is in the BGP table with large community 65000:1:2
              bgp_prefix('10.9.0.0/24',as_elements=[65102])   | + | 10.9.0.0/24 is in the BGP table with AS path 65102
              bgp_prefix('10.9.0.0/24',as_elements=[65101,6510]) | - | 10.9.0.0/24 has AS path 65101 65102, not 6510
              bgp_prefix('10.9.0.0/24',aspath='65101 65102')  | + | 10.9.0.0/24 is in the BGP table with AS path 65101 65102
              bgp_prefix('10.9.0.0/24',aspath='65102')        | - | 10.9.0.0/24 has AS path 65101 65102, not 65102
              bgp_prefix('10.9.0.0/24',aspath='65102',state='missing') | + | 10.9.0.0/24 has AS path 65101 65102, not 65102
              bgp_prefix('10.9.0.0/24',locpref=200,med=17)    | + | 10.9.0.0/24 is in the BGP table with local preference 200 and MED 17
              bgp_prefix('10.9.0.0/24',locpref=100)           | - | 10.9.0.0/24 has local preference 200, not 100
              bgp_prefix('10.9.0.0/24',med=18)                | - | 10.9.0.0/24 has MED 17, not 18
              bgp_prefix('10.9.0.0/24',peer='10.0.0.2',med=18) | - | 10.9.0.0/24 has no MED (wanted: 18)
          """)
  void pathsOfBgp(String call, String sign, String message) {
    judged(call, PATHS, sign, message);
  }

  @Test
  void aPrefixWithoutPathsIsNotInTheTable() {
    judged("bgp_prefix('::/0',af='ipv6')", "", "-", "::/0 is not in the BGP table");
    judged(
        "bgp_prefix('10.0.0.1',state='missing')", "", "+", "10.0.0.1/32 is not in the BGP table");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ospf_neighbor('10.0.0.1')                  | + | neighbor 10.0.0.1 is there with state Full
          ospf6_neighbor('10.0.0.1',bfd=True)        | + | neighbor 10.0.0.1 is there with state Full and BFD Up
          ospf_neighbor('10.0.0.1',present=False)    | - | there is a neighbor 10.0.0.1 in state Init, and must not be
          ospf_neighbor('10.0.0.2')                  | - | neighbor 10.0.0.2 has state 2-Way, not Full
          ospf_neighbor('10.0.0.2',bfd=True)         | - | neighbor 10.0.0.2 has state 2-Way, not Full and no BFD (wanted: Up)
          ospf_neighbor('10.0.0.3')                  | - | neighbor 10.0.0.3 is not there
          ospf6_neighbor('10.0.0.3',present=False)   | + | neighbor 10.0.0.3 is not there
          """)
  void neighborsOfOspf(String call, String sign, String message) {
    judged(
        call,
        "peer=10.0.0.1 state=Init; peer=10.0.0.1 state=Full bfd=Up; peer=10.0.0.2 state=2-Way",
        sign,
        message);
  }

  private static final String ROUTES =
      "prefix=10.0.0.2/32 cost=20 route_type=N,IA; prefix=10.99.0.0/24 cost=10 external_cost=0"
          + " route_type=N,E2; prefix=2001:db8::/64 cost=30 external_cost=25 route_type=External-2;"
          + " cost=10 route_type=R";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ospf_prefix('10.0.0.2/32')                      | + | 10.0.0.2/32 is among the OSPF routes
          ospf_prefix('10.0.0.2/32',state='missing')      | - | 10.0.0.2/32 is among the OSPF routes, and must not be
          ospf_prefix('10.0.0.2/32',cost=20,rt='N IA')    | + | 10.0.0.2/32 is among the OSPF routes with cost 20 and route type N IA
          ospf_prefix('10.0.0.2/32',cost=35)              | - | 10.0.0.2/32 has cost 20, not 35
          ospf_prefix('10.0.0.2/32',cost=35,state='missing') | + | 10.0.0.2/32 has cost 20, not 35
          ospf_prefix('10.0.0.2/32',rt='N')               | - | 10.0.0.2/32 has route type N IA, not N
          ospf_prefix('10.0.0.2/32',rt='N',cost=2)        | - | 10.0.0.2/32 has cost 20, not 2 and route type N IA, not N
          ospf_prefix('10.99.0.0/24',cost=0)              | + | 10.99.0.0/24 is among the OSPF routes with cost 0
          ospf_prefix('10.99.0.0/24',cost=10)             | - | 10.99.0.0/24 has cost 0, not 10
          ospf6_prefix('2001:db8::1/64',cost=25)          | + | 2001:db8::/64 is among the OSPF routes with cost 25
          ospf6_prefix('2001:db8::/64',cost=30)           | - | 2001:db8::/64 has cost 25, not 30
          ospf_prefix('10.0.0.0/24')                      | - | 10.0.0.0/24 is not among the OSPF routes
          ospf6_prefix('2001:db8:1::/64',state='missing') | + | 2001:db8:1::/64 is not among the OSPF routes
          """)
  void routesOfOspf(String call, String sign, String message) {
    judged(call, ROUTES, sign, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          isis_neighbor('r2')                           | + | neighbor r2 is there with state Up
          isis_neighbor('r2',level='L2',area='49.0001') | + | neighbor r2 is there with state Up and circuit type L2 and area 49.0001
          isis_neighbor('r2',level='L1')                | - | neighbor r2 has circuit type L2, not L1
          isis_neighbor('r2',area='49.0002')            | - | neighbor r2 has area 49.0001, not 49.0002
          isis_neighbor('r2',present=False)             | - | there is a neighbor r2 in state up, and must not be
          isis_neighbor('r3')                           | - | neighbor r3 has state initializing, not Up
          isis_neighbor('r3',state='Initializing')      | + | neighbor r3 is there with state Initializing
          isis_neighbor('r4')                           | - | neighbor r4 is not there
          isis_neighbor('r4',present=False)             | + | neighbor r4 is not there
          """)
  void neighborsOfIsis(String call, String sign, String message) {
    judged(
        call,
        "peer=r2 state=up circuit_type=L2 area=49.0001; peer=r3 state=initializing",
        sign,
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          isis_prefix('10.0.0.2/32',cost=20)                 | + | 10.0.0.2/32 is among the IS-IS routes of level 2 with cost 20
          isis_prefix('10.0.0.2/32',level='L1',cost=25)      | - | 10.0.0.2/32 has cost 20, not 25
          isis_prefix('10.0.0.2/32',present=False)           | - | 10.0.0.2/32 is among the IS-IS routes of level 2, and must not be
          isis_prefix('2001:db8::/64',af='ipv6')             | + | 2001:db8::/64 is among the IS-IS routes of level 2
          isis_prefix('2001:db8:1::/64',level='1',af='ipv6') | - | 2001:db8:1::/64 is not among the IS-IS routes of level 1
          isis_prefix('10.0.0.3/32',present=False)           | + | 10.0.0.3/32 is not among the IS-IS routes of level 2
          """)
  void routesOfIsis(String call, String sign, String message) {
    judged(call, "prefix=10.0.0.2/32 cost=20; prefix=2001:db8::/64 cost=30", sign, message);
  }

  private static final String TABLE =
      "prefix=10.0.0.2/32 protocol=ospf cost=20; prefix=10.0.0.2/32 protocol=bgp cost=0;"
          + " prefix=2001:db8::/64 protocol=ripng cost=3";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rt_prefix('10.0.0.2/32',proto='ospf',metric=20)  | + | 10.0.0.2/32 is in the routing table with protocol ospf and metric 20
          rt_prefix('10.0.0.2/32',proto='bgp',metric=20)   | - | 10.0.0.2/32 has metric 0, not 20
          rt_prefix('10.0.0.2/32',proto='isis')            | - | 10.0.0.2/32 has protocol ospf, not isis
          rt_prefix('10.0.0.2/32',state='missing')         | - | 10.0.0.2/32 is in the routing table, and must not be
          rt_prefix('10.0.0.3/32')                         | - | 10.0.0.3/32 is not in the routing table
          rt_prefix('10.0.0.3/32',state='missing')         | + | 10.0.0.3/32 is not in the routing table
          rt_prefix('2001:db8::1/64',af='ipv6',proto='rip',metric=3) | + | 2001:db8::/64 is in the routing table with protocol ripng and metric 3
          ipv6_route('2001:db8::/64',proto='ripng',cost=3) | + | 2001:db8::/64 is in the routing table with protocol ripng and metric 3
          ipv6_route('2001:db8::/64',cost=4)               | - | 2001:db8::/64 has metric 3, not 4
          ipv6_route('2001:db8::/64',proto='ospf6')        | - | 2001:db8::/64 has protocol ripng, not ospf6
          """)
  void routingTables(String call, String sign, String message) {
    judged(call, TABLE, sign, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          route('default')                    | + | 0.0.0.0/0 is in the routing table
          route('0.0.0.0/0',intf='eth1')      | + | 0.0.0.0/0 is in the routing table with a route through eth1
          route('10.0.0.2/32',intf='eth2')    | + | 10.0.0.2/32 is in the routing table with a route through eth2
          route('10.0.0.2/32',intf='eth')     | - | 10.0.0.2/32 has a route proto bgp nexthop via 10.1.0.6 dev eth2 weight 1, not through eth
          route('10.0.0.2/32',state='missing') | - | 10.0.0.2/32 is in the routing table, and must not be
          route('10.0.0.3/32')                | - | 10.0.0.3/32 is not in the routing table
          route('10.0.0.3/32',state='missing') | + | 10.0.0.3/32 is not in the routing table
          default6()                          | - | ::/0 is not in the routing table
          """)
  void routesOfHosts(String call, String sign, String message) {
    judged(
        call,
        call.equals("default6()")
            ? "prefix=2001:db8::/64 through=dev,eth1"
            : "prefix=default through=via,10.1.0.1,dev,eth1; prefix=10.0.0.2"
                + " through=proto,bgp,nexthop,via,10.1.0.6,dev,eth2,weight,1",
        sign,
        message);
  }

  @Test
  void aHostWithADefaultRouteOfIpv6HasOne() {
    judged(
        "default6()",
        "prefix=default through=via,fe80::1,dev,eth1",
        "+",
        "::/0 is in the routing table");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ping('h1')                            | size=64   | + | h1 answers
          ping('h1',expect='fail')              | size=64   | - | h1 answers, and must not
          ping('h1')                            |           | - | h1 does not answer
          ping('h1',src='10.0.0.1/32')          |           | - | h1 does not answer to 10.0.0.1
          ping('h1',pkt_len=1500)               |           | - | h1 does not answer when packets are 1500 bytes long
          ping('h1',expect='fail')              |           | + | h1 does not answer
          ping('h1',pkt_len=1500)               | size=1480 | + | h1 answers when packets are 1500 bytes long
          ping('h1',pkt_len=1500)               | size=64   | - | h1 answers with 64 bytes, not 1480
          ping('10.0.0.9',pkt_len=100)          | size=80   | + | 10.0.0.9 answers when packets are 100 bytes long
          ping('r2',af='ipv6',pkt_len=1500)     | size=1460 | + | r2 answers when packets are 1500 bytes long
          ping('r2',af='ipv6',pkt_len=1500)     | size=1480 | - | r2 answers with 1480 bytes, not 1460
          """)
  void answersOfHosts(String call, String rows, String sign, String message) {
    judged(call, rows == null ? "" : rows, sign, message);
  }

  @Test
  void questionsHaveTheirParameters() {
    assertAsks("bgp_neighbor(ngb,'x1')", "bgp.sessions", Map.of());
    assertAsks("bgp_neighbor(ngb,'x1',vrf='red')", "bgp.sessions", Map.of("vrf", "red"));
    assertAsks("bgp_neighbor(ngb,'x1',activate='vpnv6')", "bgp.sessions", Map.of());
    assertAsks("bgp_neighbor_details(ngb,'x1',vrf='red')", "bgp.details", Map.of("vrf", "red"));
    assertAsks("ospf_neighbor('10.0.0.1')", "ospf.neighbor", Map.of("vrf", "default"));
    assertAsks("ospf6_neighbor('10.0.0.1',vrf='red')", "ospf6.neighbor", Map.of("vrf", "red"));
    assertAsks("isis_prefix('10.0.0.1/32',level='1')", "prefixes.isis", Map.of("level", "1"));
    assertAsks(
        "rt_prefix('2001:db8::1/64')",
        "prefixes.table",
        Map.of("ip", "ipv6", "prefix", "2001:db8::/64"));
    assertAsks("default6()", "prefixes.kernel", Map.of("family", "6"));
  }

  @Test
  void pingsGoToAddressesOfNodes() {
    assertAsks("ping('r2')", "ping", Map.of("host", "10.0.0.2", "family", "4", "count", "5"));
    assertAsks(
        "ping('r2',af='ipv6',count=2,src='2001:db8::9/64',pkt_len=1500)",
        "ping",
        Map.of(
            "host", "2001:db8:1::2",
            "family", "6",
            "count", "2",
            "source", "2001:db8::9",
            "size", "1452"));
    assertAsks("ping('h1')", "ping", Map.of("host", "172.16.0.1", "family", "4", "count", "5"));
    assertAsks("ping('other')", "ping", Map.of("host", "other", "family", "4", "count", "5"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bgp_neighbor(ngb)                           | bgp_neighbor needs argument `id`
          bgp_neighbor(ngb,'x3')                      | there is no BGP neighbor `x3` with ipv4
          bgp_neighbor(ngb,'x2')                      | name its interface with `intf`
          bgp_neighbor(ngb,'x1',af='ipx')             | `af` must be 'ipv4' or 'ipv6', not 'ipx'
          bgp_neighbor(ngb,'x1',activate='flowspec')  | `activate` must be one of evpn, ipv4, ipv6, vpnv4, vpnv6, not 'flowspec'
          bgp_neighbor(ngb,'x1',activate='evpn',vrf='red') | is of the default VRF only
          bgp_neighbor('x1','x1')                     | `ngb` must be a list of neighbors
          bgp_prefix('10.0.0.300/32')                 | `pfx` must be a prefix, not '10.0.0.300/32'
          bgp_prefix('10.0.0.0/33')                   | `pfx` must be a prefix, not '10.0.0.0/33'
          bgp_prefix('10.0.0.0/24',af='ipv6')         | no prefix of ipv6
          bgp_prefix('10.0.0.0/24',state='gone')      | `state` must be 'present' or 'missing', not 'gone'
          bgp_prefix('10.0.0.0/24',origin='igp')      | bgp_prefix has no argument `origin`
          bgp_prefix('10.0.0.0/24',nh='r1')           | `nh` must be an address, not 'r1'
          bgp_prefix('10.0.0.0/24',best='yes')        | `best` must be True or False, not 'yes'
          bgp_prefix('10.0.0.0/24',as_elements=65000)  | `as_elements` must be a list, not '65000'
          bgp_prefix('10.0.0.0/24',community='65000:1') | `community` must be a map
          bgp_prefix('10.0.0.0/24',community={'color':'1'}) | there is no kind of community `color`
          ospf_neighbor('r2')                         | `id` must be a router id such as 10.0.0.1, not 'r2'
          ospf_prefix('10.0.0.0/24',cost='low')       | `cost` must be a number, not 'low'
          ospf_prefix('somewhere')                    | `pfx` must be a prefix, not 'somewhere'
          isis_prefix('10.0.0.0/24',level='3')        | `level` must be '1' or '2', not '3'
          isis_neighbor('r2',present='no')            | `present` must be True or False, not 'no'
          ipv6_route('10.0.0.0/24')                   | `pfx` must be a prefix of IPv6, not 10.0.0.0/24
          ping('h1',pkt_len=63)                       | `pkt_len` must be a length from 64 to 65535, not 63
          ping('h1',pkt_len=65536)                    | `pkt_len` must be a length from 64 to 65535, not 65536
          ping('h1',expect='maybe')                   | `expect` must be 'fail' or left out, not 'maybe'
          default6('eth1')                            | default6 takes at most 0 arguments
          """)
  void wrongArgumentsAreTold(String call, String message) {
    assertThatThrownBy(() -> inquiry(call))
        .isInstanceOf(WrongArgument.class)
        .hasMessageContaining(message);
  }

  private static void assertAsks(String call, String reader, Map<String, String> about) {
    try {
      Inquiry inquiry = inquiry(call);
      assertThat(inquiry.reader()).isEqualTo(reader);
      assertThat(inquiry.parameters()).containsAllEntriesOf(about);
    } catch (WrongArgument e) {
      fail(e);
    }
  }

  private static void judged(String call, String rows, String sign, String message) {
    try {
      assertThat(inquiry(call).judge().of(rows(rows)))
          .isEqualTo(new Judgement(sign.equals("+"), message));
    } catch (WrongArgument e) {
      fail(e);
    }
  }

  private static Inquiry inquiry(String text) throws WrongArgument {
    if (FunctionCall.parse(text) instanceof Outcome.Good<FunctionCall>(FunctionCall call)
        && call.evaluate(SCOPE) instanceof Outcome.Good<Args>(Args args)
        && SCOPE.get("nodes") instanceof Map<?, ?> nodes) {
      TestFunction function = Functions.find(call.name()).orElseThrow();
      return function.inquiry(Arguments.of(function, args, nodes));
    }
    throw new AssertionError("not a call: " + text);
  }

  /** Rows such as {@code peer=10.0.0.1 state=Full; peer=...}; a comma stands for a blank. */
  private static List<Observation> rows(String text) {
    return Stream.of(text.split(";"))
        .filter(row -> !row.isBlank())
        .map(row -> {
          var fields = new LinkedHashMap<String, String>();
          for (String field : row.strip().split(" +")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], parts[1].replace(',', ' '));
          }
          return new Observation(fields);
        })
        .toList();
  }
}
