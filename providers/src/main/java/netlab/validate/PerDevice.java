package netlab.validate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A text that is the same for all devices, or written for each.
 *
 * @param common the text for all
 * @param own the texts by device, or by the device that others are based on
 */
public record PerDevice(Optional<String> common, SequencedMap<String, String> own) {
  /** No text for any device. */
  public static final PerDevice NONE = new PerDevice(Optional.empty(), new LinkedHashMap<>());

  public PerDevice {
    own = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(own));
  }

  /** True when no device has a text. */
  public boolean isEmpty() {
    return common.isEmpty() && own.isEmpty();
  }

  /** The device of a lineage whose text counts; empty when that is the text for all, or none. */
  Optional<String> key(List<String> lineage) {
    return common.isPresent()
        ? Optional.empty()
        : lineage.stream().filter(own::containsKey).findFirst();
  }

  /** The text of a device: its own, or that of the nearest device it is based on. */
  Optional<String> of(List<String> lineage) {
    return common.or(() ->
        lineage.stream()
            .flatMap(device -> Optional.ofNullable(own.get(device)).stream())
            .findFirst());
  }
}
