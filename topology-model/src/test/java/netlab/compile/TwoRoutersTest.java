package netlab.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import netlab.diag.Diagnostics;
import netlab.expect.Expectation;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.lab.Numbering;
import netlab.schema.Value;
import netlab.view.Json;
import netlab.view.PublicModel;
import org.junit.jupiter.api.Test;

/** Two routers of two autonomous systems: the smallest lab with something to prove. */
final class TwoRoutersTest {
  private static Lab lab() {
    var diagnostics = new Diagnostics();
    var intent =
        new Intents()
            .router("r1", List.of("bgp"), bgp(65000))
            .router("r2", List.of("bgp"), bgp(65001))
            .link(Value.Fields.NONE, "r1", "r2")
            .done("bgp");
    var lab = Compiler.compile(intent, Numbering.NONE, diagnostics);
    assertThat(diagnostics.sorted()).isEmpty();
    return lab.orElseThrow().lab();
  }

  private static Value.Fields bgp(int as) {
    return Intents.map(
        "bgp", Intents.map("as", as, "advertise_loopback", true, "next_hop_self", true));
  }

  @Test
  void theirModelHasAddressesAndASession() {
    Map<String, Object> tree = PublicModel.of(lab());
    assertThat(Json.text(tree))
        .contains("\"ipv4\": \"10.1.0.1/30\"")
        .contains("\"role\": \"external\"")
        .contains("\"router_id\": \"10.0.0.1\"")
        .contains("\"name\": \"r1 -> r2\"");
  }

  @Test
  void eachSideExpectsTheSession() {
    List<Expectation> expectations = Modules.expectations(lab());
    assertThat(expectations).hasSize(2);
    Expectation first = expectations.getFirst();
    assertThat(first.node()).isEqualTo(new NodeId("r1"));
    assertThat(first.key()).containsEntry("peer", "10.1.0.2");
    assertThat(first.expected()).containsEntry("remote_as", List.of("65001"));
  }
}
