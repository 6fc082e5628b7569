package netlab.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.net.Family;
import netlab.net.Prefix;

/**
 * Hands out the subnets of one prefix, one after the other or by number. Both count on the same
 * row: a subnet by number moves the row behind it.
 */
public final class SubnetPool {
  private static final int POINT_TO_POINT_V6 = 127;

  private final Prefix pool;
  private final int length;
  private final long first;
  private final List<Prefix> reserved = new ArrayList<>();
  private long next;

  /**
   * @param skipsFirst whether the first subnet is never handed out; it is not either when subnets
   *     are single IPv4 addresses or IPv6 pairs, where it would be the network address of the pool
   */
  public SubnetPool(Prefix pool, int length, boolean skipsFirst) {
    boolean single =
        pool.family() == Family.IPV4 ? length == Family.IPV4.bits() : length >= POINT_TO_POINT_V6;
    this.pool = pool;
    this.length = length;
    this.first = skipsFirst || single ? 1 : 0;
    this.next = first;
  }

  public Prefix pool() {
    return pool;
  }

  /** Keeps a prefix out of what {@link #next()} hands out. */
  public void reserve(Prefix prefix) {
    if (pool.overlaps(prefix)) {
      reserved.add(prefix);
    }
  }

  /** The next free subnet; empty when the pool is used up. */
  public Optional<Prefix> next() {
    while (next < pool.subnets(length)) {
      Prefix candidate = pool.subnet(next++, length);
      if (!isReserved(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The subnet with a number, 1 is the first; empty when there is none. */
  public Optional<Prefix> numbered(int number) {
    long index = first + number - 1;
    if (number < 1 || index >= pool.subnets(length)) {
      return Optional.empty();
    }
    next = Math.max(next, index + 1);
    return Optional.of(pool.subnet(index, length));
  }

  private boolean isReserved(Prefix candidate) {
    for (Prefix prefix : reserved) {
      if (prefix.overlaps(candidate)) {
        return true;
      }
    }
    return false;
  }
}
