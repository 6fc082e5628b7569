package netlab.intent;

import java.util.List;
import java.util.Optional;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.schema.Untyped;
import netlab.schema.Value;
import netlab.source.Key;
import netlab.source.Yaml;

/** Decides which device and provider a node has. */
final class DeviceChoice {
  /** Facts come from the containers when nothing names a provider. */
  static final String USUAL_PROVIDER = "clab";

  /** Stands for a device that was not found. */
  static final Device NONE = new Device("", Value.Fields.NONE);

  private final Reading reading;
  private final Optional<String> provider;

  /**
   * A choice.
   *
   * @param provider the primary provider of the lab
   */
  DeviceChoice(Reading reading, Optional<String> provider) {
    this.reading = reading;
    this.provider = provider;
  }

  /**
   * The provider of a node: its own, that of a group, that of the lab. A lab that is to run in
   * namespaces takes with it the nodes that are written for containers.
   */
  String provider(Yaml.Map node, List<GroupEntry> groups) {
    return first("provider", node, groups)
        .map(Yaml.Scalar::text)
        .filter(
            own -> !(own.equals(USUAL_PROVIDER) && provider.filter("netns"::equals).isPresent()))
        .or(() -> provider)
        .orElse(USUAL_PROVIDER);
  }

  /** The device of a node; empty, and reported, when there is none. */
  Optional<Device> device(Key name, Yaml.Map node, List<GroupEntry> groups) {
    Diagnostics diagnostics = reading.diagnostics();
    Optional<Yaml.Scalar> wanted =
        first("device", node, groups).or(() -> Trees.scalarAt(reading.defaults(), "device"));
    if (wanted.isEmpty()) {
      diagnostics.error(
          Code.NO_DEVICE,
          name.span(),
          "node `" + name.text() + "` has no device",
          "set `device` for the node or `defaults.device` for all nodes");
      return Optional.empty();
    }
    String device = wanted.get().text();
    Optional<Device> found = reading.devices().find(device, provider(node, groups));
    if (found.isEmpty()) {
      Span place = wanted.get().span().or(name.span());
      diagnostics.unknownName(
          Code.UNKNOWN_DEVICE,
          place,
          "there is no device `" + device + "`",
          device,
          "devices",
          reading.devices().names());
      return Optional.empty();
    }
    return Optional.of(withFeatures(found.get(), node));
  }

  /** {@code _features} of a node replace features of its device. */
  private static Device withFeatures(Device device, Yaml.Map node) {
    Yaml.Map own = Trees.mapAt(node, "_features");
    if (own.entries().isEmpty()) {
      return device;
    }
    Value.Fields features = Untyped.of(own).over(device.facts().fieldsAt("features"));
    return new Device(device.name(), device.facts().with("features", features));
  }

  /** The first value of an attribute: that of the node, then those of its groups. */
  static Optional<Yaml.Scalar> first(String key, Yaml.Map node, List<GroupEntry> groups) {
    Optional<Yaml.Scalar> own = Trees.scalarAt(node, key);
    for (GroupEntry group : groups) {
      own = own.or(() -> Trees.scalarAt(group.data(), key));
    }
    return own;
  }
}
