package netlab.protocol.bgp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.lab.NodeId;
import netlab.net.Asn;
import netlab.net.Family;
import netlab.schema.Value;

/**
 * One side of a session.
 *
 * @param name the other node
 * @param as its AS number as this node must see it
 * @param type {@code ibgp}, {@code ebgp}, {@code localas_ibgp} or {@code confed_ebgp}
 * @param ifindex the interface the session of neighbors on one link uses
 * @param localIf that interface when the session runs between link-local addresses
 * @param ipv4 address of the other end; {@code true} when it has none of its own (RFC 8950)
 * @param ipv6 address of the other end; {@code true} for its link-local address
 * @param ipv4Rfc8950 IPv4 routes get IPv6 next hops (RFC 8950)
 * @param activate for each family of the session whether its routes are exchanged
 * @param localAs the AS number this side shows instead of its own
 * @param nextHopSelf {@code ebgp}: for routes from outside; {@code all}: for every route
 * @param rr the other end is a route reflector
 * @param rrClient the other end is a client of this route reflector
 * @param extra settings of the other end's interface, and {@code _source_intf}
 */
public record BgpNeighbor(
    NodeId name,
    Asn as,
    String type,
    Optional<Integer> ifindex,
    Optional<String> localIf,
    Optional<Object> ipv4,
    Optional<Object> ipv6,
    Optional<Boolean> ipv4Rfc8950,
    SequencedMap<Family, Boolean> activate,
    Optional<Asn> localAs,
    Optional<Boolean> replaceGlobalAs,
    Optional<String> nextHopSelf,
    Optional<Boolean> rr,
    Optional<Boolean> rrClient,
    Value.Fields extra) {
  public BgpNeighbor {
    activate = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(activate));
  }

  /** How the other end is addressed in a family: an address, or {@code true} without one. */
  public Optional<Object> ip(Family family) {
    return family == Family.IPV4 ? ipv4 : ipv6;
  }

  /** The same with a further setting. */
  public BgpNeighbor with(String key, Value value) {
    return with(ipv4, ipv6, extra.with(key, value));
  }

  /** The same without some settings. */
  public BgpNeighbor without(String... keys) {
    return with(ipv4, ipv6, extra.without(keys));
  }

  /** The same without session over a family; its routes may still be exchanged. */
  public BgpNeighbor withoutSession(Family family) {
    return family == Family.IPV4
        ? with(Optional.empty(), ipv6, extra)
        : with(ipv4, Optional.empty(), extra);
  }

  private BgpNeighbor with(
      Optional<Object> newIpv4, Optional<Object> newIpv6, Value.Fields newExtra) {
    return new BgpNeighbor(
        name,
        as,
        type,
        ifindex,
        localIf,
        newIpv4,
        newIpv6,
        ipv4Rfc8950,
        activate,
        localAs,
        replaceGlobalAs,
        nextHopSelf,
        rr,
        rrClient,
        newExtra);
  }
}
