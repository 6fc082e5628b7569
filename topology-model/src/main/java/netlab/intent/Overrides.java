package netlab.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.source.Key;
import netlab.source.Sources;
import netlab.source.Yaml;

/**
 * What the command line changes in a lab file.
 *
 * @param set settings of the form {@code key.path=value}; everything after the first {@code =} is
 *     the value
 * @param device replaces the default device
 * @param provider replaces the provider
 * @param plugins further plugins
 */
public record Overrides(
    List<String> set, Optional<String> device, Optional<String> provider, List<String> plugins) {
  /** No changes. */
  public static final Overrides NONE =
      new Overrides(List.of(), Optional.empty(), Optional.empty(), List.of());

  public Overrides {
    set = List.copyOf(set);
    plugins = List.copyOf(plugins);
  }

  /** The lab file with the changes in it. */
  Yaml.Map applyTo(Yaml.Map root, Diagnostics diagnostics) {
    Yaml.Map changed = root;
    if (device.isPresent()) {
      changed = changed.under(text("defaults.device", device.get(), "-d " + device.get()));
    }
    if (provider.isPresent()) {
      changed = changed.under(text("provider", provider.get(), "-p " + provider.get()));
    }
    for (String plugin : plugins) {
      changed = withPlugin(changed, plugin);
    }
    for (String setting : set) {
      Optional<Yaml.Map> parsed = new Sources(diagnostics).override(setting);
      changed = parsed.isPresent() ? changed.under(parsed.get()) : changed;
    }
    return changed;
  }

  private static Yaml.Map text(String path, String value, String shown) {
    SourceFile file = new SourceFile(Sources.COMMAND_LINE, shown);
    Span span = new Span(file, 1, 4, 1, shown.length() + 1);
    Yaml yaml = new Yaml.Scalar(value, Yaml.Style.PLAIN, span);
    List<Key> keys = Stream.of(path.split("\\.", -1)).map(part -> new Key(part, span)).toList();
    return Yaml.Map.nested(keys, yaml);
  }

  private static Yaml.Map withPlugin(Yaml.Map root, String plugin) {
    SourceFile file = new SourceFile(Sources.COMMAND_LINE, "--plugin " + plugin);
    Span span = new Span(file, 1, 10, 1, 10 + plugin.length());
    var items = new ArrayList<>(Trees.items(root.get("plugin")));
    items.add(new Yaml.Scalar(plugin, Yaml.Style.PLAIN, span));
    return root.under(Trees.map(new Key("plugin", span), new Yaml.Seq(items, span), span));
  }
}
