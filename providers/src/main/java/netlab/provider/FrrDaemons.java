package netlab.provider;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which daemon of FRR takes a line of configuration. {@code vtysh} reads lines for daemons that do
 * not run, gives them to nobody and says nothing.
 */
public final class FrrDaemons {
  /** How the lines begin that each takes. */
  private record Lines(String daemon, Pattern beginning) {
    Lines(String daemon, String beginning) {
      this(daemon, Pattern.compile("(?m)^\\s*(no )?(" + beginning + ")"));
    }
  }

  private static final List<Lines> ALL =
      List.of(
          new Lines("bfdd", "bfd$"),
          new Lines("bgpd", "router bgp\\b"),
          new Lines("eigrpd", "router eigrp\\b"),
          new Lines("isisd", "router isis\\b|ip(v6)? router isis\\b|isis\\s"),
          new Lines("ldpd", "mpls ldp\\b"),
          new Lines("ospf6d", "router ospf6\\b|ipv6 ospf6\\s"),
          new Lines("ospfd", "router ospf\\b|ip ospf\\s"),
          new Lines("ripd", "router rip\\b"),
          new Lines("ripngd", "router ripng\\b"),
          new Lines("staticd", "ip(v6)? (m?route|route6)\\s"));

  private FrrDaemons() {}

  /** The daemons that lines may need. */
  public static List<String> names() {
    return ALL.stream().map(Lines::daemon).toList();
  }

  /**
   * Why nobody would take some of the lines; empty when each has its daemon.
   *
   * @param running the daemons that run in the node
   */
  public static Optional<Change> refusal(String lines, Collection<String> running) {
    return ALL.stream()
        .filter(own -> !running.contains(own.daemon) && own.beginning.matcher(lines).find())
        .findFirst()
        .map(own ->
            new Change.Failed(
                "it needs %s, which does not run; `frr.daemons: [%s]` of the node starts it"
                    .formatted(own.daemon, own.daemon),
                ""));
  }
}
