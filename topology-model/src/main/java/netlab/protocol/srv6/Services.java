package netlab.protocol.srv6;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Span;
import netlab.net.Family;
import netlab.protocol.bgp.BgpNeighbor;
import netlab.protocol.bgp.FamilySessions;
import netlab.schema.Value;

/** What a BGP session between two SRv6 routers carries with segments. */
final class Services {
  private Services() {}

  /** A session over IPv6 with what the router wants it to carry. */
  static BgpNeighbor on(BgpNeighbor session, Srv6Node router) {
    Value.Fields services =
        add(add(Value.Fields.NONE, "bgp", router.bgp(), session), "vpn", router.vpn(), session);
    if (services.isEmpty()) {
      return session;
    }
    if (router.igp().contains("ebgp")) {
      services = services.with("next_hop_unchanged", Value.of(true));
    }
    BgpNeighbor with = session.with("srv6", services);
    return carries(router.bgp(), Family.IPV4, session)
            || carries(router.vpn(), Family.IPV4, session)
        ? with.with("extended_nexthop", Value.of(true))
        : with;
  }

  private static Value.Fields add(
      Value.Fields services, String name, Optional<FamilySessions> service, BgpNeighbor session) {
    List<Value> families = new ArrayList<>();
    for (Family family : Family.values()) {
      if (carries(service, family, session)) {
        families.add(Value.of(family.text()));
      }
    }
    return families.isEmpty()
        ? services
        : services.with(name, new Value.Items(families, Span.NONE));
  }

  private static boolean carries(
      Optional<FamilySessions> service, Family family, BgpNeighbor session) {
    return service.filter(s -> s.has(family, session.type())).isPresent();
  }
}
