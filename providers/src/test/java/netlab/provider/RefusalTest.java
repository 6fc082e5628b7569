package netlab.provider;

import static org.assertj.core.api.Assertions.assertThat;

import netlab.lab.NodeId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "neighbor 10.0.0.2 password tell-nobody | neighbor 10.0.0.2 password ***",
        "ip ospf message-digest-key 1 md5 tell-nobody | ip ospf message-digest-key ***",
        "set protocols bgp neighbor 10.0.0.2 password 'tell-nobody' | set protocols bgp neighbor 10.0.0.2 password ***",
        "authentication-key \"tell-nobody\"; | authentication-key ***",
        "enable secret 5 tell-nobody | enable secret ***",
        "/routing/bgp/connection/add tcp-md5-key=tell-nobody name=a | /routing/bgp/connection/add tcp-md5-key=***",
        "set interfaces wireguard wg0 private-key tell-nobody | set interfaces wireguard wg0 private-key ***",
      })
  void whatFollowsAWordForASecretIsNotTold(String line, String told) {
    Refusal refusal = new Refusal(new NodeId("r1"), "a.cfg", 3, line, "% Invalid input: " + line);
    assertThat(refusal.text()).isEqualTo(told);
    assertThat(refusal.message()).startsWith("% Invalid input").doesNotContain("tell-nobody");
  }

  @ParameterizedTest
  @CsvSource({"ip adress 10.0.0.1/30", "key chain trust", "interface eth1", "no password"})
  void aLineWithoutOneIsToldAsItIs(String line) {
    assertThat(new Refusal(new NodeId("r1"), "a.cfg", 3, line, "no " + line))
        .returns(line, Refusal::text)
        .returns("no " + line, Refusal::message);
  }
}
