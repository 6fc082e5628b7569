package netlab.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostProgramsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ping -c 3 10.0.0.1",
        "traceroute -n 10.0.0.1",
        "ip link set dev eth1 down",
        "ip -6 -j addr show dev eth1",
        "ip route get 10.0.0.1",
      })
  void programsThatOnlyUseTheNetworkMayRunOnThisMachine(String command) {
    assertThat(HostPrograms.refusal(command)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm -rf /",
        "/bin/ping 10.0.0.1",
        "sh -c reboot",
        "ip netns exec other reboot",
        "ip vrf exec red reboot",
        "ip -batch /etc/passwd",
        "ip -n other link",
        "ip link set dev eth1 xdp object evil.o",
        "ip addr save",
        "",
      })
  void otherProgramsMayNot(String command) {
    assertThat(HostPrograms.refusal(command)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"show ip route", "clear bgp *", "ping 10.0.0.1"})
  void routersMayBeAsked(String command) {
    assertThat(HostPrograms.routerRefusal(command)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start-shell",
        "write file",
        "output file /etc/passwd",
        "show version\nstart-shell"
      })
  void routersMayNotBeChangedOrLeft(String command) {
    assertThat(HostPrograms.routerRefusal(command)).isPresent();
  }
}
