package netlab.draft;

import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.net.Ip4;
import netlab.net.Prefix;
import netlab.schema.Value;

/** The router id of a protocol. */
public final class RouterIds {
  private RouterIds() {}

  /**
   * The first of: the protocol's own {@code router_id}, that of the node, the IPv4 address of the
   * loopback, and the address of the pool {@code router_id} with the node's number; the last one
   * becomes the node's.
   */
  public static Optional<Ip> of(
      Draft draft, NodeDraft node, String protocol, Diagnostics diagnostics) {
    Optional<Ip> written =
        written(node, protocol + ".router_id").or(() -> written(node, "router_id"));
    if (written.isPresent()) {
      return written;
    }
    Optional<InterfaceAddress> loopback = node.loopback().flatMap(l -> l.address(Family.IPV4));
    if (loopback.isPresent()) {
      return loopback.map(InterfaceAddress::address);
    }
    Optional<SubnetPool> pool = draft.pool("router_id").flatMap(p -> p.subnets(Family.IPV4));
    if (pool.isEmpty()) {
      diagnostics.error(
          Code.INVALID_POOL,
          node.span(),
          "node `"
              + node
              + "` has no IPv4 loopback address to make its "
              + protocol
              + " router id of, and the pool `router_id` has no IPv4 prefix");
      return Optional.empty();
    }
    Optional<Ip> made = pool.get().numbered(node.number()).map(Prefix::network);
    if (made.isEmpty()) {
      diagnostics.error(
          Code.POOL_EXHAUSTED,
          node.span(),
          "the pool `router_id` has no address number " + node.number() + " for `" + node + "`");
    }
    made.ifPresent(ip -> node.attributes().addMissing("router_id", Value.of(ip)));
    return made;
  }

  private static Optional<Ip> written(NodeDraft node, String path) {
    return node.attributes().at(path).flatMap(RouterIds::parse);
  }

  /** A router id or area written as an address or as a number. */
  public static Optional<Ip> parse(Value value) {
    if (!(value instanceof Value.Scalar scalar)) {
      return Optional.empty();
    }
    return scalar.data() instanceof Long n
        ? Optional.of(new Ip4((int) n.longValue()))
        : Ip4.tryParse(scalar.data().toString()).map(ip -> ip);
  }
}
