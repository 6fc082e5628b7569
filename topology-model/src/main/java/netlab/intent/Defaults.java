package netlab.intent;

import netlab.schema.Library;
import netlab.schema.Schema;
import netlab.source.Yaml;

/** Merges the sources of defaults: the lab file over user files over the package. */
final class Defaults {
  private Defaults() {}

  static Yaml.Map merge(Library library, Yaml.Map root, Settings settings) {
    Yaml.Map merged = Schema.core(library);
    for (Yaml.Map source : settings.defaults().reversed()) {
      merged = merged.under(source);
    }
    return merged.under(Trees.mapAt(root, "defaults"));
  }
}
