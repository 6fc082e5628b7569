package netlab.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.diag.Suggest;
import netlab.schema.Library;
import netlab.schema.ModuleOrder;
import netlab.schema.Schema;
import netlab.source.Yaml;

/** The plugins a lab names, in the order in which they run, with their data files. */
final class PluginList {
  /** What to do instead of a plugin written in Python. */
  private static final String INSTEAD =
      "plugins written in Python do not run here: declare attributes of your own under"
          + " `defaults.attributes`, set values with groups, and add configuration with `config`"
          + " templates";

  /**
   * A plugin in use.
   *
   * @param span the place that names it
   * @param data its data file: {@code requires}, {@code after}, {@code defaults}
   */
  private record Entry(Span span, Yaml.Map data, Expansion expansion) {}

  private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();
  private final Library library;
  private final Function<String, Optional<? extends Expansion>> built;
  private final Diagnostics diagnostics;
  private boolean unknown;
  private boolean failed;

  private PluginList(
      Library library,
      Function<String, Optional<? extends Expansion>> built,
      Diagnostics diagnostics) {
    this.library = library;
    this.built = built;
    this.diagnostics = diagnostics;
  }

  /**
   * Finds the plugins a lab names. Those that do not exist are reported.
   *
   * @param defaults all defaults but those of plugins
   * @param built the plugin of a name, when this program has it
   */
  static PluginList read(
      Library library,
      Yaml.Map root,
      Yaml.Map defaults,
      Function<String, Optional<? extends Expansion>> built,
      Diagnostics diagnostics) {
    List<Yaml.Scalar> wanted = new ArrayList<>(Trees.scalars(root.get("plugin")));
    wanted.addAll(Trees.scalars(defaults.get("plugin")));
    PluginList list = new PluginList(library, built, diagnostics);
    wanted.forEach(w -> list.add(w.text(), w.span()));
    return list.sorted();
  }

  private void add(String name, Span span) {
    List<String> known = Schema.plugins(library);
    if (!known.contains(name)) {
      String hint = Suggest.hint(name, known).orElse(INSTEAD);
      String message = "there is no plugin `" + name + "`";
      diagnostics.report(
          Severity.ERROR, Code.UNKNOWN_NAME, span, message, Optional.of(hint), List.of());
      unknown = true;
      return;
    }
    Yaml.Map data = library.find("netlab/plugin/" + name + ".yml").orElse(Yaml.Map.empty(span));
    Optional<Yaml.Scalar> now = Trees.scalarAt(data, "renamed");
    if (now.isPresent()) {
      diagnostics.warning(
          Code.OLD_SPELLING,
          span,
          "plugin `" + name + "` is an old name",
          "write `" + now.get().text() + "`");
      add(now.get().text(), span);
      return;
    }
    Optional<Yaml.Scalar> gone = Trees.scalarAt(data, "obsolete");
    if (gone.isPresent()) {
      diagnostics.warning(
          Code.OLD_SPELLING, span, "plugin `" + name + "` has nothing to do", gone.get().text());
      return;
    }
    Optional<? extends Expansion> expansion = built.apply(name);
    if (expansion.isPresent()) {
      entries.putIfAbsent(name, new Entry(span, data, expansion.get()));
    } else {
      diagnostics.error(
          Code.PLUGIN_NOT_BUILT, span, "plugin `" + name + "` is not in this release");
      unknown = true;
    }
  }

  private PluginList sorted() {
    List<String> order = ModuleOrder.sort(entries.keySet(), name -> after(name));
    order.forEach(name -> entries.putLast(name, entries.get(name)));
    return this;
  }

  private Set<String> after(String plugin) {
    Set<String> earlier = new LinkedHashSet<>(words(plugin, "requires"));
    earlier.addAll(words(plugin, "after"));
    return earlier;
  }

  private List<String> words(String plugin, String key) {
    return Trees.scalars(data(plugin).get(key)).stream().map(Yaml.Scalar::text).toList();
  }

  private Yaml.Map data(String plugin) {
    return Optional.ofNullable(entries.get(plugin)).orElseThrow().data();
  }

  /** The names of the plugins in use. */
  List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /** True when the lab names plugins that are not there: they may bring attributes. */
  boolean lacksSome() {
    return unknown;
  }

  /** What the plugins add to the defaults of the program; those of users are stronger. */
  Yaml.Map defaults(Yaml.Map core) {
    Yaml.Map merged = core;
    for (Entry entry : entries.values()) {
      merged = merged.under(Trees.mapAt(entry.data, "defaults"));
    }
    return merged;
  }

  /**
   * The lab with everything that its plugins stand for.
   *
   * @param reading what is known about a text when the plugins before have changed it
   */
  Yaml.Map expand(Yaml.Map root, Function<Yaml.Map, Reading> reading) {
    Yaml.Map expanded = root;
    int before = diagnostics.errorCount();
    for (Entry entry : entries.values()) {
      expanded = entry.expansion.expand(new LabText(reading.apply(expanded)));
    }
    failed = diagnostics.errorCount() > before;
    return expanded;
  }

  /** True when a plugin could not do its work, so that something may be missing. */
  boolean failed() {
    return failed;
  }

  /** Modules that the plugins switch on for the lab as a whole. */
  Set<String> modules() {
    Set<String> modules = new LinkedHashSet<>();
    entries.keySet().forEach(name -> modules.addAll(words(name, "modules")));
    return modules;
  }

  /** Reports plugins which need a module or a plugin that the lab does not use. */
  void check(Set<String> modules) {
    entries.forEach((name, entry) -> {
      for (String needed : words(name, "requires")) {
        if (!modules.contains(needed) && !entries.containsKey(needed)) {
          boolean plugin = Schema.plugins(library).contains(needed);
          diagnostics.error(
              Code.MODULE_REQUIRES,
              entry.span,
              "plugin `"
                  + name
                  + "` needs "
                  + (plugin ? "plugin `" + needed + "`" : "module `" + needed + "`")
                  + ", which this lab does not use",
              "add it to the list `" + (plugin ? "plugin" : "module") + "`");
        }
      }
    });
  }
}
