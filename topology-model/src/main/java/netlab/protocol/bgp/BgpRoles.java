package netlab.protocol.bgp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.net.Asn;
import netlab.schema.Value;

/** A link or VLAN between autonomous systems gets the role that keeps IGPs off it. */
final class BgpRoles {
  private BgpRoles() {}

  static void run(Draft draft, Diagnostics diagnostics) {
    String role =
        draft
            .globals()
            .textAt("bgp.ebgp_role")
            .or(() -> draft.defaults().textAt("bgp.ebgp_role"))
            .orElse("external");
    if (role.isEmpty()) {
      return;
    }
    Map<String, Set<Asn>> vlans = new HashMap<>();
    for (LinkDraft link : draft.links()) {
      Optional<String> vlan = link.attributes().textAt("vlan_name");
      if (vlan.isPresent()) {
        vlans.computeIfAbsent(vlan.get(), v -> new HashSet<>()).addAll(systems(link));
      } else if (link.role().isEmpty() && systems(link).size() > 1) {
        link.attributes().addMissing("role", role);
      }
    }
    vlans.forEach((name, systems) -> {
      if (systems.size() > 1) {
        vlan(draft, name, role);
      }
    });
  }

  private static void vlan(Draft draft, String name, String role) {
    Value.Fields all = draft.globals().fieldsAt("vlans");
    if (all.at(name).isPresent() && all.at(name + ".role").isEmpty()) {
      draft
          .globals()
          .addMissing(
              Value.Fields.NONE.with(
                  "vlans",
                  Value.Fields.NONE.with(name, Value.Fields.NONE.with("role", Value.of(role)))));
    }
  }

  private static Set<Asn> systems(LinkDraft link) {
    Set<Asn> systems = new HashSet<>();
    for (EndDraft end : link.ends()) {
      add(systems, end.attributes().textAt("bgp.local_as"));
      add(systems, end.node().attributes().textAt("bgp.local_as"));
      add(systems, end.node().attributes().textAt("bgp.as"));
    }
    return systems;
  }

  private static void add(Set<Asn> systems, Optional<String> as) {
    as.flatMap(Asn::tryParse).ifPresent(systems::add);
  }
}
