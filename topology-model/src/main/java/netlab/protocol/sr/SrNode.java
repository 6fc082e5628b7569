package netlab.protocol.sr;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.net.Family;
import netlab.protocol.igp.FamilyFlags;
import netlab.schema.Value;

/**
 * Segment routing on a router.
 *
 * @param af families with segments
 * @param protocol which announce segments: {@code isis}, {@code ospfv2}
 * @param nodeSid index of the router's own segment, by family
 * @param srgb labels that mean the same to all routers, and those given out as needed
 * @param extra settings this package does not read
 */
public record SrNode(
    FamilyFlags af,
    List<String> protocol,
    Optional<SequencedMap<Family, Long>> nodeSid,
    Optional<Value.Fields> srgb,
    Value.Fields extra) {
  public SrNode {
    protocol = List.copyOf(protocol);
    nodeSid = nodeSid.map(sids -> Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sids)));
  }
}
