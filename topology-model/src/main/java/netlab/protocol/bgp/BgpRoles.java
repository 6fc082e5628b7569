package netlab.protocol.bgp;

import java.util.HashSet;
import java.util.Set;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.net.Asn;

/** A link between autonomous systems gets the role that keeps IGPs off it. */
final class BgpRoles {
  private BgpRoles() {}

  static void run(Draft draft, Diagnostics diagnostics) {
    String role =
        draft
            .globals()
            .textAt("bgp.ebgp_role")
            .or(() -> draft.defaults().textAt("bgp.ebgp_role"))
            .orElse("external");
    for (LinkDraft link : draft.links()) {
      if (link.role().isEmpty() && !isVlan(link) && !role.isEmpty() && systems(link).size() > 1) {
        link.attributes().addMissing("role", role);
      }
    }
  }

  private static Set<Asn> systems(LinkDraft link) {
    Set<Asn> systems = new HashSet<>();
    for (EndDraft end : link.ends()) {
      end.attributes()
          .textAt("bgp.local_as")
          .or(() -> end.node().attributes().textAt("bgp.local_as"))
          .or(() -> end.node().attributes().textAt("bgp.as"))
          .flatMap(Asn::tryParse)
          .ifPresent(systems::add);
    }
    return systems;
  }

  /** Roles in VLANs belong to the VLAN. */
  private static boolean isVlan(LinkDraft link) {
    boolean vlan = link.attributes().at("vlan").isPresent();
    for (EndDraft end : link.ends()) {
      vlan = vlan || end.attributes().at("vlan").isPresent();
    }
    return vlan;
  }
}
