package netlab.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import netlab.lab.NodeId;
import org.junit.jupiter.api.Test;

/** What the texts of tests come to, and what is said of those that make no sense. */
class TestTextsTest {
  private static final NodeId R1 = new NodeId("r1");

  private final TestTexts texts =
      new TestTexts(
          Map.of(
              "name",
              "lab",
              "nodes",
              Map.of(
                  "r1",
                  Map.of("name", "r1", "loopback", Map.of("ipv4", "10.0.0.1/32")),
                  "r2",
                  Map.of("name", "r2", "loopback", Map.of("ipv4", "10.0.0.2/32")))));

  @Test
  void templatesSeeTheNodeItselfAndAllOthers() throws Exception {
    assertThat(texts.expanded("{{ loopback.ipv4 }} {{ hostvars.r2.name }} {{ nodes.r2.name }}", R1))
        .isEqualTo("10.0.0.1/32 r2 r2");
    assertThat(texts.expanded("no template", R1)).isEqualTo("no template");
  }

  @Test
  void aMistakeInATemplateIsNotTakenForText() {
    assertThat(wrong("ip route {{ lopback.ipv4 }}"))
        .startsWith("`ip route {{ lopback.ipv4 }}`, at 20: there is no `lopback.ipv4`")
        .contains("lopback");
    assertThat(wrong("ip route {{ loopback.ipv4 ")).contains("at ").contains("`ip route {{");
    assertThat(wrong("  first\n  {% if %}")).startsWith("`first\n  {% if %}`, at ");
  }

  @Test
  void callsAreReadWithTheDataOfTheNode() throws Exception {
    Inquiry inquiry = texts.inquiry(" ping(nodes.r2.loopback.ipv4, src=node.loopback.ipv4) ", R1);
    assertThat(inquiry.parameters())
        .containsEntry("host", "10.0.0.2")
        .containsEntry("source", "10.0.0.1");
  }

  @Test
  void callsThatMakeNoSenseAreToldWithTheirPlace() {
    assertThat(wrongCall("pin('r2')"))
        .isEqualTo(
            "`pin('r2')`, at 1: there is no test function `pin` (did you mean `ping`?; there are "
                + String.join(", ", Functions.names())
                + ")");
    assertThat(wrongCall("ping(nodes.r3.name)")).startsWith("`ping(nodes.r3.name)`, at 11: ");
    assertThat(wrongCall("ping('r2'")).startsWith("`ping('r2'`, at ");
    assertThat(wrongCall("ping('r2', size=3)"))
        .isEqualTo(
            "`ping('r2', size=3)`: ping has no argument `size`; it has host, src?, af?, count?,"
                + " pkt_len?, expect?");
    assertThat(wrongCall("ping('{{ lopback }}')")).contains("lopback");
  }

  @Test
  void blanksAroundATextDoNotMoveThePlaceOfAMistake() {
    for (String text : List.of("ping(x)", "  ping(x)\n")) {
      assertThat(wrongCall(text)).startsWith("`ping(x)`, at 6: ");
    }
  }

  private String wrong(String text) {
    return catchThrowableOfType(WrongText.class, () -> texts.expanded(text, R1)).sentence();
  }

  private String wrongCall(String text) {
    return catchThrowableOfType(WrongText.class, () -> texts.inquiry(text, R1)).sentence();
  }
}
