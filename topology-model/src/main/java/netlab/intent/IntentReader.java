package netlab.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.diag.Suggest;
import netlab.schema.AttrType.Target;
import netlab.schema.Completion;
import netlab.schema.Identifiers;
import netlab.schema.Keys;
import netlab.schema.Library;
import netlab.schema.ModuleSchema;
import netlab.schema.Schema;
import netlab.schema.Untyped;
import netlab.schema.Value;
import netlab.schema.Where;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Reads what a lab file asks for. Everything that is wrong is found in one run; a lab file with
 * errors gives no intent.
 */
public final class IntentReader {
  /** Top-level keys that have a reader of their own. */
  private static final Set<String> APART =
      Set.of("nodes", "links", "groups", "addressing", "components", "defaults", "prefix");

  /** Modules that passes add to nodes which the lab file does not give them. */
  private static final List<String> ADDED_LATER = List.of("routing", "vlan");

  /** Top-level attributes that have a place of their own in the intent. */
  private static final String[] DONE = {"name", "module", "plugin", "provider", "version"};

  /** Names that containerlab gives a meaning of its own. */
  private static final Set<String> CONTAINERLAB_NAMES = Set.of("host", "macvlan", "ipvlan");

  /** Names that things of a module cannot have: the one fact among the attributes of a module. */
  private static final String RESERVED = "reserved";

  private static final int LONGEST_DERIVED_NAME = 12;

  private final Library library;
  private final Function<String, Optional<? extends Expansion>> plugins;
  private final Diagnostics diagnostics;

  /**
   * @param plugins the plugin of a name, when this program has it
   */
  public IntentReader(
      Library library,
      Function<String, Optional<? extends Expansion>> plugins,
      Diagnostics diagnostics) {
    this.library = library;
    this.plugins = plugins;
    this.diagnostics = diagnostics;
  }

  /**
   * The intent of a lab file; empty when something is wrong, which is reported.
   *
   * @param file the whole file
   */
  public Optional<Intent> read(Yaml.Map file, Settings settings) {
    Yaml.Map written = settings.overrides().applyTo(file, diagnostics);
    PluginList used =
        PluginList.read(
            library,
            written,
            Defaults.merge(Schema.core(library), written, settings),
            plugins,
            diagnostics);
    Yaml.Map core = used.defaults(Schema.core(library));
    Yaml.Map root = used.expand(written, text -> reading(core, text, settings));
    Reading reading = reading(core, root, settings);
    if (used.lacksSome()) {
      reading.open();
    }
    return read(reading, used, settings);
  }

  /**
   * A lab file with everything in it that options and files with defaults say: it reads the same
   * without them.
   */
  public static Yaml.Map whole(Yaml.Map file, Settings settings) {
    Yaml.Map written = settings.overrides().applyTo(file, new Diagnostics());
    Span span = written.span();
    Yaml.Map defaults = Defaults.merge(Yaml.Map.empty(span), written, settings);
    return defaults.entries().isEmpty()
        ? written
        : written.with(written.key("defaults").orElse(new Key("defaults", span)), defaults);
  }

  private Reading reading(Yaml.Map core, Yaml.Map root, Settings settings) {
    return new Reading(library, root, Defaults.merge(core, root, settings), diagnostics);
  }

  private Optional<Intent> read(Reading reading, PluginList used, Settings settings) {
    Yaml.Map root = reading.root();
    new LabDevices(reading).check();
    new DefaultsCheck(reading).check();
    LanguageVersion.check(root, reading.defaults(), diagnostics);
    Optional<String> provider = provider(reading, settings);
    NodeEntries nodeEntries = new NodeEntries(diagnostics);
    int before = diagnostics.errorCount();
    SequencedMap<Key, Yaml.Map> written = nodeEntries.read(root.get("nodes"));
    Components components = Components.expand(root, written, diagnostics);
    written = components.nodes();
    Groups groups = new Groups(reading, components.groups());
    autoCreate(groups, written);
    if (written.isEmpty() && before == diagnostics.errorCount() && !used.failed()) {
      nodeEntries.none(root.get("nodes"), root.span());
    }
    written.forEach(groups::join);
    checkNames(reading, written.keySet(), provider);
    groups.resolve(existing(root, groups, written.keySet()));
    defineNames(reading, groups, written.keySet());
    ModuleLists lists = new ModuleLists(reading);
    List<NodeEntry> nodes = entries(reading, groups, written, provider, lists);
    lists.checkGlobal();
    List<String> modules = lists.ordered(nodes, used.modules());
    useDevices(reading, modules, nodes);
    nodes.stream().filter(NodeEntry::hasDevice).forEach(lists::check);
    used.check(new LinkedHashSet<>(modules));
    Optional<String> primary = primary(reading, nodes, provider);
    Intent intent = typed(reading, groups, components, nodes, modules, used, settings, primary);
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(intent);
  }

  private Intent typed(
      Reading reading,
      Groups groups,
      Components components,
      List<NodeEntry> entries,
      List<String> modules,
      PluginList used,
      Settings settings,
      Optional<String> provider) {
    PoolReader pools = new PoolReader(reading);
    Set<String> poolNames = new LinkedHashSet<>();
    pools.entries().keySet().forEach(k -> poolNames.add(k.text()));
    reading.names().define(Target.POOL, poolNames);
    Value.Fields globals = globals(reading);
    NodeReader nodeReader =
        new NodeReader(reading, groups, globals, provider.orElse(DeviceChoice.USUAL_PROVIDER));
    Set<String> nodeNames = new LinkedHashSet<>();
    entries.forEach(e -> nodeNames.add(e.name().text()));
    AsList asList = AsList.read(globals.fieldsAt("bgp"), nodeNames, diagnostics);
    List<NodeIntent> nodes = nodeReader.read(entries, asList);
    LinkReader linkReader = new LinkReader(reading, nodeNames, "");
    List<LinkIntent> links = links(reading, components, linkReader);
    List<LinkIntent> objectLinks = new ObjectLinks(linkReader).read(reading.root());
    LinkModules linkModules = new LinkModules(reading, entries);
    linkModules.check(links);
    linkModules.check(objectLinks);
    SequencedMap<String, NodeIntent> byName = new LinkedHashMap<>();
    nodes.forEach(n -> byName.put(n.name(), n));
    GroupResult result = new GroupResult(reading, groups, nodeReader);
    return new Intent(
        name(reading.root(), settings.folder()),
        provider,
        modules,
        used.names(),
        withPackages(reading, nodeReader, result.withGroupData(globals), modules),
        defaults(reading, modules),
        pools.read(),
        result.read(nodes),
        byName,
        links,
        objectLinks,
        () -> reading.devices().all(provider.orElse(DeviceChoice.USUAL_PROVIDER)));
  }

  /** With several providers in use, the one earliest in {@code defaults.const.multi_provider}. */
  private static Optional<String> primary(
      Reading reading, List<NodeEntry> nodes, Optional<String> provider) {
    Set<String> used = new LinkedHashSet<>();
    nodes.forEach(n -> used.add(n.provider()));
    if (used.size() < 2 || provider.isEmpty()) {
      return provider;
    }
    return Trees.scalars(reading.defaults().find("const", "multi_provider")).stream()
        .map(Yaml.Scalar::text)
        .filter(used::contains)
        .findFirst()
        .or(() -> provider);
  }

  private static List<LinkIntent> links(Reading reading, Components components, LinkReader reader) {
    Set<String> nodes = reading.names().all(Target.NODE);
    List<LinkIntent> links = new ArrayList<>(reader.read(reading.root().get("links"), "links"));
    for (Components.Links inner : components.links()) {
      LinkReader prefixed = new LinkReader(reading, nodes, inner.prefix());
      links.addAll(prefixed.read(Optional.of(inner.links()), inner.name()));
    }
    return links;
  }

  private Optional<String> provider(Reading reading, Settings settings) {
    Optional<Yaml.Scalar> written =
        Trees.scalarAt(reading.root(), "provider")
            .or(() -> Trees.scalarAt(reading.defaults(), "provider"));
    Set<String> known = reading.schema().providerNames();
    reading.names().define(Target.PROVIDER, known);
    Set<String> tools = new LinkedHashSet<>();
    Trees.mapAt(reading.defaults(), "tools").entries().keySet().forEach(k -> tools.add(k.text()));
    reading.names().define(Target.TOOL, tools);
    if (written.isPresent() && !known.contains(written.get().text())) {
      if (Trees.scalarAt(reading.root(), "provider").isPresent()) {
        return Optional.empty(); // reported with the other attributes of the lab
      }
      diagnostics.report(
          Severity.ERROR,
          Code.UNKNOWN_NAME,
          written.get().span(),
          "there is no provider `" + written.get().text() + "`",
          Suggest.hint(written.get().text(), known),
          List.of());
      return Optional.empty();
    }
    return written.map(Yaml.Scalar::text).or(settings::provider);
  }

  private static void autoCreate(Groups groups, SequencedMap<Key, Yaml.Map> nodes) {
    Set<String> names = new LinkedHashSet<>();
    nodes.keySet().forEach(k -> names.add(k.text()));
    for (Key missing : groups.missing("node", names)) {
      nodes.put(missing, Yaml.Map.empty(missing.span()));
    }
  }

  private void checkNames(Reading reading, Set<Key> nodes, Optional<String> provider) {
    int longest =
        Trees.scalarAt(reading.defaults(), "const", "MAX_NODE_ID_LENGTH")
            .map(s -> (int) s.asInt().orElse(16))
            .orElse(16);
    for (Key node : nodes) {
      Optional<String> problem = Identifiers.problem(node.text(), longest);
      if (problem.isPresent()) {
        diagnostics.error(
            Code.INVALID_NAME, node.span(), "node name `" + node.text() + "` " + problem.get());
      } else if (provider.filter("clab"::equals).isPresent()
          && CONTAINERLAB_NAMES.contains(node.text())) {
        diagnostics.error(
            Code.INVALID_NAME,
            node.span(),
            "containerlab does not allow a node called `" + node.text() + "`",
            "give the node another name");
      }
    }
  }

  private static Map<String, Set<String>> existing(Yaml.Map root, Groups groups, Set<Key> nodes) {
    Set<String> names = new LinkedHashSet<>();
    nodes.forEach(k -> names.add(k.text()));
    Map<String, Set<String>> existing = new LinkedHashMap<>();
    existing.put("node", names);
    for (String type : List.of("vlan", "vrf")) {
      Set<String> objects = new LinkedHashSet<>();
      Trees.mapAt(root, type + "s").entries().keySet().forEach(k -> objects.add(k.text()));
      groups.missing(type, objects).forEach(k -> objects.add(k.text()));
      existing.put(type, objects);
    }
    return existing;
  }

  private static void defineNames(Reading reading, Groups groups, Set<Key> nodes) {
    Set<String> names = new LinkedHashSet<>();
    nodes.forEach(k -> names.add(k.text()));
    reading.names().define(Target.NODE, names);
    reading.names().define(Target.GROUP, groups.entries().keySet());
    Set<String> prefixes = new LinkedHashSet<>();
    Trees.mapAt(reading.root(), "prefix").entries().keySet().forEach(k -> prefixes.add(k.text()));
    prefixes.add("any");
    reading.names().define(Target.PREFIX, prefixes);
  }

  private List<NodeEntry> entries(
      Reading reading,
      Groups groups,
      SequencedMap<Key, Yaml.Map> written,
      Optional<String> provider,
      ModuleLists lists) {
    DeviceChoice choice = new DeviceChoice(reading, provider);
    List<NodeEntry> entries = new ArrayList<>();
    written.forEach((name, data) -> {
      List<GroupEntry> of = groups.of(name.text(), Groups.EVERYBODY);
      // A node whose device is wrong stays, so that its modules and links cause no more errors.
      Device device = choice.device(name, data, of).orElse(DeviceChoice.NONE);
      String runner = choice.provider(data, of);
      List<GroupEntry> all = groups.of(name.text(), Set.of("all", device.name()));
      entries.add(new NodeEntry(name, data, device, runner, lists.of(data, device, all)));
    });
    return entries;
  }

  /**
   * Makes the attributes known that the devices in use bring, and those of other devices that the
   * lab names: it may be run with another device than the one it was written for.
   */
  private static void useDevices(Reading reading, List<String> modules, List<NodeEntry> nodes) {
    List<Yaml.Map> extensions = new ArrayList<>();
    Set<String> inUse = new LinkedHashSet<>();
    nodes.forEach(node -> inUse.add(node.device().name()));
    inUse.forEach(name -> reading.devices().attributes(name).ifPresent(extensions::add));
    reading.use(new LinkedHashSet<>(modules), extensions);
    Set<String> strangers = strangers(reading, nodes);
    if (!strangers.isEmpty()) {
      for (String name : reading.devices().names()) {
        reading
            .devices()
            .attributes(name)
            .filter(levels ->
                levels.entries().values().stream()
                    .anyMatch(level ->
                        level instanceof Yaml.Map keys
                            && strangers.stream().anyMatch(key -> keys.get(key).isPresent())))
            .ifPresent(extensions::add);
      }
      reading.use(new LinkedHashSet<>(modules), extensions);
    }
  }

  /** What is written on nodes, groups and the lab that is not known there. */
  private static Set<String> strangers(Reading reading, List<NodeEntry> nodes) {
    Set<String> strangers = new LinkedHashSet<>();
    Keys ofNode = reading.schema().level("node");
    Keys ofGroup = Keys.join(List.of(reading.schema().level("group"), ofNode));
    collect(reading.root(), reading.schema().level("global"), strangers);
    nodes.forEach(node -> collect(node.data(), ofNode, strangers));
    for (Yaml group : Trees.mapAt(reading.root(), "groups").entries().values()) {
      if (group instanceof Yaml.Map map) {
        collect(map, ofGroup, strangers);
      }
    }
    return strangers;
  }

  private static void collect(Yaml.Map map, Keys known, Set<String> strangers) {
    for (Key key : map.entries().keySet()) {
      if (known.find(key.text()).isEmpty()) {
        strangers.add(key.text());
      }
    }
  }

  /** Top-level attributes, typed and complete. */
  private Value.Fields globals(Reading reading) {
    Yaml.Map rest = Trees.without(reading.root(), APART);
    for (String owners : ObjectLinks.OWNERS) {
      Yaml.Map bare = ObjectLinks.withoutLinks(Trees.mapAt(rest, owners));
      if (!bare.entries().isEmpty()) {
        Key key = rest.key(owners).orElse(Key.of(owners));
        SequencedMap<Key, Yaml> entries = new LinkedHashMap<>(rest.entries());
        entries.put(key, bare);
        rest = new Yaml.Map(entries, rest.span());
      }
    }
    Keys keys = reading.schema().level("global");
    Value.Fields globals = reading.typer().partial().fields(rest, keys, Where.shared("the lab"));
    return prefixes(reading, globals);
  }

  private Value.Fields prefixes(Reading reading, Value.Fields globals) {
    Optional<Yaml> written = reading.root().get("prefix");
    if (written.isEmpty() || !(written.get() instanceof Yaml.Map map)) {
      return globals;
    }
    Keys keys = reading.schema().level("prefix");
    var typed = new LinkedHashMap<String, Value.Field>();
    map.entries()
        .forEach((key, value) -> {
          Where where = Where.of("prefix `" + key.text() + "`");
          if (value instanceof Yaml.Map data) {
            Value fields = reading.typer().fields(data, keys, where);
            typed.put(key.text(), new Value.Field(fields, key.span()));
          } else {
            diagnostics.error(
                Code.WRONG_TYPE, value.span(), where + " must be a mapping, not " + value.kind());
          }
        });
    return globals.with("prefix", new Value.Fields(typed, map.span()));
  }

  /** The merged defaults, those of modules in use included, without what defines attributes. */
  private static Value.Fields defaults(Reading reading, List<String> modules) {
    Value.Fields done = Untyped.of(reading.defaults().without("attributes"));
    Set<String> usable = new LinkedHashSet<>(modules);
    usable.addAll(ADDED_LATER);
    for (String module : usable) {
      Optional<ModuleSchema> schema = reading.schema().module(module);
      if (schema.isPresent()) {
        Yaml.Map definition = schema.get().definition();
        Value.Fields facts = Untyped.of(definition.without("attributes"));
        Optional<Yaml> reserved = definition.find("attributes", RESERVED);
        facts = reserved.isPresent() ? facts.with(RESERVED, Untyped.of(reserved.get())) : facts;
        done = done.with(module, facts);
      }
    }
    return done;
  }

  /** Parameters of all modules in use with the defaults of their packages. */
  private Value.Fields withPackages(
      Reading reading, NodeReader nodes, Value.Fields globals, List<String> modules) {
    Value.Fields done = globals;
    for (String module : modules) {
      Optional<ModuleSchema> schema = reading.schema().module(module);
      if (schema.isPresent()
          && done.at(module).orElse(Value.Fields.NONE) instanceof Value.Fields own) {
        Value.Fields merged = own.over(nodes.ofPackage(schema.get()));
        done = merged.isEmpty() ? done : done.with(module, merged);
      }
    }
    Keys keys = reading.schema().level("global");
    Where lab = Where.shared("the lab");
    return Completion.of(reading.typer(), diagnostics).all(done, keys, lab).without(DONE);
  }

  /** The name in the file, or what letters and digits of the folder give. */
  private static String name(Yaml.Map root, String folder) {
    Optional<Yaml.Scalar> own = Trees.scalarAt(root, "name");
    if (own.isPresent()) {
      return own.get().text();
    }
    String letters = folder.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    String cut = letters.substring(0, Math.min(letters.length(), LONGEST_DERIVED_NAME));
    return cut.isEmpty() ? "default" : cut;
  }
}
