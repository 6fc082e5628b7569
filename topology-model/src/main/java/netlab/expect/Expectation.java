package netlab.expect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import netlab.diag.Span;
import netlab.lab.NodeId;

/**
 * One side of an adjacency that the model implies: what {@code node} must report about {@code
 * peer}. A session between two verifiable routers gives two expectations, one seen from each end.
 *
 * @param protocol the protocol as people say it: {@code bgp}, {@code ospf}
 * @param reader the kind of observation that answers it, a name of the device's {@code show}
 *     section: {@code bgp.sessions}, {@code ospf.neighbors}
 * @param key fields which pick the row of the observation: {@code {peer=10.1.0.2}}
 * @param expected fields the row must have, each with the values that are good: {@code
 *     {state=[Established], remote_as=[65001]}}
 * @param label what people call the adjacency: {@code 10.1.0.1 AS65000 <-> 10.1.0.2 AS65001}
 * @param cause the place in the lab file this follows from
 */
public record Expectation(
    String protocol,
    String reader,
    NodeId node,
    NodeId peer,
    SequencedMap<String, String> key,
    SequencedMap<String, List<String>> expected,
    String label,
    Span cause) {
  public Expectation {
    key = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(key));
    expected = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(expected));
  }
}
