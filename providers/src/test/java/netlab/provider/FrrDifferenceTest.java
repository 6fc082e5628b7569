package netlab.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FrrDifferenceTest {
  private static final String BEFORE =
      """
      frr defaults traditional
      hostname r1
      interface eth1
       description r1 -> r2
       ip address 10.1.0.1/30
       ip ospf cost 10
      exit
      !
      router bgp 65000
       bgp router-id 10.0.0.1
       neighbor 10.1.0.2 remote-as 65001
       neighbor 10.1.0.2 description r2
       neighbor 10.1.0.6 remote-as 65002
       !
       address-family ipv4 unicast
        network 10.0.0.1/32
        neighbor 10.1.0.2 activate
        neighbor 10.1.0.6 activate
       exit-address-family
      exit
      !
      route-map out permit 10
       set metric 5
      exit
      """;

  @Test
  void equalConfigurationsHaveNoDifference() {
    assertThat(FrrDifference.of(BEFORE, BEFORE).lines()).isEmpty();
  }

  @Test
  void aLineThatChangedIsTakenBackAndTypedInItsContextOnly() {
    FrrDifference found = FrrDifference.of(BEFORE, BEFORE.replace("cost 10", "cost 20"));
    assertThat(found.text())
        .isEqualTo(
            """
            interface eth1
            no ip ospf cost 10
            exit
            interface eth1
            ip ospf cost 20
            exit
            """);
    assertThat(found.added()).isEqualTo(1);
    assertThat(found.removed()).isEqualTo(1);
    assertThat(found.lines().get(4).number()).hasValue(6);
  }

  @Test
  void aNeighborLosesItsPropertiesBeforeItGoes() {
    String after = BEFORE.replaceAll(".*10\\.1\\.0\\.6.*\n", "");
    assertThat(FrrDifference.of(BEFORE, after).text())
        .isEqualTo(
            """
            router bgp 65000
            address-family ipv4 unicast
            no neighbor 10.1.0.6 activate
            exit
            exit
            router bgp 65000
            no neighbor 10.1.0.6 remote-as 65002
            exit
            """);
  }

  @Test
  void aNeighborThatComesAnewGetsAllItsLinesAgain() {
    String after = BEFORE.replace("remote-as 65001", "remote-as 65009");
    assertThat(FrrDifference.of(BEFORE, after).text())
        .isEqualTo(
            """
            router bgp 65000
            no neighbor 10.1.0.2 remote-as 65001
            exit
            router bgp 65000
            neighbor 10.1.0.2 remote-as 65009
            neighbor 10.1.0.2 description r2
            exit
            router bgp 65000
            address-family ipv4 unicast
            neighbor 10.1.0.2 activate
            exit
            exit
            """);
  }

  @Test
  void aProcessGoesAndComesAsAWhole() {
    String after = BEFORE.replace("router bgp 65000", "router bgp 65005");
    String text = FrrDifference.of(BEFORE, after).text();
    assertThat(text).startsWith("no router bgp 65000\nrouter bgp 65005\nbgp router-id 10.0.0.1\n");
    assertThat(text).doesNotContain("no neighbor").contains("network 10.0.0.1/32");
    String without = BEFORE.replaceAll("(?s)route-map.*exit\n", "");
    assertThat(FrrDifference.of(BEFORE, without).text()).isEqualTo("no route-map out permit 10\n");
  }

  @Test
  void anInterfaceIsEmptiedAndALineThatSaysNoIsTakenBackWithoutIt() {
    assertThat(
            FrrDifference.of("interface eth2\n no ipv6 nd suppress-ra\nexit\n", "hostname r1\n")
                .text())
        .isEqualTo("interface eth2\nipv6 nd suppress-ra\nexit\nhostname r1\n");
  }

  @Test
  void anEmptyContextIsOpened() {
    assertThat(
            FrrDifference.of("", "router bgp 65000\nexit\n!\nbfd\n peer 10.0.0.2\n exit\nexit\n")
                .text())
        .isEqualTo("router bgp 65000\nexit\nbfd\npeer 10.0.0.2\nexit\n");
  }

  @Test
  void linesForIpAreTakenBackWhereThatIsKnown() {
    IpDifference found =
        IpDifference.of(
            """
            link add name vlan10 type bridge stp_state 0
            link set dev vlan10 up
            address replace 10.0.0.1/24 dev eth1
            route replace 10.2.0.0/16 via 10.0.0.2
            link set dev eth2 mtu 9000
            link set dev eth3 master vlan10
            """,
            """
            link add name vlan10 type bridge stp_state 1
            link set dev vlan10 up
            address replace 10.0.1.1/24 dev eth1
            """);
    assertThat(found.text())
        .isEqualTo(
            """
            link set dev eth2 mtu 1500
            route del 10.2.0.0/16 via 10.0.0.2
            address del 10.0.0.1/24 dev eth1
            link del vlan10
            link add name vlan10 type bridge stp_state 1
            link set dev vlan10 up
            address replace 10.0.1.1/24 dev eth1
            """);
    assertThat(found.stays()).isEmpty();
    assertThat(IpDifference.of("link set dev eth1 addrgenmode none\n", "").stays())
        .containsExactly("link set dev eth1 addrgenmode none");
  }
}
