package netlab.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestTest {
  private static final List<String> NAMES =
      List.of("area", "cost", "bfd", "passive", "password", "priority", "network_type", "id");

  @ParameterizedTest
  @CsvSource({
    "aera, area",
    "Area, area",
    "are, area",
    "pasive, passive",
    "passiv, passive",
    "prioriti, priority",
    "networktype, network_type",
    "network-typ, network_type",
    "bdf, bfd",
  })
  void nearNamesAreSuggested(String wrong, String meant) {
    assertThat(Suggest.nearest(wrong, NAMES)).containsExactly(meant);
  }

  @ParameterizedTest
  @CsvSource({"ai", "xx", "b", "coaster", "pssw", "qqqqqq", "''"})
  void farOrShortNamesAreNot(String wrong) {
    assertThat(Suggest.nearest(wrong, NAMES)).isEmpty();
  }

  @Test
  void equallyNearNamesAreSortedWhateverTheOrder() {
    assertThat(Suggest.nearest("vlan3", List.of("vlan2", "vlan1", "vlan2")))
        .containsExactly("vlan1", "vlan2");
    assertThat(Suggest.hint("vlan3", List.of("vlan2", "vlan1")))
        .contains("did you mean `vlan1` or `vlan2`?");
    assertThat(Suggest.hint("x", List.of("y"))).isEmpty();
  }
}
