package netlab.quirk;

import java.util.Map;
import java.util.Set;
import netlab.diag.Diagnostics;
import netlab.lab.Lab;
import netlab.lab.Node;

/** The list of devices with quirks. */
public final class Quirks {
  private static final Quirk JUNOS = new JunosUnits();

  /** The quirk of each device that has one; the name is the exact device type. */
  private static final Map<String, Quirk> BY_DEVICE =
      Map.of(
          "vmx", JUNOS,
          "vsrx", JUNOS,
          "vjunos-router", JUNOS,
          "vjunos-switch", JUNOS,
          "vptx", JUNOS,
          "eos", new EosStubs());

  private Quirks() {}

  /** The lab with the changes its devices ask for. */
  public static Lab apply(Lab lab, Diagnostics diagnostics) {
    boolean any = false;
    Set<String> devices = BY_DEVICE.keySet();
    for (Node node : lab.nodes().values()) {
      any = any || devices.contains(node.device());
    }
    if (!any) {
      return lab;
    }
    var edit = new LabEdit(lab);
    for (Node node : lab.nodes().values()) {
      Quirk quirk = BY_DEVICE.get(node.device());
      if (quirk != null) {
        quirk.apply(node, edit, diagnostics);
      }
    }
    return edit.done();
  }
}
