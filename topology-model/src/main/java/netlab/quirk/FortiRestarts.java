package netlab.quirk;

import netlab.lab.Node;
import netlab.lab.VrfId;
import netlab.protocol.bgp.Bgp;
import netlab.protocol.ospf.Ospf;
import netlab.schema.Value;

/** Graceful restart of FortiOS: one switch for a router that restarts and one that helps. */
final class FortiRestarts implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    lab.find(Bgp.NODE, node.id()).ifPresent(bgp -> time(node, bgp.extra(), notices));
    lab.find(Ospf.NODE, node.id()).ifPresent(ospf -> roles(node, ospf.extra(), notices));
    for (VrfId vrf : lab.vrfs(node)) {
      lab.find(Bgp.VRF, vrf).ifPresent(bgp -> time(node, bgp.extra(), notices));
      lab.find(Ospf.VRF, vrf).ifPresent(ospf -> roles(node, ospf.extra(), notices));
    }
  }

  private static void time(Node node, Value.Fields bgp, Notices notices) {
    if (bgp.longAt("gr.restart_time").filter(time -> time == 0).isPresent()) {
      notices.error(
          bgp.at("gr.restart_time").orElseThrow().span(),
          "the BGP restart time of `" + node.id() + "` cannot be 0",
          "FortiOS takes 1 to 3600 seconds");
    }
  }

  private static void roles(Node node, Value.Fields ospf, Notices notices) {
    Value.Fields restart = ospf.fieldsAt("gr");
    boolean restarts = isOn(restart, "restart");
    boolean helps = isOn(restart, "helper");
    if (helps && !restarts) {
      notices.error(
          restart.span(),
          "`" + node.id() + "` cannot help OSPF neighbors to restart without doing so itself",
          "switch on `ospf.gr.restart` as well: FortiOS has one setting for both");
    }
    if (restarts && restart.boolAt("helper").filter(on -> !on).isPresent()) {
      notices.error(
          restart.span(),
          "`" + node.id() + "` cannot restart OSPF gracefully without helping its neighbors to",
          "leave out `ospf.gr.helper: false`: FortiOS has one setting for both");
    }
    if (restart.at("helper.grace_period").isPresent()) {
      notices.ofModule(
          "ospf.warnings.gr_helper_grace",
          restart.span(),
          "`" + node.id() + "` has no grace period for neighbors that restart OSPF",
          "remove `ospf.gr.helper.grace_period`");
    }
  }

  private static boolean isOn(Value.Fields restart, String role) {
    return restart.at(role).isPresent() && restart.boolAt(role).orElse(true);
  }
}
