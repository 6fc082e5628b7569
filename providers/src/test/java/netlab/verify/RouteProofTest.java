package netlab.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import netlab.exec.Deadline;
import netlab.expect.Observation;
import netlab.expect.Reach;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import org.junit.jupiter.api.Test;

/** Routes that follow from adjacencies, and tables that have them, later or never. */
final class RouteProofTest {
  private static final String IPV4 = "routes.ipv4";
  private static final String IPV6 = "routes.ipv6";

  private final ScriptedNodes nodes = new ScriptedNodes();

  @Test
  void eachNodeNeedsTheAddressesOfTheOthersAndIsAskedUntilItHasThem() throws Exception {
    nodes.script("r1", IPV4, table("10.0.0.2/32"), table("10.0.0.2/32", "10.0.0.3/32"));
    nodes.script("r2", IPV4, table("10.0.0.1/32", "10.0.0.3/32", "0.0.0.0/0"));
    Routes routes = proof(reach(Family.IPV4, "10.0.0.1/32", "10.0.0.2/32", "10.0.0.3/32"), 5);
    assertThat(routes).isEqualTo(new Routes(4, List.of()));
    assertThat(nodes.exchanges("r1")).isEqualTo(2);
    assertThat(nodes.exchanges("r2")).isEqualTo(1);
  }

  @Test
  void theNetworkOfALoopbackIsAsGoodAsItsAddress() throws Exception {
    nodes.script("r1", IPV6, table("2001:db8:2::/64"));
    nodes.script("r2", IPV6, table("2001:db8:1::1/128"));
    Routes routes = proof(reach(Family.IPV6, "2001:db8:1::1/64", "2001:db8:2::1/64"), 0);
    assertThat(routes).isEqualTo(new Routes(2, List.of()));
  }

  @Test
  void aDefaultRouteIsNone() throws Exception {
    nodes.script("r1", IPV4, table("0.0.0.0/0", "10.0.0.0/8"));
    nodes.script("r2", IPV4, new Reading.Unreachable("gone"));
    Routes routes = proof(reach(Family.IPV4, "10.0.0.1/32", "10.0.0.2/32"), 0);
    assertThat(routes.expected()).isEqualTo(2);
    assertThat(routes.missing())
        .extracting(c -> c.expectation().label() + ": " + c.reason().orElse(""))
        .containsExactly(
            "r1 has a route to 10.0.0.2/32 of r2: the neighbors are up, but ospf brings no such"
                + " route",
            "r2 has a route to 10.0.0.1/32 of r1: gone");
  }

  @Test
  void tablesThatNobodyCanReadAreNotExpectedToHaveAnything() throws Exception {
    nodes.script("r1", IPV4, table("10.0.0.2/32"));
    nodes.script("r2", IPV4, new Reading.Unsupported("no reader"));
    Routes routes = proof(reach(Family.IPV4, "10.0.0.1/32", "10.0.0.2/32"), 0);
    assertThat(routes).isEqualTo(new Routes(1, List.of()));
  }

  private Routes proof(Reach reach, int seconds) throws InterruptedException {
    // the same route for two reasons is one route
    return new RouteProof(nodes, List.of(reach, reach))
        .await(Deadline.after(Duration.ofSeconds(seconds)));
  }

  /** Routes from r1 and r2 to the loopbacks of r1, r2, ... */
  private static Reach reach(Family family, String... loopbacks) {
    SequencedMap<NodeId, InterfaceAddress> to = new LinkedHashMap<>();
    for (String loopback : loopbacks) {
      to.put(new NodeId("r" + (to.size() + 1)), InterfaceAddress.parse(loopback));
    }
    return new Reach("ospf", family, List.of(new NodeId("r1"), new NodeId("r2")), to);
  }

  private static Reading table(String... prefixes) {
    return new Reading.Rows(
        Stream.of(prefixes)
            .map(p -> new Observation(ScriptedNodes.fields("prefix=" + p)))
            .toList());
  }
}
