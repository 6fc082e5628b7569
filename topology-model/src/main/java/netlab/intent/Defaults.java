package netlab.intent;

import netlab.source.Yaml;

/** Merges the sources of defaults: the lab file over user files over the package. */
final class Defaults {
  private Defaults() {}

  static Yaml.Map merge(Yaml.Map packaged, Yaml.Map root, Settings settings) {
    Yaml.Map merged = packaged;
    for (Yaml.Map source : settings.defaults().reversed()) {
      merged = merged.under(source);
    }
    return merged.under(Trees.mapAt(root, "defaults"));
  }
}
