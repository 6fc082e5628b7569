package netlab.plugin.bgplabs;

import java.util.Optional;
import netlab.draft.Plugin;
import netlab.intent.LabText;
import netlab.intent.Trees;
import netlab.source.Key;
import netlab.source.Yaml;

/** Gives group {@code external} the device that the defaults name for it. */
public final class ExternalDevices implements Plugin {
  @Override
  public String name() {
    return "external_devices";
  }

  @Override
  public Yaml.Map expand(LabText lab) {
    Yaml.Map groups = Trees.mapAt(lab.root(), "groups");
    Optional<Key> key = groups.key("external");
    Optional<Yaml.Scalar> device = Trees.scalarAt(lab.defaults(), "groups", "external", "device");
    if (key.isEmpty()
        || device.isEmpty()
        || !(groups.get("external").orElseThrow() instanceof Yaml.Map external)
        || external.get("device").isPresent()) {
      return lab.root();
    }
    Yaml.Map with = external.with(new Key("device", device.get().span()), device.get());
    return lab.root().with(lab.root().key("groups").orElseThrow(), groups.with(key.get(), with));
  }
}
