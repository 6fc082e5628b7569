package netlab.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import netlab.schema.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameFormatTest {
  private static Optional<String> format(String pattern, long index) {
    Value.Fields data =
        Value.Fields.NONE
            .with("ifindex", Value.of(index))
            .with("ifname", Value.of("eth3"))
            .with("lag", Value.Fields.NONE.with("ifindex", Value.of(7L)));
    return NameFormat.format(pattern, data);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eth{ifindex}                                     | 4  | eth4",
        "GigabitEthernet{ifindex // 4}/{ifindex % 4}      | 6  | GigabitEthernet1/2",
        "1/{ifindex // 12 + 1}/c{(ifindex - 1) % 12 + 1}  | 12 | 1/2/c12",
        "Ethernet{ifindex * 4}                            | 3  | Ethernet12",
        "eth{ifindex-1}                                   | 2  | eth1",
        "bond{lag.ifindex}                                | 0  | bond7",
        "{ifname[-1]}                                     | 0  | 3",
        "loopback                                         | 0  | loopback",
        "{'loopback.'+str(ifindex) if ifindex else 'sys'} | 0  | sys",
        "{'loopback.'+str(ifindex) if ifindex else 'sys'} | 2  | loopback.2",
        "lo{ifindex if ifindex else ''}                   | 0  | lo",
        "lo{ifindex if ifindex else ''}                   | 5  | lo5",
        "leaf-{ifindex:02d}                               | 7  | leaf-07",
        "leaf-{ifindex+5:03}                              | 7  | leaf-012",
        "{ifindex:x}                                      | 26 | 1a",
        "{ifname[:3]}-{ifindex}                           | 1  | eth-1",
        "{ifname[1:]}                                     | 1  | th3",
        "{ifname[0:-1]}                                   | 1  | eth",
        "{ifname[:20]}                                    | 1  | eth3",
      })
  void patternsOfDevicesGiveNames(String pattern, long index, String name) {
    assertThat(format(pattern, index)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "{nothing}",
    "{ifindex",
    "{ifindex // 0}",
    "{ifname * 2}",
    "{ifindex if ifindex}",
    "{ifname:02d}",
    "{ifname[9]}",
    "{ifname[0:1}",
    "{99999999999999999999}",
    "{1.5}",
  })
  void brokenPatternsGiveNone(String pattern) {
    assertThat(format(pattern, 1)).isEmpty();
  }

  @Test
  void deepParenthesesAreRefused() {
    assertThat(format("{" + "(".repeat(100_000) + "}", 1)).isEmpty();
  }

  @Test
  void aTextOfDigitsIsNoNumber() {
    Value.Fields data = Value.Fields.NONE.with("id", Value.of("7"));
    assertThat(NameFormat.format("{id + 1}", data)).contains("71");
  }
}
