package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.net.Asn;
import netlab.net.Family;
import netlab.net.Ip;
import netlab.protocol.igp.RouteImports;
import netlab.schema.Value;

/**
 * BGP on a node.
 *
 * @param ipv4 true when some session has an IPv4 address or family
 * @param ipv6 true when some session has an IPv6 address or family
 * @param advertise networks the node advertises; empty when there is none
 * @param originate networks the node advertises without having them, on devices that can do so
 * @param community kinds of communities sent, by type of session
 * @param import_ protocols whose routes are announced
 * @param extra settings this package does not read
 */
public record BgpNode(
    Asn as,
    Optional<Ip> routerId,
    Optional<Boolean> ipv4,
    Optional<Boolean> ipv6,
    Optional<Boolean> rr,
    Optional<Ip> rrClusterId,
    Optional<List<PrefixPair>> advertise,
    Optional<List<String>> originate,
    SequencedMap<String, List<String>> community,
    List<BgpNeighbor> neighbors,
    Optional<RouteImports> import_,
    Value.Fields extra) {
  public BgpNode {
    advertise = advertise.map(List::copyOf);
    community = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(community));
    neighbors = List.copyOf(neighbors);
  }

  /** The same with other sessions. */
  public BgpNode with(List<BgpNeighbor> sessions) {
    return with(sessions, community, extra);
  }

  /** The same with a further setting. */
  public BgpNode with(String key, Value value) {
    return with(neighbors, community, extra.with(key, value));
  }

  /** The same with other networks. */
  public BgpNode advertising(List<PrefixPair> networks) {
    return new BgpNode(
        as,
        routerId,
        ipv4,
        ipv6,
        rr,
        rrClusterId,
        Optional.of(networks).filter(n -> !n.isEmpty()),
        originate,
        community,
        neighbors,
        import_,
        extra);
  }

  /** The same with one more kind of communities sent over sessions of a type. */
  BgpNode sending(String type, String kind) {
    var kinds = new ArrayList<>(community.getOrDefault(type, List.of()));
    if (kinds.contains(kind)) {
      return this;
    }
    kinds.add(kind);
    var sent = new LinkedHashMap<>(community);
    sent.put(type, List.copyOf(kinds));
    return with(neighbors, sent, extra);
  }

  private BgpNode with(
      List<BgpNeighbor> sessions, SequencedMap<String, List<String>> sent, Value.Fields settings) {
    return new BgpNode(
        as,
        routerId,
        used(ipv4, sessions, Family.IPV4),
        used(ipv6, sessions, Family.IPV6),
        rr,
        rrClusterId,
        advertise,
        originate,
        sent,
        sessions,
        import_,
        settings);
  }

  private static Optional<Boolean> used(
      Optional<Boolean> before, List<BgpNeighbor> sessions, Family family) {
    boolean used = sessions.stream().anyMatch(s -> s.ip(family).isPresent());
    return used ? Optional.of(true) : before;
  }
}
