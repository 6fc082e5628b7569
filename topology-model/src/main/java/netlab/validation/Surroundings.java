package netlab.validation;

import java.util.Set;
import java.util.function.Supplier;
import netlab.schema.Value;

/**
 * The lab that tests are about, as far as their texts can be checked against it.
 *
 * @param devices the devices of its nodes, with those they are based on
 * @param known all devices there are
 * @param links the names of its links: {@code r1-r2}, and their own
 * @param waits its waiting times by their names
 */
public record Surroundings(
    Set<String> devices,
    Supplier<Set<String>> known,
    Supplier<Set<String>> links,
    Value.Fields waits) {
  public Surroundings {
    devices = Set.copyOf(devices);
  }
}
