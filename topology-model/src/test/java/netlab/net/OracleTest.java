package netlab.net;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares our arithmetic with the ipaddress library over generated addresses. */
final class OracleTest {
  private static final int SEEDS = 40;
  private static final int ROUNDS = 50;

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void textsAreTheCanonicalOnes(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Ip ip = anyIp(random);
      assertThat(Ip.parse(ip.toString())).isEqualTo(ip);
      assertThat(ip).hasToString(canonical(ip));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everySpellingOfAnAddressIsRead(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Ip6 ip = anyIp6(random);
      IPv6Address oracle = (IPv6Address) oracle(ip);
      for (String text :
          List.of(
              oracle.toFullString(),
              oracle.toNormalizedString(),
              oracle.toMixedString(),
              oracle.toCompressedString().toUpperCase(java.util.Locale.ROOT))) {
        assertThat(Ip6.parse(text)).as(text).isEqualTo(ip);
      }
    }
  }

  /** Everything we accept means the same to the oracle; it may accept more than we do. */
  @ParameterizedTest
  @MethodSource("seeds")
  void damagedTextsAreRefusedOrMeanTheSame(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder text = new StringBuilder(anyIp(random).toString());
      for (int edits = random.nextInt(3); edits >= 0; edits--) {
        char c = "0123456789abcdef::..g/ ".charAt(random.nextInt(23));
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, c);
          case 1 -> text.insert(at, c);
          default -> text.deleteCharAt(at);
        }
        if (text.isEmpty()) {
          text.append(c);
        }
      }
      String damaged = text.toString();
      Ip.tryParse(damaged)
          .ifPresent(ip ->
              assertThat(new IPAddressString(damaged).getAddress())
                  .as(damaged)
                  .isEqualTo(oracle(ip)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void prefixesHaveTheSameBounds(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Prefix prefix = anyPrefix(random);
      IPAddress oracle = oracle(prefix);
      assertThat(oracle(prefix.network())).isEqualTo(oracle.getLower().withoutPrefixLength());
      assertThat(oracle(prefix.last())).isEqualTo(oracle.getUpper().withoutPrefixLength());
      assertThat(prefix.size())
          .isEqualTo(oracle.getCount().min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
      assertThat(Prefix.parse(prefix.toString())).isEqualTo(prefix);
      assertThat(prefix.netmask()).hasToString(canonical(oracle.getNetworkMask()));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void hostsAreCountedFromBothEnds(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Prefix prefix = anyPrefix(random);
      long n = anyBelow(random, prefix.size());
      BigInteger first = oracle(prefix).getLower().getValue();
      BigInteger last = oracle(prefix).getUpper().getValue();
      assertThat(number(prefix.host(n))).isEqualTo(first.add(BigInteger.valueOf(n)));
      assertThat(number(prefix.host(-1 - n))).isEqualTo(last.subtract(BigInteger.valueOf(n)));
      assertThat(prefix.contains(prefix.host(n))).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void subnetsLieSideBySide(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Prefix prefix = anyPrefix(random);
      int bits = prefix.family().bits();
      int length = prefix.length() + random.nextInt(bits - prefix.length() + 1);
      long n = anyBelow(random, prefix.subnets(length));
      Prefix subnet = prefix.subnet(n, length);
      assertThat(number(subnet.network()))
          .isEqualTo(number(prefix.network()).add(BigInteger.valueOf(n).shiftLeft(bits - length)));
      assertThat(prefix.contains(subnet)).isTrue();
      assertThat(oracle(prefix).contains(oracle(subnet))).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void containmentAndOrderAgree(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Prefix a = anyPrefix(random);
      // A random pair nearly never overlaps: take a relative in half of the rounds.
      Prefix b =
          random.nextBoolean()
              ? anyPrefix(random)
              : new Prefix(
                  a.host(anyBelow(random, a.size())), random.nextInt(a.family().bits() + 1));
      assertThat(a.contains(b)).isEqualTo(oracle(a).contains(oracle(b)));
      assertThat(a.overlaps(b))
          .isEqualTo(oracle(a).contains(oracle(b)) || oracle(b).contains(oracle(a)));
      assertThat(Integer.signum(a.network().compareTo(b.network())))
          .isEqualTo(
              a.family() == b.family()
                  ? number(a.network()).compareTo(number(b.network()))
                  : a.family().compareTo(b.family()));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void specialRangesAgree(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      Ip ip = anyIp(random);
      IPAddress oracle = oracle(ip);
      assertThat(ip.isMulticast()).as(ip.toString()).isEqualTo(oracle.isMulticast());
      assertThat(ip.isLoopback()).as(ip.toString()).isEqualTo(oracle.isLoopback());
      assertThat(ip.isUnspecified()).as(ip.toString()).isEqualTo(oracle.isZero());
      // The oracle also calls link-local multicast groups link-local.
      assertThat(ip.isLinkLocal())
          .as(ip.toString())
          .isEqualTo(oracle.isLinkLocal() && !oracle.isMulticast());
    }
  }

  private static Ip anyIp(Random random) {
    return random.nextBoolean() ? anyIp4(random) : anyIp6(random);
  }

  private static Ip4 anyIp4(Random random) {
    int[] starts = {0, 10 << 24, 127 << 24, 0xa9fe_0000, 0xe000_0000, -1, random.nextInt()};
    return new Ip4(
        starts[random.nextInt(starts.length)] ^ (random.nextInt() >>> random.nextInt(32)));
  }

  /** Whole groups are zero often, so that every way of shortening occurs. */
  private static Ip6 anyIp6(Random random) {
    long[] halves = {0, 0};
    for (int group = 0; group < 8; group++) {
      long value =
          switch (random.nextInt(5)) {
            case 0 -> 0xffff >>> random.nextInt(16);
            case 1 -> random.nextInt(0x1_0000);
            case 2 -> group == 0 ? 0xfe80 : 0x1;
            default -> 0;
          };
      halves[group / 4] = halves[group / 4] << 16 | value;
    }
    return new Ip6(halves[0], halves[1]);
  }

  private static Prefix anyPrefix(Random random) {
    Ip ip = anyIp(random);
    return new Prefix(ip, random.nextInt(ip.family().bits() + 1));
  }

  private static long anyBelow(Random random, long bound) {
    return switch (random.nextInt(3)) {
      case 0 -> 0;
      case 1 -> bound - 1;
      default -> random.nextLong(bound);
    };
  }

  private static IPAddress oracle(Ip ip) {
    return switch (ip) {
      case Ip4 v4 -> new IPv4Address(v4.value());
      case Ip6 v6 -> {
        byte[] bytes =
            java.nio.ByteBuffer.allocate(16).putLong(v6.high()).putLong(v6.low()).array();
        yield new IPv6Address(bytes);
      }
    };
  }

  private static IPAddress oracle(Prefix prefix) {
    return oracle(prefix.network()).toPrefixBlock(prefix.length());
  }

  private static BigInteger number(Ip ip) {
    return oracle(ip).getValue();
  }

  private static String canonical(Ip ip) {
    return canonical(oracle(ip));
  }

  private static String canonical(IPAddress oracle) {
    boolean mapped = oracle instanceof IPv6Address v6 && v6.isIPv4Mapped();
    return mapped
        ? "::ffff:" + ((IPv6Address) oracle).getEmbeddedIPv4Address()
        : oracle.withoutPrefixLength().toCanonicalString();
  }
}
