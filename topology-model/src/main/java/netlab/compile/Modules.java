package netlab.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.draft.Module;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.expect.Outlook;
import netlab.expect.Reach;
import netlab.lab.Lab;
import netlab.protocol.bfd.Bfd;
import netlab.protocol.bgp.Bgp;
import netlab.protocol.dhcp.Dhcp;
import netlab.protocol.eigrp.Eigrp;
import netlab.protocol.evpn.Evpn;
import netlab.protocol.gateway.Gateway;
import netlab.protocol.isis.Isis;
import netlab.protocol.lag.Lag;
import netlab.protocol.mpls.Mpls;
import netlab.protocol.ospf.Ospf;
import netlab.protocol.ripv2.Rip;
import netlab.protocol.routing.Routing;
import netlab.protocol.services.Services;
import netlab.protocol.sr.Sr;
import netlab.protocol.srv6.Srv6;
import netlab.protocol.stp.Stp;
import netlab.protocol.vlan.Vlan;
import netlab.protocol.vrf.Vrf;
import netlab.protocol.vxlan.Vxlan;

/** The protocols there are. A new protocol is a package of its own and one line here. */
public final class Modules {
  /** All protocols, in the order in which their passes run. */
  public static final List<Module> ALL =
      List.of(
          new Vlan(),
          new Lag(),
          new Stp(),
          new Dhcp(),
          new Vrf(),
          new Vxlan(),
          new Evpn(),
          new Routing(),
          new Gateway(),
          new Services(),
          new Bfd(),
          new Ospf(),
          new Isis(),
          new Eigrp(),
          new Rip(),
          new Sr(),
          new Srv6(),
          new Mpls(),
          new Bgp());

  private Modules() {}

  /** The modules and plugins a lab uses. */
  static List<Module> of(Lab lab) {
    var used = new ArrayList<Module>();
    for (Module module : ALL) {
      if (lab.modules().contains(module.name())) {
        used.add(module);
      }
    }
    used.addAll(Plugins.all(lab.globals().textsAt("plugin")));
    return used;
  }

  /** What must be true of the running lab: one for each side of each adjacency it implies. */
  public static List<Expectation> expectations(Lab lab) {
    var all = new ArrayList<Expectation>();
    of(lab).forEach(module -> all.addAll(module.expectations(lab)));
    return List.copyOf(all);
  }

  /** The routes that certainly follow when all of that is so. */
  public static List<Reach> reaches(Lab lab) {
    return of(lab).stream().flatMap(module -> module.reaches(lab).stream()).toList();
  }

  /** The likely reason, in words, why an expectation does not hold. */
  public static Optional<String> reason(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    return owner(expectation).flatMap(module -> module.reason(expectation, own, peer));
  }

  /** Whether an expectation that does not hold may come to hold by itself. */
  public static Outlook outlook(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    return owner(expectation)
        .map(module -> module.outlook(expectation, own, peer))
        .orElse(Outlook.MAY_COME);
  }

  /** The module or plugin that an expectation is of. */
  private static Optional<Module> owner(Expectation expectation) {
    return ALL.stream()
        .filter(module -> module.name().equals(expectation.protocol()))
        .findFirst()
        .or(() -> Plugins.named(expectation.protocol()));
  }
}
