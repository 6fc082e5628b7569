package netlab.validate;

import java.util.List;
import java.util.Optional;
import netlab.expect.Observation;
import netlab.net.Prefix;

/**
 * A route that OSPF has calculated: {@code ospf_prefix('10.0.0.1/32', cost=20, rt='N IA')}.
 *
 * @param name {@code ospf_prefix}, or {@code ospf6_prefix} for OSPFv3
 * @param reader the reader of the routes
 */
record OspfPrefix(String name, String reader) implements TestFunction {
  @Override
  public List<String> parameters() {
    return List.of("pfx", "state?", "cost?", "rt?");
  }

  @Override
  public Inquiry inquiry(Arguments a) throws WrongArgument {
    Prefix prefix = a.prefix("pfx");
    boolean wanted = a.wanted();
    Wishes wishes =
        new Wishes()
            .equal("cost", OspfPrefix::cost, a.number("cost"))
            .equal("route type", "route_type", a.text("rt"));
    return Inquiry.of(
            reader,
            rows ->
                wishes.judge(
                    prefix.toString(),
                    "among the OSPF routes",
                    PrefixRows.of(prefix, rows),
                    wanted))
        .with("prefix", prefix.toString());
  }

  /** Of external routes of type 2 counts what the external metric is (RFC 2328, section 16.4). */
  private static Optional<String> cost(Observation row) {
    boolean type2 =
        Judgement.field(row, "route_type")
            .filter(type -> type.endsWith("E2") || type.equals("External-2"))
            .isPresent();
    return Judgement.field(row, type2 ? "external_cost" : "cost");
  }
}
