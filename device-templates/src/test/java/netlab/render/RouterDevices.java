package netlab.render;

import java.util.List;
import java.util.Set;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;

/** The routers and switches that this program has templates for. */
final class RouterDevices {
  /** What a device cannot do, by its facts. Every other error is a mistake of ours. */
  static final Set<Code> LACKS =
      Set.of(Code.FEATURE_MISSING, Code.MODULE_NOT_ON_DEVICE, Code.DEVICE_QUIRK);

  private RouterDevices() {}

  /**
   * Devices with templates of their own or of the device they are based on; {@code
   * -Ddevices=eos,junos} chooses some of them.
   */
  static List<String> names() {
    String some = System.getProperty("devices");
    Set<String> chosen = some == null ? Set.of() : Set.of(some.split(",", -1));
    return LabSubjects.DEVICES.names().stream()
        .filter(name -> some == null || chosen.contains(name))
        .filter(
            name -> LabSubjects.DEVICES.find(name, "clab").filter(RouterDevices::is).isPresent())
        .sorted()
        .toList();
  }

  private static boolean is(Device device) {
    return !device.facts().boolAt("template").orElse(false)
        && device.facts().textsAt("plugin").isEmpty() // made by a plugin, not configured
        && !FilePlan.of(device, new Diagnostics()).isEmpty()
        && device.facts().textAt("role").filter("host"::equals).isEmpty();
  }
}
