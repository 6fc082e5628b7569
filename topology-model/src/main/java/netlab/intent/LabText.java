package netlab.intent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.device.Device;
import netlab.diag.Diagnostics;
import netlab.schema.Value;
import netlab.schema.Where;
import netlab.source.Key;
import netlab.source.Yaml;

/** A lab before it is read: its text, and its defaults with those of its plugins. */
public final class LabText {
  private final Reading reading;

  LabText(Reading reading) {
    this.reading = reading;
  }

  /** The lab file with the changes of the command line and of the plugins before. */
  public Yaml.Map root() {
    return reading.root();
  }

  /** All defaults merged. */
  public Yaml.Map defaults() {
    return reading.defaults();
  }

  public Diagnostics diagnostics() {
    return reading.diagnostics();
  }

  /** The nodes by name, whatever form the lab file uses; without what is wrong. */
  public SequencedMap<Key, Yaml.Map> nodes() {
    return new NodeEntries(reading.diagnostics()).read(reading.root().get("nodes"));
  }

  /**
   * Links in canonical form, with the attributes of their link groups; without what is wrong.
   *
   * @param nodes the names of all nodes but those inside of components
   * @param name what messages call the set of links
   */
  public List<LinkForm> links(Optional<Yaml> links, Set<String> nodes, String name) {
    Set<String> all = new LinkedHashSet<>(nodes);
    if (reading.root().get("components").isPresent()) {
      Diagnostics later = new Diagnostics(); // what is wrong is told when the lab is read
      var written = new NodeEntries(later).read(reading.root().get("nodes"));
      Components.expand(reading.root(), written, later)
          .nodes()
          .keySet()
          .forEach(n -> all.add(n.text()));
    }
    return new LinkForms(all, "", Optional.empty(), false, reading.diagnostics()).read(links, name);
  }

  /** A top-level attribute with its type checked; {@link Value.Fields#NONE} without one. */
  public Value.Fields global(String attribute) {
    Yaml.Map only = Trees.only(reading.root(), attribute);
    return reading
        .typer()
        .fields(only, reading.schema().level("global"), Where.shared("the lab"))
        .fieldsAt(attribute);
  }

  /** An attribute of a node, typed; its mistakes are reported at this place. */
  public Value.Fields node(Key node, Yaml.Map data, String attribute) {
    Where where = Where.of("node `" + node.text() + "`");
    return reading
        .typer()
        .fields(Trees.only(data, attribute), reading.schema().level("node"), where)
        .fieldsAt(attribute);
  }

  /** The device a node will have: its own, that of a group with the node, that of the lab. */
  public Optional<Device> device(Yaml.Map node, String name) {
    Optional<Yaml.Scalar> device = Trees.scalarAt(node, "device");
    for (Yaml group : Trees.mapAt(reading.root(), "groups").entries().values()) {
      if (group instanceof Yaml.Map data
          && Trees.scalars(data.get("members")).stream().anyMatch(m -> m.text().equals(name))) {
        device = device.or(() -> Trees.scalarAt(data, "device"));
      }
    }
    String provider =
        Trees.scalarAt(node, "provider")
            .or(() -> Trees.scalarAt(reading.root(), "provider"))
            .map(Yaml.Scalar::text)
            .orElse("clab");
    return device
        .or(() -> Trees.scalarAt(reading.defaults(), "device"))
        .flatMap(d -> reading.devices().find(d.text(), provider));
  }
}
