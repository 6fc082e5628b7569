package netlab.intent;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Suggest;
import netlab.schema.ModuleSchema;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Warns about misspelled defaults. Defaults are open: plugins and tools of the user may read any
 * key. So only a key that is nearly a known one is reported.
 */
final class DefaultsCheck {
  private final Reading reading;

  DefaultsCheck(Reading reading) {
    this.reading = reading;
  }

  void check() {
    Yaml.Map defaults = reading.defaults();
    Set<String> known = new LinkedHashSet<>();
    Trees.scalars(defaults.get("settings")).forEach(s -> known.add(s.text()));
    known.addAll(reading.schema().moduleNames());
    known.addAll(reading.schema().providerNames());
    nearMisses("", defaults, known);
    for (String module : reading.schema().moduleNames()) {
      if (defaults.get(module).isPresent() && defaults.get(module).get() instanceof Yaml.Map own) {
        reading.schema().module(module).filter(ModuleSchema::built).ifPresent(m -> module(m, own));
      }
    }
  }

  private void module(ModuleSchema module, Yaml.Map own) {
    Set<String> known = new LinkedHashSet<>(ModuleSchema.MACHINERY);
    module.packaged().entries().keySet().forEach(k -> known.add(k.text()));
    for (String level : new String[] {"global", "node"}) {
      Trees.mapAt(module.definition(), "attributes", level)
          .entries()
          .keySet()
          .forEach(k -> known.add(k.text()));
    }
    nearMisses(module.name() + ".", own, known);
    Set<String> flags = new LinkedHashSet<>();
    Trees.mapAt(module.packaged(), "warnings").entries().keySet().forEach(k -> flags.add(k.text()));
    nearMisses(module.name() + ".warnings.", Trees.mapAt(own, "warnings"), flags);
  }

  private void nearMisses(String path, Yaml.Map map, Set<String> known) {
    for (Map.Entry<Key, Yaml> entry : map.entries().entrySet()) {
      Key key = entry.getKey();
      if (!key.span().known() || known.contains(key.text()) || key.text().startsWith("_")) {
        continue;
      }
      Optional<String> hint = Suggest.hint(key.text(), known);
      if (hint.isPresent()) {
        reading
            .diagnostics()
            .warning(
                Code.UNKNOWN_ATTRIBUTE,
                key.span(),
                "nothing reads the default `" + path + key.text() + "`",
                hint.get());
      }
    }
  }
}
