package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

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

  /** What is checked of a lab on a device. */
  interface Check {
    void of(String device, Path lab) throws IOException;
  }

  /** A test of each lab on each of them. */
  static Stream<DynamicNode> each(List<Path> labs, Function<Path, String> name, Check check) {
    return names().stream()
        .map(device ->
            DynamicContainer.dynamicContainer(
                device,
                labs.stream()
                    .map(lab ->
                        DynamicTest.dynamicTest(name.apply(lab), () -> check.of(device, lab)))));
  }

  /** What is wrong with a lab; holds that it is nothing else than what its device lacks. */
  static List<Diagnostic> lacks(Diagnostics diagnostics) {
    List<Diagnostic> errors =
        diagnostics.sorted().stream().filter(d -> d.severity() == Severity.ERROR).toList();
    assertThat(errors).as("errors that are no lack of the device").allMatch(RouterDevices::isLack);
    return errors;
  }

  /**
   * True when an error says what a device cannot do by its facts, or that a template is missing
   * which is known to be missing. Every other error is a mistake of ours.
   */
  private static boolean isLack(Diagnostic error) {
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
