package netlab.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * What the data say about a module: its file with the lab's {@code defaults.<module>} over it.
 *
 * @param packaged what the program's own file says
 * @param built true when the program has a file for it; false for modules that only the lab's
 *     defaults mention
 */
public record ModuleSchema(String name, Yaml.Map definition, Yaml.Map packaged, boolean built) {
  /** Keys that describe the module itself; no parameters of nodes. */
  public static final Set<String> MACHINERY =
      Set.of(
          "attributes",
          "extra_attributes",
          "features",
          "hooks",
          "requires",
          "supported_on",
          "no_propagate",
          "node_copy",
          "vrf_features",
          "vrf_aware",
          "config_after",
          "transform_after",
          "warnings");

  /** The words of a list: {@code requires}, {@code transform_after}, {@code node_copy}, ... */
  public List<String> list(String key) {
    List<String> words = new ArrayList<>();
    Optional<Yaml> value = definition.get(key);
    if (value.isPresent() && value.get() instanceof Yaml.Seq seq) {
      for (Yaml item : seq.items()) {
        if (item instanceof Yaml.Scalar s) {
          words.add(s.text());
        }
      }
    } else if (value.isPresent() && value.get() instanceof Yaml.Scalar s && !s.isNull()) {
      words.add(s.text());
    }
    return List.copyOf(words);
  }

  /** Default values of the module's parameters that nodes and the whole lab inherit. */
  public Yaml.Map parameters() {
    Yaml.Map rest = definition;
    List<String> global = list("no_propagate");
    for (Key key : definition.entries().keySet()) {
      String name = key.text();
      if (MACHINERY.contains(name) || global.contains(name) || name.contains("no_propagate")) {
        rest = rest.without(name);
      }
    }
    return rest;
  }

  /** True for parameters that stay global. */
  public boolean staysGlobal(String parameter) {
    return MACHINERY.contains(parameter)
        || parameter.contains("no_propagate")
        || list("no_propagate").contains(parameter);
  }
}
