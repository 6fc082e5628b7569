package netlab.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchOutputTest {
  @Test
  void aComplaintBelongsToTheLineThatIsNamedAfterIt() {
    assertThat(
            BatchOutput.refused(
                """
                Cannot find device "x"
                Command failed -:3
                Error: ipv4: Nexthop has invalid gateway.
                Command failed /etc/ip.batch:17
                Command failed -:20
                """))
        .containsExactlyEntriesOf(
            new java.util.TreeMap<>(
                Map.of(
                    3, "Cannot find device \"x\"",
                    17, "Error: ipv4: Nexthop has invalid gateway.",
                    20, "Command failed -:20")));
  }
}
