package netlab.protocol.vlan;

import java.util.Locale;
import java.util.Optional;

/** What a node does with packets of a VLAN. */
public enum Mode {
  /** It switches frames. */
  BRIDGE,
  /** It switches frames and routes packets (integrated routing and bridging). */
  IRB,
  /** It only routes; frames do not cross the node. */
  ROUTE;

  static Optional<Mode> of(String text) {
    for (Mode mode : values()) {
      if (mode.toString().equals(text)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
