package netlab.protocol.srv6;

import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.draft.SubnetPool;
import netlab.net.Family;
import netlab.net.Ip6;
import netlab.net.Prefix;
import netlab.schema.Value;

/**
 * Gives out locators. All have 48 bits, 32 for the block and 16 for the router: the F3216 format of
 * compressed segments (RFC 9800, section 4.1).
 */
final class Locators {
  private static final int LENGTH = 48;
  private static final int BLOCK = 32;
  private static final int NODE_BITS = LENGTH - BLOCK;

  private final Optional<SubnetPool> pool;
  private final Diagnostics diagnostics;

  Locators(Draft draft, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.pool =
        draft
            .pool("srv6_locator")
            .flatMap(own -> own.prefix(Family.IPV6))
            .or(() -> setting(draft))
            .map(prefix -> new SubnetPool(prefix, LENGTH, true));
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("srv6")) {
        pool.ifPresent(p -> written(node).ifPresent(p::reserve));
      }
    }
  }

  private static Optional<Prefix> setting(Draft draft) {
    return draft
        .globals()
        .textAt("srv6.locator_pool")
        .or(() -> draft.defaults().textAt("srv6.locator_pool"))
        .flatMap(Prefix::tryParse);
  }

  private static Optional<Prefix> written(NodeDraft node) {
    return node.attributes().textAt("srv6.locator").flatMap(Prefix::tryParse);
  }

  /** The locator of a node: its own, or the next one. */
  Optional<Prefix> of(NodeDraft node) {
    Optional<Prefix> own = written(node);
    if (own.isPresent()) {
      if (own.get().length() != LENGTH) {
        diagnostics.error(
            Code.SRV6_LOCATOR,
            node.attributes().at("srv6.locator").map(Value::span).orElse(node.span()),
            "the SRv6 locator "
                + own.get()
                + " of `"
                + node
                + "` has "
                + own.get().length()
                + " bits, it needs "
                + LENGTH,
            "write a prefix of length " + LENGTH + ", or none: then it comes from the pool");
        return Optional.empty();
      }
      return own;
    }
    Optional<Prefix> next = pool.flatMap(SubnetPool::next);
    if (next.isEmpty()) {
      diagnostics.error(
          Code.POOL_EXHAUSTED,
          node.span(),
          "there is no SRv6 locator left for `" + node + "`",
          "make `srv6.locator_pool` larger");
    }
    return next;
  }

  /** The part of a locator that all routers of a block share. */
  static Prefix block(Prefix locator) {
    return locator.network() instanceof Ip6 ip ? new Prefix(ip.first(BLOCK), BLOCK) : locator;
  }

  /** The part of a locator that is the router's own. */
  static long number(Prefix locator) {
    return locator.network() instanceof Ip6 ip
        ? (ip.high() >>> (Long.SIZE - LENGTH)) & ((1L << NODE_BITS) - 1)
        : 0;
  }
}
