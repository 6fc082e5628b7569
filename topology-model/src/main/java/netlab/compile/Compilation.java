package netlab.compile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import netlab.device.Device;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.intent.DefaultFiles;
import netlab.intent.Intent;
import netlab.intent.IntentReader;
import netlab.intent.Overrides;
import netlab.intent.Settings;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.lab.Numbering;
import netlab.schema.Library;
import netlab.schema.Value;
import netlab.source.Key;
import netlab.source.Sources;
import netlab.source.Yaml;

/** The whole way from a lab file to a lab. */
public final class Compilation {
  /**
   * What a lab file comes to.
   *
   * @param devices the device of each node, with what the lab file says about it
   * @param numbering an input of the next compilation
   * @param kept true when something has another address than it had got in a new lab
   * @param defaults what is chosen beyond the lab: by the program, files with defaults and options
   * @param whole the lab file with everything in it that options and files with defaults say, its
   *     name and its provider
   */
  public record Compiled(
      Lab lab,
      SequencedMap<NodeId, Device> devices,
      Numbering numbering,
      boolean kept,
      Value.Fields defaults,
      Supplier<Yaml.Map> whole) {
    public Compiled {
      devices = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(devices));
    }
  }

  private final Library library;
  private final Numbering before;
  private final Diagnostics diagnostics;

  /**
   * @param library schema, modules and devices of the program
   */
  public Compilation(Library library, Diagnostics diagnostics) {
    this(library, Numbering.NONE, diagnostics);
  }

  /**
   * @param library schema, modules and devices of the program
   * @param before how the lab was numbered when it ran before
   */
  public Compilation(Library library, Numbering before, Diagnostics diagnostics) {
    this.library = library;
    this.before = before;
    this.diagnostics = diagnostics;
  }

  /**
   * Reads and compiles a lab file.
   *
   * @param overrides what the command line changes
   * @param defaults where further defaults may come from
   * @param provider the provider of a lab that names none
   * @return empty when something is wrong, which is reported
   */
  public Optional<Compiled> compile(
      Path file, Overrides overrides, DefaultFiles defaults, Optional<String> provider) {
    var sources = new Sources(diagnostics);
    Optional<Yaml.Map> text = sources.load(file);
    var more = new ArrayList<Yaml.Map>();
    text.ifPresent(lab ->
        files(lab, file, defaults).forEach(f -> sources.loadDefaults(f).ifPresent(more::add)));
    if (text.isEmpty() || diagnostics.hasErrors()) {
      return Optional.empty();
    }
    var settings = new Settings(folder(file), overrides, more, provider);
    Optional<Intent> intent =
        new IntentReader(library, Plugins::named, diagnostics).read(text.get(), settings);
    Optional<Compiled> compiled =
        intent.flatMap(i ->
            Compiler.compile(i, before, diagnostics)
                .map(o ->
                    new Compiled(
                        o.lab(),
                        devices(i),
                        o.numbering(),
                        o.kept(),
                        i.defaults(),
                        () -> whole(text.get(), settings, o.lab()))));
    intent.ifPresent(i -> WarningRules.apply(i.defaults().fieldsAt("warnings"), diagnostics));
    return compiled.filter(c -> !diagnostics.hasErrors());
  }

  private static Yaml.Map whole(Yaml.Map file, Settings settings, Lab lab) {
    Yaml.Map whole = IntentReader.whole(file, settings);
    Span span = whole.span();
    whole = whole.with(new Key("name", span), Yaml.Scalar.of(lab.name(), span));
    return lab.provider().isPresent()
        ? whole.with(new Key("provider", span), Yaml.Scalar.of(lab.provider().get(), span))
        : whole;
  }

  private static SequencedMap<NodeId, Device> devices(Intent intent) {
    SequencedMap<NodeId, Device> devices = new LinkedHashMap<>();
    intent.nodes().forEach((name, node) -> devices.put(new NodeId(name), node.device()));
    return devices;
  }

  private List<Path> files(Yaml.Map lab, Path file, DefaultFiles defaults) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path home = Path.of(System.getProperty("user.home", "/"));
    return folder == null ? List.of() : defaults.of(lab, folder, home, diagnostics);
  }

  /** The name of the folder a file is in. */
  private static String folder(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    Path name = parent == null ? null : parent.getFileName();
    return name == null ? "" : name.toString();
  }
}
