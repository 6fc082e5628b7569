package netlab.validate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import netlab.device.Device;
import netlab.lab.NodeId;
import netlab.state.LabState;

/**
 * What the devices of a lab demand of tests: {@code netlab_validate.TEST.wait}, how long the test
 * may take at least, {@code netlab_validate.TEST.level}, {@code warning} for a device that is known
 * to fail it, and {@code features.initial.delay}, how much longer after its start a device takes.
 */
public final class DeviceDemands {
  private DeviceDemands() {}

  /**
   * The tests as the devices of the lab can run them.
   *
   * @param tests all tests of the lab, as the first that waits waits longest
   */
  public static List<LabTest> applied(List<LabTest> tests, LabState lab) {
    Duration delay =
        lab.devices().values().stream()
            .flatMap(device -> seconds(device, "features.initial.delay").stream())
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    List<LabTest> all = new ArrayList<>();
    boolean first = true;
    for (LabTest test : tests) {
      LabTest own = applied(test, lab);
      if (first && test.limit().isPresent()) {
        own = own.within(own.limit().map(delay::plus));
        first = false;
      }
      all.add(own);
    }
    return List.copyOf(all);
  }

  private static LabTest applied(LabTest test, LabState lab) {
    String own = "netlab_validate." + test.name() + ".";
    Optional<Duration> longest =
        Stream.concat(
                test.limit().stream(),
                of(test, lab, device -> seconds(device, own + "wait")).stream())
            .max(Comparator.naturalOrder());
    boolean warning =
        of(test, lab, device -> device.facts().textAt(own + "level")).contains("warning");
    return warning ? test.within(longest).warning() : test.within(longest);
  }

  private static <T> List<T> of(LabTest test, LabState lab, Function<Device, Optional<T>> fact) {
    List<T> all = new ArrayList<>();
    for (NodeId node : test.nodes()) {
      lab.node(node).map(lab::device).flatMap(fact).ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  private static Optional<Duration> seconds(Device device, String fact) {
    return device.facts().longAt(fact).map(Duration::ofSeconds);
  }
}
