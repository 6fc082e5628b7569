package netlab.device;

import java.util.List;
import java.util.Optional;
import netlab.schema.Value;

/**
 * A device type: the merged facts of {@code devices/<name>/device.yml}, of the device it is based
 * on, and of the lab file's {@code defaults.devices.<name>}.
 *
 * @param facts the facts under the names of the language reference ({@code interface_name}, {@code
 *     features.bgp.local_as}, ...), provider overrides already applied
 */
public record Device(String name, Value.Fields facts) {
  /** The fact that tells which devices this one is based on. */
  static final String LINEAGE = "_lineage";

  /** The device itself, the device it is based on, and so on. */
  public List<String> lineage() {
    return facts.textsAt(LINEAGE);
  }

  /** The value of a feature flag: {@code bgp.local_as}; empty when the device does not claim it. */
  public Optional<Value> feature(String path) {
    return facts
        .at("features." + path)
        .filter(v -> !(v instanceof Value.Scalar s && Boolean.FALSE.equals(s.data())));
  }

  /** True when the device can do what the flag says. */
  public boolean can(String path) {
    return feature(path).isPresent();
  }
}
