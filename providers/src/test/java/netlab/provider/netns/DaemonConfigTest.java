package netlab.provider.netns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.lab.NodeId;
import netlab.provider.Refusal;
import netlab.provider.VtyshOutput;
import org.junit.jupiter.api.Test;

class DaemonConfigTest {
  private static final String CONFIG =
      """
      hostname r1
      service integrated-vtysh-config
      !
      vrf red
       ip route 10.0.0.0/8 10.1.0.2
      exit
      ip route 192.0.2.0/24 blackhole
      interface eth1
       ip address 10.1.0.1/30
       ip ospf area 0
      exit
      router ospf
       ospf router-id 10.0.0.1
      exit
      router bgp 65001
       neighbor 10.1.0.2 remote-as 65002
       address-family ipv4 unicast
        network 10.0.0.1/32
       exit-address-family
      exit
      end
      """;

  @Test
  void aDaemonGetsItsOwnBlocksAndWhatMayBeOfAnyDaemonUnderTheSameLineNumbers() {
    assertThat(DaemonConfig.of("ospfd", CONFIG))
        .isEqualTo(
            """
            hostname r1
            !
            !
            vrf red
             ip route 10.0.0.0/8 10.1.0.2
            no service password-encryption
            ip route 192.0.2.0/24 blackhole
            interface eth1
             ip address 10.1.0.1/30
             ip ospf area 0
            no service password-encryption
            router ospf
             ospf router-id 10.0.0.1
            no service password-encryption
            !
            !
            !
            !
            !
            !
            !
            """);
  }

  @Test
  void noDaemonIsTakenOutOfConfigurationModeByAnExit() {
    for (String daemon : List.of("zebra", "staticd", "ospfd", "bgpd")) {
      assertThat(DaemonConfig.of(daemon, CONFIG).lines().map(String::strip))
          .hasSize(21)
          .doesNotContain("exit", "end", "quit");
    }
  }

  @Test
  void blocksOfOtherDaemonsAreLeftOutAlsoWhenTheirEndIsNotIndented() {
    String config =
        "router bgp 1\n address-family ipv4\nexit-address-family\n neighbor x\nexit\nip route x y\n";
    assertThat(DaemonConfig.of("staticd", config)).isEqualTo("!\n!\n!\n!\n!\nip route x y\n");
  }

  @Test
  void routerOspf6IsNotABlockOfOspfd() {
    assertThat(DaemonConfig.of("ospfd", "router ospf6\n a\n")).isEqualTo("!\n!\n");
    assertThat(DaemonConfig.of("ospf6d", "router ospf6\n a\n")).isEqualTo("router ospf6\n a\n");
  }

  @Test
  void aDaemonForIpv6IsNotGivenLinesThatItWouldTakeForItsOwn() {
    String config = "interface eth1\n ip ospf area 0\n no ip ospf passive\n ipv6 ospf6 area 0\n";
    assertThat(DaemonConfig.of("ospf6d", config))
        .isEqualTo("interface eth1\n!\n!\n ipv6 ospf6 area 0\n");
    assertThat(DaemonConfig.of("zebra", config)).isEqualTo(config);
  }

  @Test
  void aLineIsRefusedWhenEveryDaemonThatGotItRefusedIt() {
    NodeId r1 = new NodeId("r1");
    String config =
        "interface eth1\n ip address 10.0.0.1/24\n nonsense\nrouter bgp 1\n nonsense too\n";
    Map<String, List<Sight.Refused>> logs =
        Map.of(
            "zebra", List.of(new Sight.Refused(3, "No such command")),
            "bgpd",
                List.of(
                    new Sight.Refused(2, "No such command"),
                    new Sight.Refused(3, "Command returned Warning"),
                    new Sight.Refused(5, "No such command")));
    assertThat(Refusals.ofLogs(r1, config, List.of("zebra", "bgpd"), logs))
        .containsExactly(
            new Refusal(r1, "frr.conf", 3, "nonsense", "Command returned Warning"),
            new Refusal(r1, "frr.conf", 5, "nonsense too", "No such command"));
  }

  /** Recorded from FRR 10.3: each daemon's child process says it again. */
  @Test
  void whatVtyshSaysSeveralTimesIsOneRefusal() {
    NodeId r1 = new NodeId("r1");
    String said =
        """
        [47|mgmtd] sending configuration
        line 2: % Unknown command[28]:  nonsense
        [48|zebra] Configuration file[/etc/frr/r1/frr.conf] processing failure: 2
        line 2: % Unknown command[28]:  nonsense
        line 1: Failure to communicate[13] to zebra, line: hostname r1
        """;
    assertThat(VtyshOutput.refusals(r1, "frr.conf", "hostname r1\n nonsense\n", said))
        .containsExactly(
            new Refusal(
                r1,
                "frr.conf",
                1,
                "hostname r1",
                "Failure to communicate[13] to zebra, line: hostname r1"),
            new Refusal(r1, "frr.conf", 2, "nonsense", "unknown command"));
  }

  @Test
  void theDaemonsFileSaysWhatRunsAndAStaticRouteBringsStaticd() {
    String file =
        """
        bgpd=yes
        ospfd=no
        #ripd=yes
        zebra=yes
        watchfrr_enable=yes
        bgpd_options="  -A 127.0.0.1 -M rpki -M ../../evil.so"
        """;
    assertThat(DaemonSet.of(Optional.of(file), "hostname r1\n", false).modules())
        .containsExactly(Map.entry("zebra", List.of()), Map.entry("bgpd", List.of("rpki")));
    assertThat(DaemonSet.of(Optional.of(file), "ipv6 route ::/0 Null0\n", true).names())
        .containsExactly("mgmtd", "zebra", "staticd", "bgpd");
    assertThat(DaemonSet.of(Optional.empty(), "", false).names()).containsExactly("zebra");
  }
}
