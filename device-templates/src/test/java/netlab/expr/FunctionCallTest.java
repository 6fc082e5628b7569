package netlab.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionCallTest {
  private static final Map<String, Object> LAB =
      Map.of(
          "nodes",
          Map.of("x2", Map.of("loopback", Map.of("ipv4", "10.0.0.2/32"))),
          "node",
          Map.of("interfaces", List.of(Map.of("ifname", "eth1"))));

  private static FunctionCall call(String text) {
    return ((Outcome.Good<FunctionCall>) FunctionCall.parse(text)).value();
  }

  @Test
  void hasANameAndArguments() {
    var call =
        call(
            " bgp_prefix(\n  nodes.x2.loopback.ipv4, as_elements=[ 65201, 65202 ],\n state='missing')\n");
    assertThat(call.name()).isEqualTo("bgp_prefix");
    assertThat(call.evaluate(LAB))
        .isEqualTo(
            new Outcome.Good<>(
                new Args(
                    List.of("10.0.0.2/32"),
                    Map.of("as_elements", List.of(65201L, 65202L), "state", "missing"))));
  }

  @Test
  void argumentsChooseAmongWhatTheLabHas() {
    var call =
        call(
            "f(node.interfaces[0].ifname, nh=nodes.x2.loopback.ipv4 if 'loopback' in nodes.x2 else None)");
    assertThat(call.evaluate(LAB))
        .isEqualTo(new Outcome.Good<>(new Args(List.of("eth1"), Map.of("nh", "10.0.0.2/32"))));
  }

  @Test
  void missingNodesAreNamed() {
    assertThat(call("ospf_neighbor(nodes.x3.ospf.router_id)").evaluate(LAB))
        .isEqualTo(new Outcome.Mistake<>(19, "there is no `nodes.x3`", "there is: x2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          bgp_prefix            ; 0  ; this is no call of a function
          a.b(1)                ; 0  ; this is no call of a function
          f(1) == 2             ; 0  ; this is no call of a function
          f(1)(2)               ; 0  ; this is no call of a function
          f(1                   ; 3  ; `,` is missing before the end
          f(1) g(2)             ; 5  ; an operator is missing before `g`
          """)
  void everythingElseIsNoCall(String text, int at, String message) {
    assertThat(FunctionCall.parse(text))
        .isInstanceOfSatisfying(
            Outcome.Mistake.class,
            m -> {
              assertThat(m.at()).isEqualTo(at);
              assertThat(m.message()).isEqualTo(message);
            });
  }
}
