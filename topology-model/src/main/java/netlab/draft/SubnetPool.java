package netlab.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private final Set<Prefix> kept = new LinkedHashSet<>();
  private final Set<Prefix> given = new HashSet<>();
  private final List<Long> numbered = new ArrayList<>();
  private long next;
  private long fresh;

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
    this.fresh = first;
  }

  public Prefix pool() {
    return pool;
  }

  /** Keeps a prefix out of what the pool hands out. */
  public void reserve(Prefix prefix) {
    if (pool.overlaps(prefix)) {
      reserved.add(prefix);
    }
  }

  /** Keeps a subnet for the one that had it before, as long as there are others. */
  void keep(Prefix subnet) {
    if (subnet.length() == length && pool.contains(subnet)) {
      kept.add(subnet);
    }
  }

  /**
   * A subnet that was handed out.
   *
   * @param fresh whether a new lab had got the same one
   */
  record Handout(Prefix subnet, boolean fresh) {}

  /**
   * The subnet its user had before when that still is to be had, else the next free one; empty when
   * the pool is used up.
   */
  Optional<Handout> next(Optional<Prefix> before) {
    Optional<Prefix> usual = Optional.empty();
    while (usual.isEmpty() && fresh < pool.subnets(length)) {
      usual = Optional.of(pool.subnet(fresh++, length)).filter(s -> !isReserved(s));
    }
    Optional<Prefix> chosen =
        before
            .filter(s -> kept.contains(s) && !given.contains(s) && !isReserved(s))
            .or(this::unused)
            .or(() -> kept.stream().filter(s -> !given.contains(s) && !isReserved(s)).findFirst());
    chosen.ifPresent(given::add);
    boolean same = chosen.equals(usual);
    return chosen.map(subnet -> new Handout(subnet, same));
  }

  /** The next free subnet, whoever had it before; empty when the pool is used up. */
  public Optional<Prefix> next() {
    return next(Optional.empty()).map(Handout::subnet);
  }

  private Optional<Prefix> unused() {
    while (next < pool.subnets(length)) {
      Prefix candidate = pool.subnet(next++, length);
      if (!isReserved(candidate) && !kept.contains(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /**
   * The subnet with a number, 1 is the first; empty when there is none. Numbers count the subnets
   * that were not handed out without one before.
   */
  public Optional<Prefix> numbered(int number) {
    if (number < 1 || number > pool.subnets(length)) {
      return Optional.empty();
    }
    while (numbered.size() < number) {
      numbered.add(fresh++);
    }
    next = Math.max(next, fresh);
    long index = numbered.get(number - 1);
    return index < pool.subnets(length)
        ? Optional.of(pool.subnet(index, length))
        : Optional.empty();
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
