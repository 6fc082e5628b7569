package netlab.provider.netns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The part of an integrated {@code frr.conf} that one daemon is to read with {@code -f}.
 *
 * <p>The whole file must not be given to a daemon: an {@code exit} that ends a block of another
 * daemon takes it out of configuration mode, and it ignores the rest of the file (seen with FRR
 * 8.4.4). So blocks of other daemons are left out; they become {@code !}, so that line numbers in
 * the daemon's messages are those of {@code frr.conf}. In place of each other {@code exit} stands
 * {@link #LEAVE}.
 *
 * <p>Nor must a daemon for IPv6 be given the lines of its sister: words can be cut short, so {@code
 * ip ospf area 0} starts OSPFv3 in {@code ospf6d}, which knows no other such command.
 */
final class DaemonConfig {
  private static final String LEFT_OUT = "!";

  /**
   * A command that only configuration mode itself knows, that every daemon knows there, and that
   * changes nothing. A file's command that is unknown in a block is tried in the blocks around it,
   * so this one leaves all blocks, if the daemon is in one. Without it, {@code interface} after
   * {@code router ospf6} would be an incomplete command of that block.
   */
  private static final String LEAVE = "no service password-encryption";

  /**
   * Blocks that only some daemons know, by their first words. All other lines go to every daemon.
   */
  private static final SequencedMap<String, Set<String>> OWNERS = owners();

  /** Lines of IPv4 that the daemon for IPv6 would take for its own, by that daemon. */
  private static final Map<String, String> SISTERS =
      Map.of("ospf6d", "ip ospf ", "ripngd", "ip rip ", "pim6d", "ip pim ");

  /** Lines for {@code vtysh} alone. */
  private static final List<String> VTYSH =
      List.of("service integrated-vtysh-config", "no service integrated-vtysh-config", "username ");

  private DaemonConfig() {}

  private static SequencedMap<String, Set<String>> owners() {
    SequencedMap<String, Set<String>> owners = new LinkedHashMap<>();
    owners.put("router bgp", Set.of("bgpd"));
    owners.put("router ospf", Set.of("ospfd"));
    owners.put("router ospf6", Set.of("ospf6d"));
    owners.put("router isis", Set.of("isisd"));
    owners.put("router openfabric", Set.of("fabricd"));
    owners.put("router rip", Set.of("ripd"));
    owners.put("router ripng", Set.of("ripngd"));
    owners.put("router eigrp", Set.of("eigrpd"));
    owners.put("router babel", Set.of("babeld"));
    owners.put("router pim", Set.of("pimd"));
    owners.put("router pim6", Set.of("pim6d"));
    owners.put("mpls ldp", Set.of("ldpd"));
    owners.put("l2vpn", Set.of("ldpd"));
    owners.put("bfd", Set.of("bfdd"));
    owners.put("rpki", Set.of("bgpd"));
    owners.put("pbr-map", Set.of("pbrd"));
    owners.put("segment-routing", Set.of("zebra", "pathd"));
    return owners;
  }

  /** The lines for a daemon, as many as {@code config} has. */
  static String of(String daemon, String config) {
    List<String> lines = new ArrayList<>();
    boolean mine = true;
    for (String line : config.lines().toList()) {
      String words = line.strip();
      boolean head = !line.isEmpty() && !Character.isWhitespace(line.charAt(0));
      if (head && !isEnd(words) && !words.startsWith("exit-") && !words.startsWith(LEFT_OUT)) {
        mine = owner(words).map(owners -> owners.contains(daemon)).orElse(true);
      }
      if (isEnd(words)) {
        lines.add(mine && head && !words.equals("end") ? LEAVE : LEFT_OUT);
      } else {
        lines.add(mine && isFor(daemon, words) ? line : LEFT_OUT);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static boolean isFor(String daemon, String words) {
    String sister = SISTERS.getOrDefault(daemon, "");
    boolean sisters =
        !sister.isEmpty() && (words.startsWith(sister) || words.startsWith("no " + sister));
    return !sisters && VTYSH.stream().noneMatch(words::startsWith);
  }

  /** True when the daemon is given this line of {@link #of}'s result. */
  static boolean isGiven(String line) {
    return !line.isBlank() && !line.strip().startsWith("!") && !line.strip().startsWith("#");
  }

  private static boolean isEnd(String words) {
    return words.equals("exit") || words.equals("end") || words.equals("quit");
  }

  private static Optional<Set<String>> owner(String words) {
    for (Map.Entry<String, Set<String>> owner : OWNERS.entrySet()) {
      String head = owner.getKey();
      if (words.equals(head) || words.startsWith(head + " ")) {
        return Optional.of(owner.getValue());
      }
    }
    return Optional.empty();
  }
}
