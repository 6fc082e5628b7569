package netlab.lab;

import java.util.List;
import java.util.Optional;
import netlab.diag.Span;
import netlab.schema.Value;

/**
 * A wire or a shared network.
 *
 * @param index the link's number in the model, from 1
 * @param name what messages call it: {@code links[3]}
 * @param type {@code p2p}, {@code lan}, {@code stub}, {@code loopback}, {@code vlan_member}, ...
 * @param ends the interfaces on it, in the order of the file
 * @param hosts how many of the ends are on hosts
 * @param bridge name of the bridge that joins the ends of a multi-access link
 * @param attributes prefix, and what the lab file says beyond the protocols' columns
 */
public record Link(
    int index,
    String name,
    String type,
    List<LinkEnd> ends,
    int hosts,
    Optional<String> bridge,
    Optional<String> role,
    Value.Fields attributes,
    Span span) {
  public Link {
    ends = List.copyOf(ends);
  }
}
