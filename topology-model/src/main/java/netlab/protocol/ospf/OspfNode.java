package netlab.protocol.ospf;

import java.util.List;
import java.util.Optional;
import netlab.net.Family;
import netlab.net.Ip;
import netlab.protocol.igp.FamilyFlags;
import netlab.protocol.igp.RouteImports;
import netlab.schema.Value;

/**
 * OSPF on a router.
 *
 * @param af families in use: IPv4 is version 2, IPv6 is version 3
 * @param area the area of interfaces that name none
 * @param areas every area the router is in
 * @param unnumbered true when some interface has no IPv4 address of its own
 * @param bfd true when BFD watches neighbors where interfaces say nothing else
 * @param strictBfd no neighbor comes up before its BFD session (RFC 9355)
 * @param strictBfdDelay seconds a neighbor is kept back after that
 * @param import_ protocols whose routes are announced
 * @param extra settings this package does not read
 */
public record OspfNode(
    FamilyFlags af,
    Optional<Ip> routerId,
    Ip area,
    List<OspfArea> areas,
    Optional<Boolean> unnumbered,
    Optional<Boolean> bfd,
    Optional<Boolean> strictBfd,
    Optional<Integer> strictBfdDelay,
    Optional<RouteImports> import_,
    Value.Fields extra) {
  public OspfNode {
    areas = List.copyOf(areas);
  }

  /** The same with areas as somebody else describes them. */
  public OspfNode with(List<OspfArea> described) {
    return new OspfNode(
        af, routerId, area, described, unnumbered, bfd, strictBfd, strictBfdDelay, import_, extra);
  }

  /** The same with another router id. */
  public OspfNode withRouterId(Ip id) {
    return new OspfNode(
        af,
        Optional.of(id),
        area,
        areas,
        unnumbered,
        bfd,
        strictBfd,
        strictBfdDelay,
        import_,
        extra);
  }

  /** The same with another value of a setting that this package does not read. */
  public OspfNode with(String setting, Value value) {
    return new OspfNode(
        af,
        routerId,
        area,
        areas,
        unnumbered,
        bfd,
        strictBfd,
        strictBfdDelay,
        import_,
        extra.with(setting, value));
  }

  boolean runs(Family family) {
    return af.on(family);
  }
}
