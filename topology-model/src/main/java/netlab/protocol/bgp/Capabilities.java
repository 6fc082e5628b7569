package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.lab.VrfId;
import netlab.net.Family;

/**
 * What the two ends of a session must have agreed on (RFC 5492): the families of routes they carry,
 * next hops of another family (RFC 8950), graceful restart (RFC 4724); and whether BFD guards it.
 * Only what both ends are configured for is expected.
 */
final class Capabilities {
  static final String NEGOTIATED = "negotiated";
  private static final SequencedMap<Object, Object> NOTHING =
      Collections.unmodifiableSequencedMap(new LinkedHashMap<>());

  private final Lab lab;
  private final Map<NodeId, Map<NodeId, List<BgpNeighbor>>> sessions = new HashMap<>();

  Capabilities(Lab lab) {
    this.lab = lab;
    lab.columns()
        .getOrDefault(Bgp.NODE, NOTHING)
        .keySet()
        .forEach(id -> add((NodeId) id, lab.find(Bgp.NODE, (NodeId) id).orElseThrow().neighbors()));
    lab.columns()
        .getOrDefault(Bgp.VRF, NOTHING)
        .keySet()
        .forEach(id -> {
          var vrf = (VrfId) id;
          add(vrf.node(), lab.find(Bgp.VRF, vrf).orElseThrow().neighbors());
        });
  }

  private void add(NodeId node, List<BgpNeighbor> neighbors) {
    Map<NodeId, List<BgpNeighbor>> byPeer = sessions.computeIfAbsent(node, n -> new HashMap<>());
    neighbors.forEach(n -> byPeer.computeIfAbsent(n.name(), peer -> new ArrayList<>()).add(n));
  }

  /**
   * The fields that a node must tell of a session.
   *
   * @param transport the family of its addresses; empty when it runs between link-local ones
   */
  SequencedMap<String, List<String>> of(
      NodeId node, BgpNeighbor neighbor, Optional<Family> transport) {
    Set<String> common = new TreeSet<>(configured(node, neighbor, transport));
    List<BgpNeighbor> others =
        sessions.getOrDefault(neighbor.name(), Map.of()).getOrDefault(node, List.of()).stream()
            .filter(other -> runsOver(other, transport))
            .toList();
    others.forEach(other -> common.retainAll(configured(neighbor.name(), other, transport)));
    var fields = new LinkedHashMap<String, List<String>>();
    if (!others.isEmpty()) {
      common.forEach(field -> fields.put(field, List.of(field.equals("bfd") ? "Up" : NEGOTIATED)));
    }
    return fields;
  }

  /**
   * True when the two ends of an external session exchange routes of a family, and nothing but
   * these settings is said of it.
   */
  boolean plainlyExchange(NodeId node, BgpNeighbor neighbor, Family family, Set<String> settings) {
    Stream<BgpNeighbor> both =
        Stream.concat(
            Stream.of(neighbor),
            sessions
                .getOrDefault(neighbor.name(), Map.of())
                .getOrDefault(node, List.of())
                .stream());
    return both.allMatch(end ->
        end.type().equals("ebgp")
            && end.localAs().isEmpty()
            && settings.containsAll(end.extra().fields().keySet()))
        && Stream.of(Optional.<Family>empty(), Optional.of(Family.IPV4), Optional.of(Family.IPV6))
            .filter(transport -> runsOver(neighbor, transport))
            .anyMatch(transport -> of(node, neighbor, transport).containsKey(family.text()));
  }

  private static boolean runsOver(BgpNeighbor neighbor, Optional<Family> transport) {
    return transport
        .map(family -> hasAddress(neighbor, family))
        .orElse(neighbor.localIf().isPresent());
  }

  private static boolean hasAddress(BgpNeighbor neighbor, Family family) {
    return neighbor.ip(family).filter(ip -> !Boolean.TRUE.equals(ip)).isPresent();
  }

  /** What one end is configured for. */
  private Set<String> configured(NodeId node, BgpNeighbor n, Optional<Family> transport) {
    Set<String> fields = new TreeSet<>();
    boolean overIpv4 = transport.equals(Optional.of(Family.IPV4));
    boolean overIpv6 = transport.equals(Optional.of(Family.IPV6));
    boolean borrowed =
        active(n, Family.IPV4)
            && n.ipv4Rfc8950().orElse(false)
            && (overIpv6 ? n.localIf().isEmpty() : transport.isEmpty());
    if (borrowed) {
      fields.add("extended_next_hop");
    }
    if (borrowed || (overIpv4 && active(n, Family.IPV4))) {
      fields.add("ipv4");
    }
    boolean own = overIpv6 || (transport.isEmpty() && !hasAddress(n, Family.IPV6));
    if (own && active(n, Family.IPV6)) {
      fields.add("ipv6");
    }
    Optional<String> evpn = n.extra().textAt("evpn");
    boolean carriesEvpn =
        n.localIf().isPresent() ? transport.isEmpty() : evpn.equals(transport.map(Family::text));
    if (evpn.isPresent() && carriesEvpn) {
      fields.add("evpn");
    }
    if (overIpv4) {
      Stream.of("vpnv4", "vpnv6").filter(f -> n.extra().at(f).isPresent()).forEach(fields::add);
    }
    if (n.extra().boolAt("bfd").orElse(false)) {
      fields.add("bfd");
    }
    if (restarts(node, n)) {
      fields.add("graceful_restart");
    }
    return fields;
  }

  private static boolean active(BgpNeighbor neighbor, Family family) {
    return Objects.equals(neighbor.activate().get(family), true);
  }

  /** What is said of the session wins over what is said of the node. */
  private boolean restarts(NodeId node, BgpNeighbor neighbor) {
    return neighbor
        .extra()
        .textAt("gr")
        .or(() -> lab.find(Bgp.NODE, node).flatMap(bgp -> bgp.extra().textAt("gr.state")))
        .filter("enable"::equals)
        .isPresent();
  }
}
