package netlab.validate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import netlab.net.Family;
import netlab.net.Prefix;

/**
 * A prefix in the routing table of a router: {@code rt_prefix('10.0.0.1/32', proto='ospf')}. Routes
 * of all protocols count, also those that another protocol's is better than.
 *
 * @param name {@code rt_prefix}, or {@code ipv6_route}
 * @param metric how the argument for the metric is called
 */
record RoutingTable(String name, String metric) implements TestFunction {
  /** What routers call the protocol for IPv6. */
  private static final Map<String, String> IPV6_NAMES = Map.of("rip", "ripng", "ospf", "ospf6");

  @Override
  public List<String> parameters() {
    return name.equals("ipv6_route")
        ? List.of("pfx", "proto?", "cost?")
        : List.of("pfx", "af?", "proto?", "state?", "metric?");
  }

  @Override
  public Inquiry inquiry(Arguments a) throws WrongArgument {
    Prefix prefix = a.prefix("pfx");
    boolean ipv6 = prefix.network().family() == Family.IPV6;
    if (name.equals("ipv6_route") && !ipv6) {
      throw new WrongArgument("`pfx` must be a prefix of IPv6, not " + prefix);
    }
    boolean wanted = a.wanted();
    Wishes wishes =
        new Wishes()
            .equal(
                "protocol",
                "protocol",
                a.text("proto")
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .map(text -> ipv6 ? IPV6_NAMES.getOrDefault(text, text) : text))
            .equal("metric", "cost", a.number(metric));
    return Inquiry.of(
            "prefixes.table",
            rows ->
                wishes.judge(
                    prefix.toString(), "in the routing table", PrefixRows.of(prefix, rows), wanted))
        .with(prefix.family())
        .with("prefix", prefix.toString())
        .with("network", prefix.network().toString())
        .with("netmask", ipv6 ? Optional.empty() : Optional.of(prefix.netmask().toString()));
  }
}
