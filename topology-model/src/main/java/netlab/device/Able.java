package netlab.device;

import java.util.List;
import java.util.function.Predicate;

/** Which devices can do something, in words for the hint of a diagnostic. */
public final class Able {
  /** As many names as are read at a glance. */
  private static final int MOST = 12;

  /** Stands for no device: it can do what no router could be asked for. */
  private static final String NONE = "none";

  private Able() {}

  /** Names the devices of which something is true. */
  public static String of(List<Device> all, Predicate<Device> able) {
    List<String> names =
        all.stream().filter(able).map(Device::name).filter(name -> !name.equals(NONE)).toList();
    if (names.isEmpty()) {
      return "no other device can either";
    }
    int more = names.size() - MOST;
    return "devices that can: "
        + String.join(", ", names.subList(0, Math.min(MOST, names.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
