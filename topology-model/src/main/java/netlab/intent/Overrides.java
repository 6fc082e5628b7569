package netlab.intent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * @param environment variables; {@code NETLAB_X_Y} sets {@code defaults.x.y}
 */
public record Overrides(
    List<String> set,
    Optional<String> device,
    Optional<String> provider,
    List<String> plugins,
    Map<String, String> environment) {
  /** Variables that commands of the program set for others. */
  private static final String OWN = "NETLAB_ARGS";

  /** No changes. */
  public static final Overrides NONE =
      new Overrides(List.of(), Optional.empty(), Optional.empty(), List.of());

  public Overrides {
    set = List.copyOf(set);
    plugins = List.copyOf(plugins);
    environment = Collections.unmodifiableMap(new TreeMap<>(environment));
  }

  /** Changes by options only. */
  public Overrides(
      List<String> set, Optional<String> device, Optional<String> provider, List<String> plugins) {
    this(set, device, provider, plugins, Map.of());
  }

  /** The same changes with those that environment variables ask for. */
  public Overrides withEnvironment(Map<String, String> variables) {
    return new Overrides(set, device, provider, plugins, variables);
  }

  /** The lab file with the changes in it. */
  Yaml.Map applyTo(Yaml.Map root, Diagnostics diagnostics) {
    Sources sources = new Sources(diagnostics);
    Yaml.Map changed = root;
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      String name = variable.getKey();
      if (name.matches("NETLAB_[A-Za-z].*") && !name.startsWith(OWN)) {
        Optional<Yaml.Map> tree = sources.environment(name, variable.getValue());
        Span span = root.span();
        changed =
            tree.isPresent()
                ? changed.under(Trees.map(new Key("defaults", span), tree.get(), span))
                : changed;
      }
    }
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
      Optional<Yaml.Map> parsed = sources.override(setting);
      if (setting.startsWith("nodes.")) {
        changed = withNamedNodes(changed, diagnostics);
      }
      changed = parsed.isPresent() ? changed.under(parsed.get()) : changed;
    }
    return changed;
  }

  /** A list of nodes as a mapping, so that a setting can be about one of them. */
  private static Yaml.Map withNamedNodes(Yaml.Map root, Diagnostics diagnostics) {
    Optional<Yaml> nodes = root.get("nodes");
    if (nodes.isEmpty() || !(nodes.get() instanceof Yaml.Seq seq)) {
      return root;
    }
    var named = new LinkedHashMap<Key, Yaml>(new NodeEntries(diagnostics).read(nodes));
    return root.with(root.key("nodes").orElseThrow(), new Yaml.Map(named, seq.span()));
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
