package netlab.intent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import netlab.device.Device;
import netlab.diag.Span;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * A node as far as it is known before its attributes are typed.
 *
 * @param data its attributes as they are written
 * @param provider who runs it
 * @param modules the modules it runs, each with the place that asks for it
 */
record NodeEntry(
    Key name, Yaml.Map data, Device device, String provider, SequencedMap<String, Span> modules) {
  NodeEntry {
    modules = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(modules));
  }

  NodeEntry with(SequencedMap<String, Span> wanted) {
    return new NodeEntry(name, data, device, provider, wanted);
  }

  /** False when the device of the node is missing or unknown, which was reported. */
  boolean hasDevice() {
    return !device.equals(DeviceChoice.NONE);
  }
}
