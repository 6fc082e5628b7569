package netlab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import netlab.expect.Expectation;
import netlab.lab.NodeId;
import org.junit.jupiter.api.Test;

final class EndsTest {
  @Test
  void joinsTheEndsOfOneAdjacency() {
    Expectation a = labelled("r1", "r2", "10.1.0.1 <-> 10.1.0.2");
    Expectation other = labelled("r1", "r3", "10.2.0.1 <-> 10.2.0.3");
    Expectation b = labelled("r2", "r1", "10.1.0.2 <-> 10.1.0.1");
    assertThat(fold(a, other, b))
        .containsExactly(new Ends<>(a, Optional.of(b)), new Ends<>(other, Optional.empty()));
  }

  @Test
  void keepsParallelAdjacenciesApart() {
    Expectation a4 = labelled("r1", "r2", "10.1.0.1 <-> 10.1.0.2");
    Expectation a6 = labelled("r1", "r2", "fd00::1 <-> fd00::2");
    Expectation b6 = labelled("r2", "r1", "fd00::1 <-> fd00::2");
    Expectation b4 = labelled("r2", "r1", "10.1.0.1 <-> 10.1.0.2");
    assertThat(fold(a4, a6, b6, b4))
        .containsExactly(new Ends<>(a4, Optional.of(b4)), new Ends<>(a6, Optional.of(b6)));
  }

  @Test
  void labelsThatDifferDoNotKeepTheOnlyTwoEndsApart() {
    Expectation a4 = labelled("r1", "r2", "r1 <-> 10.1.0.2");
    Expectation a6 = labelled("r1", "r2", "r1 <-> fd00::2");
    Expectation b4 = labelled("r2", "r1", "r2 <-> 10.1.0.1");
    Expectation b6 = labelled("r2", "r1", "r2 <-> fd00::1");
    assertThat(fold(a4, a6, b4, b6))
        .containsExactly(new Ends<>(a4, Optional.of(b4)), new Ends<>(a6, Optional.of(b6)));
  }

  @Test
  void twinsWithoutALabelOfTheirOwnMeetInOrder() {
    Expectation a = labelled("r1", "r2", "area 0");
    Expectation b = labelled("r2", "r1", "area 0");
    assertThat(fold(a, a, b, b))
        .containsExactly(new Ends<>(a, Optional.of(b)), new Ends<>(a, Optional.of(b)));
    assertThat(fold(a, a)).hasSize(2).allMatch(ends -> ends.other().isEmpty());
  }

  private static List<Ends<Expectation>> fold(Expectation... all) {
    return Ends.fold(List.of(all), Function.identity());
  }

  private static Expectation labelled(String node, String peer, String label) {
    Expectation e = VerifierTest.expectation("ospf", node, peer, "n=1", "state=Full");
    return new Expectation(
        "ospf",
        "ospf",
        new NodeId(node),
        new NodeId(peer),
        e.key(),
        e.expected(),
        label,
        e.cause());
  }
}
