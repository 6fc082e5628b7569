package netlab.draft;

import java.util.List;
import java.util.Optional;
import netlab.device.Device;
import netlab.device.NameFormat;
import netlab.schema.Value;

/** How devices count and name their interfaces. */
public final class Ports {
  /** Kinds of virtual interfaces; the place in this list times 10000 is the first index. */
  private static final List<String> VIRTUAL = List.of("loopback", "tunnel", "lag", "svi");

  private static final int RANGE = 10_000;

  private Ports() {}

  /** True for the kinds of interfaces that are not wired. */
  public static boolean isVirtual(String type) {
    return VIRTUAL.contains(type);
  }

  /** The index of the first physical port. */
  public static int firstPort(Device device) {
    return device.facts().intAt("ifindex_offset").orElse(1);
  }

  /** The first index of interfaces of a kind. */
  public static int firstIndex(Device device, String type) {
    int kind = VIRTUAL.indexOf(type);
    if (kind < 0) {
      return firstPort(device);
    }
    int offset = kind == 0 ? device.facts().intAt("loopback_offset").orElse(1) : 0;
    return (kind + 1) * RANGE + offset;
  }

  /**
   * The name of an interface; empty when the device has no such interfaces.
   *
   * @param index the index in the model
   * @param data the data of the interface, which names may be made from
   */
  public static Optional<String> name(Device device, String type, int index, Value.Fields data) {
    int kind = VIRTUAL.indexOf(type);
    int number = kind < 0 ? index : index - (kind + 1) * RANGE;
    String key = kind < 0 ? "interface_name" : type + "_interface_name";
    Optional<String> pattern =
        device
            .facts()
            .at(key)
            .flatMap(v ->
                v instanceof Value.Fields byMode
                    ? data.textAt(type + ".mode")
                        .flatMap(byMode::textAt)
                        .or(() -> byMode.textAt("default"))
                    : device.facts().textAt(key));
    return pattern.flatMap(
        p -> NameFormat.format(p, data.with("ifindex", Value.of((long) number))));
  }
}
