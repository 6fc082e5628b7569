package netlab.validate;

import java.util.List;
import java.util.Optional;

/** The functions that tests can call. */
public final class Functions {
  static final List<TestFunction> ALL =
      List.of(
          new BgpNeighbor(),
          new BgpNeighborDetails(),
          new BgpPrefix(),
          new OspfNeighbor("ospf_neighbor", "ospf.neighbor"),
          new OspfNeighbor("ospf6_neighbor", "ospf6.neighbor"),
          new OspfPrefix("ospf_prefix", "prefixes.ospf"),
          new OspfPrefix("ospf6_prefix", "prefixes.ospf6"),
          new IsisNeighbor(),
          new IsisPrefix(),
          new RoutingTable("rt_prefix", "metric"),
          new RoutingTable("ipv6_route", "cost"),
          new KernelRoute(),
          new DefaultRoute6(),
          new Ping());

  private Functions() {}

  static Optional<TestFunction> find(String name) {
    return ALL.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /** Their names. */
  public static List<String> names() {
    return ALL.stream().map(TestFunction::name).toList();
  }
}
