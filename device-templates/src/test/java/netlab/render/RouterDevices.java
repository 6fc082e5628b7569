package netlab.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;

/** The routers and switches that this program has templates for. */
final class RouterDevices {
  private static final Set<Code> LACKS =
      Set.of(
          Code.FEATURE_MISSING,
          Code.MODULE_NOT_ON_DEVICE,
          Code.MODULE_REQUIRES,
          Code.DEVICE_QUIRK,
          Code.NO_INTERFACE_NAME);

  /** Lines of a device and a module that it claims and still has no template for. */
  private static final Path UNFINISHED = Path.of("src/test/resources/configs/unfinished.txt");

  private static final Pattern MISSING =
      Pattern.compile("device `(\\S+)` has no template for `(\\S+)`.*");

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

  /**
   * True when an error says what a device cannot do by its facts, or that a template is missing
   * which is known to be missing. Every other error is a mistake of ours.
   */
  static boolean isLack(Diagnostic error) {
    Matcher missing = MISSING.matcher(error.message());
    return LACKS.contains(error.code())
        || (error.code() == Code.OUT_OF_RANGE && error.message().contains(", the limits of `"))
        || (error.code() == Code.TEMPLATE_MISSING
            && missing.matches()
            && unfinished().contains(missing.group(1) + " " + missing.group(2)));
  }

  private static List<String> unfinished() {
    try {
      return Files.readAllLines(UNFINISHED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean is(Device device) {
    return !device.facts().boolAt("template").orElse(false)
        && device.facts().textsAt("plugin").isEmpty() // made by a plugin, not configured
        && !device.facts().boolAt("daemon").orElse(false) // has labs of its own below golden
        && !FilePlan.of(device, new Diagnostics()).isEmpty()
        && device.facts().textAt("role").filter("host"::equals).isEmpty();
  }
}
