package netlab.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import netlab.source.Yaml;

/**
 * Every attribute a lab may use: the core ones, those of the modules in use, of providers, and of
 * the devices in use; extended by {@code defaults.attributes} of the lab. Only files of modules
 * that somebody asks for are read.
 */
public final class Schema {
  private static final Pattern MODULE_NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /** Levels where a module has more than one list of attributes. */
  private static final Map<String, List<String>> ALSO =
      Map.of(
          "interface", List.of("link"),
          "vrf", List.of("link"),
          "vlan", List.of("link"),
          "node_vlan", List.of("interface", "link"));

  /** Levels where modules, providers and outputs have attributes. */
  private static final Set<String> MODULE_LEVELS =
      Set.of("global", "node", "link", "interface", "loopback", "vrf", "vlan", "node_vlan");

  private final Library library;
  private final Yaml.Map defaults;
  private final Set<String> used;
  private final List<Yaml.Map> extensions;
  private final boolean open;
  private final Set<String> moduleNames;
  private final SchemaReader reader;
  private final Map<String, Keys> levels = new LinkedHashMap<>();
  private final Map<String, Optional<ModuleSchema>> modules = new LinkedHashMap<>();
  private final Map<String, Optional<Attribute>> types = new LinkedHashMap<>();

  /**
   * A schema.
   *
   * @param defaults all defaults, those of {@link #core} included
   * @param used the modules some node of the lab runs
   * @param extensions further definitions by level, those of devices
   */
  public Schema(Library library, Yaml.Map defaults, Set<String> used, List<Yaml.Map> extensions) {
    this(library, defaults, used, extensions, false);
  }

  private Schema(
      Library library,
      Yaml.Map defaults,
      Set<String> used,
      List<Yaml.Map> extensions,
      boolean open) {
    this.library = library;
    this.open = open;
    this.moduleNames = new LinkedHashSet<>(words(defaults, "modules"));
    moduleNames.addAll(library.lines("netlab/protocol/index.txt"));
    this.defaults = defaults;
    this.used = new LinkedHashSet<>(used);
    this.extensions = List.copyOf(extensions);
    this.reader =
        new SchemaReader(
            new SchemaReader.Context() {
              @Override
              public Keys level(String name) {
                return Schema.this.level(name);
              }

              @Override
              public OptionalLong constant(String name) {
                return defaults
                    .find("const", name)
                    .map(v -> v instanceof Yaml.Scalar s ? s.asInt() : OptionalLong.empty())
                    .orElse(OptionalLong.empty());
              }
            });
  }

  /** The package defaults, core attributes included. */
  public static Yaml.Map core(Library library) {
    return library
        .find("netlab/schema/core.yml")
        .orElseThrow(() -> new IllegalStateException("no core schema"));
  }

  /** True when some node runs the module. */
  public boolean uses(String module) {
    return used.contains(module) || module.equals("initial");
  }

  /** The same schema for a lab that uses other modules and devices. */
  public Schema with(Set<String> usedModules, List<Yaml.Map> moreExtensions) {
    return new Schema(library, defaults, usedModules, moreExtensions, open);
  }

  /** The same schema for a lab with attributes that are not known here. */
  public Schema opened() {
    return new Schema(library, defaults, used, extensions, true);
  }

  /** True when attributes that nobody knows are accepted. */
  public boolean isOpen() {
    return open;
  }

  /** The names of all modules this program knows, those of later releases included. */
  public Set<String> moduleNames() {
    return moduleNames;
  }

  /** The names of all plugins this program knows, those of later releases included. */
  public static List<String> plugins(Library library) {
    return words(core(library), "plugins");
  }

  /** The names of all providers. */
  public Set<String> providerNames() {
    Set<String> names = new LinkedHashSet<>();
    if (defaults.get("providers").isPresent()
        && defaults.get("providers").get() instanceof Yaml.Map map) {
      map.entries().keySet().forEach(k -> names.add(k.text()));
    }
    return names;
  }

  /** The names of what draws pictures of labs; each may have attributes everywhere. */
  List<String> outputNames() {
    return words(defaults, "outputs");
  }

  private static List<String> words(Yaml.Map defaults, String key) {
    List<String> names = new ArrayList<>();
    if (defaults.get(key).isPresent() && defaults.get(key).get() instanceof Yaml.Seq seq) {
      for (Yaml item : seq.items()) {
        if (item instanceof Yaml.Scalar s) {
          names.add(s.text());
        }
      }
    }
    return names;
  }

  /** The definition of a module; empty when nobody has heard of it. */
  public Optional<ModuleSchema> module(String name) {
    Optional<ModuleSchema> known = modules.get(name);
    if (known == null) {
      known = readModule(name);
      modules.put(name, known);
    }
    return known;
  }

  private Optional<ModuleSchema> readModule(String name) {
    if (!MODULE_NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    Optional<Yaml.Map> own = library.find("netlab/protocol/" + name + "/" + name + ".yml");
    Optional<Yaml.Map> lab =
        defaults
            .get(name)
            .flatMap(v -> v instanceof Yaml.Map m ? Optional.of(m) : Optional.empty());
    if (own.isPresent()) {
      Yaml.Map definition = lab.map(m -> own.get().under(m)).orElse(own.get());
      return Optional.of(new ModuleSchema(name, definition, own.get(), true));
    }
    boolean declared =
        lab.isPresent()
            && (lab.get().get("attributes").isPresent()
                || lab.get().get("supported_on").isPresent()
                || lab.get().get("requires").isPresent());
    return declared
        ? Optional.of(new ModuleSchema(name, lab.get(), Yaml.Map.empty(defaults.span()), false))
        : Optional.empty();
  }

  /** The keys of a level: {@code global}, {@code node}, {@code link}, {@code interface}, ... */
  public Keys level(String level) {
    Keys known = levels.get(level);
    if (known == null) {
      known = makeLevel(level);
      levels.put(level, known);
    }
    return known;
  }

  private Keys makeLevel(String level) {
    List<Keys> parts = new ArrayList<>();
    for (String name : withRelated(level)) {
      defaults.find("attributes", name).ifPresent(d -> parts.add(own(d, name)));
      for (Yaml.Map extension : extensions) {
        extension.get(name).ifPresent(d -> parts.add(own(d, name)));
      }
    }
    if (MODULE_LEVELS.contains(level)) {
      parts.add(new ModuleKeys(level));
      parts.add(new OpenKeys(level));
    }
    if (level.equals("node")) {
      parts.add(new InventoryKeys());
    }
    return Keys.join(parts);
  }

  private static List<String> withRelated(String level) {
    return Stream.concat(Stream.of(level), ALSO.getOrDefault(level, List.of()).stream()).toList();
  }

  private Keys own(Yaml definition, String level) {
    Optional<Keys> global =
        level.equals("global")
            ? Optional.empty()
            : defaults.find("attributes", "global").map(d -> reader.keys(d, Optional.empty()));
    return reader.keys(definition, global);
  }

  /** The keys of a named type; empty when it is no mapping with known keys. */
  public Optional<Keys> keysOf(String type) {
    return type(type)
        .flatMap(
            a -> a.type() instanceof AttrType.Struct s ? Optional.of(s.keys()) : Optional.empty());
  }

  /** A named type: an entry of {@code attributes} of the core, an extension or a module. */
  Optional<Attribute> type(String name) {
    Optional<Attribute> known = types.get(name);
    if (known == null) {
      known = readType(name);
      types.put(name, known);
    }
    return known;
  }

  private Optional<Attribute> readType(String name) {
    List<Yaml> candidates = new ArrayList<>();
    defaults.find("attributes", name).ifPresent(candidates::add);
    extensions.forEach(e -> e.get(name).ifPresent(candidates::add));
    Set<String> sources = new LinkedHashSet<>(used);
    sources.addAll(modules.keySet());
    for (String module : sources) {
      module(module)
          .flatMap(m -> m.definition().find("attributes", name))
          .ifPresent(candidates::add);
    }
    return candidates.isEmpty() ? Optional.empty() : Optional.of(reader.read(candidates.get(0)));
  }

  /** Attributes of modules at a level: {@code ospf} with the attributes ospf has there. */
  private final class ModuleKeys implements Keys {
    private final String level;
    private final Map<String, Optional<Attribute>> made = new LinkedHashMap<>();

    ModuleKeys(String level) {
      this.level = level;
    }

    @Override
    public Optional<Attribute> find(String key) {
      Optional<Attribute> known = made.get(key);
      if (known == null) {
        known = make(key);
        made.put(key, known);
      }
      return known;
    }

    private Optional<Attribute> make(String key) {
      if (!uses(key) && !moduleNames().contains(key)) {
        return Optional.empty();
      }
      if (!uses(key)) {
        return Optional.of(new Attribute(new AttrType.Any(), SchemaReader.needs(key)));
      }
      Optional<ModuleSchema> module = module(key);
      if (module.isEmpty()) {
        return Optional.of(Attribute.of(new AttrType.Any()));
      }
      return Optional.of(attribute(module.get()));
    }

    private Attribute attribute(ModuleSchema module) {
      List<Keys> parts = new ArrayList<>();
      boolean bool = false;
      boolean off = false;
      Optional<Keys> global = keys(module, "global", Optional.empty());
      for (String name : withRelated(level)) {
        Optional<Yaml> whole = module.definition().find("attributes", name);
        if (whole.isPresent() && whole.get() instanceof Yaml.Scalar) {
          return reader.read(whole.get());
        }
        keys(module, name, name.equals("global") ? Optional.empty() : global).ifPresent(parts::add);
        Optional<Yaml> others = module.definition().find("attributes", name, "_alt_types");
        if (others.isPresent() && others.get() instanceof Yaml.Seq seq) {
          bool |= mentions(seq, "bool");
          off |= mentions(seq, "bool_false");
        }
      }
      Attribute struct = Attribute.of(new AttrType.Struct(Keys.join(parts)));
      if (!bool && !off) {
        return struct;
      }
      AttrType flag = bool ? new AttrType.Bool() : new AttrType.False();
      return Attribute.of(new AttrType.OneOf(List.of(struct, Attribute.of(flag))));
    }

    private Optional<Keys> keys(ModuleSchema module, String name, Optional<Keys> fallback) {
      return module.definition().find("attributes", name).map(d -> reader.keys(d, fallback));
    }

    private static boolean mentions(Yaml.Seq seq, String word) {
      return seq.items().stream()
          .anyMatch(i -> i instanceof Yaml.Scalar s && s.text().equals(word));
    }

    @Override
    public Set<String> names() {
      return used;
    }
  }

  /** Variables of other tools, which pass through unseen. */
  private static final class InventoryKeys implements Keys {
    @Override
    public Optional<Attribute> find(String key) {
      return key.startsWith("netlab_") || key.startsWith("ansible_")
          ? Optional.of(Attribute.of(new AttrType.Any()))
          : Optional.empty();
    }

    @Override
    public Set<String> names() {
      return Set.of();
    }
  }

  /** Attributes of providers, outputs and tools, which no module owns. */
  private final class OpenKeys implements Keys {
    private final String level;

    OpenKeys(String level) {
      this.level = level;
    }

    @Override
    public Optional<Attribute> find(String key) {
      boolean tool = level.equals("node") && defaults.find("tools", key).isPresent();
      if (tool || outputNames().contains(key)) {
        return Optional.of(Attribute.of(new AttrType.Any()));
      }
      Optional<Yaml> provider = defaults.find("providers", key);
      if (provider.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          provider
              .flatMap(
                  p -> p instanceof Yaml.Map m ? m.find("attributes", level) : Optional.empty())
              .map(reader::read)
              .orElseGet(() -> Attribute.of(new AttrType.Any())));
    }

    @Override
    public Set<String> names() {
      return Set.of();
    }
  }
}
