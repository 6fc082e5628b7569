package netlab.intent;

import java.util.List;
import java.util.Set;
import netlab.device.DeviceCatalog;
import netlab.diag.Diagnostics;
import netlab.schema.Library;
import netlab.schema.Names;
import netlab.schema.Schema;
import netlab.schema.Typer;
import netlab.source.Yaml;

/** What every part of the reader needs. */
final class Reading {
  private final Yaml.Map root;
  private final Yaml.Map defaults;
  private final DeviceCatalog devices;
  private final Diagnostics diagnostics;
  private final Names names = new Names();
  private Schema schema;
  private Typer typer;

  Reading(Library library, Yaml.Map root, Yaml.Map defaults, Diagnostics diagnostics) {
    this.root = root;
    this.defaults = defaults;
    this.diagnostics = diagnostics;
    this.devices = new DeviceCatalog(library, Trees.mapAt(defaults, "devices"));
    this.schema = new Schema(library, defaults, Set.of(), List.of());
    this.typer = new Typer(schema, names, diagnostics);
  }

  /** The lab file with the changes of the command line. */
  Yaml.Map root() {
    return root;
  }

  /** All defaults merged. */
  Yaml.Map defaults() {
    return defaults;
  }

  DeviceCatalog devices() {
    return devices;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** The names that references are checked against. */
  Names names() {
    return names;
  }

  Schema schema() {
    return schema;
  }

  /** From now on these modules are in use, and these devices bring attributes. */
  void use(Set<String> modules, List<Yaml.Map> extensions) {
    schema = schema.with(modules, extensions);
    typer = new Typer(schema, names, diagnostics);
  }

  /** True when the lab says who runs it: then its devices must have images. */
  boolean needsImages() {
    return Trees.scalarAt(root, "provider").isPresent();
  }

  /** Attributes that nobody knows are accepted: plugins may bring them. */
  void open() {
    schema = schema.opened();
    typer = new Typer(schema, names, diagnostics);
  }

  Typer typer() {
    return typer;
  }
}
