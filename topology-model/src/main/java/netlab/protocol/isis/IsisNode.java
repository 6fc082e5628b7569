package netlab.protocol.isis;

import java.util.Optional;
import netlab.net.Family;
import netlab.net.Ip;
import netlab.protocol.igp.FamilyFlags;
import netlab.protocol.igp.RouteImports;
import netlab.schema.Value;

/**
 * IS-IS on a router.
 *
 * @param net network entity title: area, system id, selector 00 (RFC 1195, section 5)
 * @param area the part of the title that routers of a level-1 area share
 * @param systemId {@code 0000.0000.0007}, unique in the lab
 * @param type levels: {@code level-1}, {@code level-2} or {@code level-1-2}
 * @param instance what the device calls the process
 * @param af families in use
 * @param routerId where segment routing needs one
 * @param bfd families whose neighbors BFD watches where interfaces say nothing else
 * @param import_ protocols whose routes are announced
 * @param extra settings this package does not read
 */
public record IsisNode(
    String net,
    String area,
    String systemId,
    String type,
    Optional<String> instance,
    FamilyFlags af,
    Optional<Ip> routerId,
    Optional<FamilyFlags> bfd,
    Optional<RouteImports> import_,
    Value.Fields extra) {

  boolean runs(Family family) {
    return af.on(family);
  }
}
