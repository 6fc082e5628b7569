package netlab.quirk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import netlab.device.Device;
import netlab.diag.Diagnostics;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.schema.Value;

/** The list of devices with quirks. */
public final class Quirks {
  /** The quirks of each device that has some, in their order; the name is the exact device type. */
  private static final Map<String, List<Quirk>> BY_DEVICE = all();

  private Quirks() {}

  private static Map<String, List<Quirk>> all() {
    var all = new LinkedHashMap<String, List<Quirk>>();
    var units = new JunosUnits();
    var junos = new JunosChecks();
    for (String junosDevice : List.of("vmx", "vsrx", "vjunos-router", "vjunos-switch", "vptx")) {
      all.put(junosDevice, List.of(units, junos));
    }
    all.put("crpd", List.of(junos, new CrpdVrfs()));
    all.put("csrx", List.of(new CsrxPorts()));
    all.put("iosxr", List.of(new XrLists()));
    all.put("cisco8000v", List.of(new XrLists()));
    all.put("eos", List.of(new EosChecks(), new EosStubs()));
    all.put("frr", List.of(new FrrTrunks()));
    all.put("linux", List.of(new IndirectNextHops(), new LinuxMachines()));
    all.put("iosv", List.of(new IosvVlans(), new OspfRouterIds()));
    all.put("iosvl2", List.of(SpareNative.IOS, ReservedVlans.IOS, new OspfRouterIds()));
    all.put("csr", List.of(VniLimits.IOS));
    all.put("cat8000v", List.of(VniLimits.IOS, ReservedVlans.IOS));
    all.put("iol", List.of(VniLimits.IOS));
    all.put("ioll2", List.of(VniLimits.IOS, SpareNative.IOS, ReservedVlans.IOS, new IolBfd()));
    all.put("nxos", List.of(SpareNative.NXOS, ReservedVlans.NXOS));
    all.put("cumulus", List.of(new CumulusDefaultRoutes()));
    all.put("cumulus_nvue", List.of(new CumulusDefaultRoutes(), new NvueOspf()));
    all.put("dellos10", List.of(new DellNetworks(), new TaggedVlanOne()));
    all.put("arubacx", List.of(new ArubaChecks(), VniLimits.ARUBA));
    all.put("asav", List.of(new NoOspfv3()));
    all.put("fortios", List.of(new IndirectNextHops(), new FortiRestarts()));
    all.put("openbsd", List.of(new OpenbsdRole(), new IndirectNextHops()));
    all.put("routeros7", List.of(new RouterOsBundles(), new TaggedVlanOne()));
    all.put("exos", List.of(new TaggedVlanOne()));
    all.put("srlinux", List.of(new SrLinuxChecks(), new SrLinuxSessions()));
    all.put("sros", List.of(new SrosLoopbacks()));
    all.put("srsim", List.of(new SrosLoopbacks()));
    all.put("vyos", List.of(new VyosPolicies()));
    all.put("vpp", List.of(new VppControlPlane()));
    return all;
  }

  /**
   * The lab with the changes its devices ask for.
   *
   * @param devices the device of a node
   * @param defaults those of the lab
   */
  public static Lab apply(
      Lab lab, Function<Node, Device> devices, Value.Fields defaults, Diagnostics diagnostics) {
    var concerned = new ArrayList<Node>();
    for (Node node : lab.nodes().values()) {
      if (BY_DEVICE.containsKey(node.device())) {
        concerned.add(node);
      }
    }
    if (concerned.isEmpty()) {
      return lab;
    }
    var edit = new LabEdit(lab);
    for (Node node : concerned) {
      var notices = new Notices(node, devices.apply(node), defaults, diagnostics);
      for (Quirk quirk : BY_DEVICE.getOrDefault(node.device(), List.of())) {
        quirk.apply(edit.now(node.id()), edit, notices);
      }
    }
    return edit.done();
  }
}
