package netlab.intent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntentReaderTest {
  @Test
  void readsTheSmallestLab() {
    Intent lab =
        Labs.good(
            """
            provider: clab
            defaults.device: frr
            module: [ bgp ]
            nodes:
              r1:
                bgp.as: 65000
              r2:
                bgp.as: 65001
            links: [ r1-r2 ]
            """);
    assertThat(lab.name()).isEqualTo("input");
    assertThat(lab.nodes().keySet()).containsExactly("r1", "r2");
    NodeIntent r2 = lab.nodes().get("r2");
    assertThat(r2).isNotNull();
    assertThat(r2.device().name()).isEqualTo("frr");
    assertThat(r2.modules()).containsExactly("bgp");
    assertThat(r2.attributes().longAt("bgp.as")).contains(65001L);
    assertThat(r2.attributes().boolAt("bgp.next_hop_self")).contains(true);
    assertThat(lab.links()).singleElement().satisfies(link -> assertThat(link.ends()).hasSize(2));
  }
}
