package netlab.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import netlab.compile.Modules;
import netlab.compile.Plugins;
import netlab.device.Device;
import netlab.device.DeviceCatalog;
import netlab.diag.Span;
import netlab.diag.Suggest;
import netlab.draft.Module;
import netlab.intent.Trees;
import netlab.report.YamlText;
import netlab.schema.Library;
import netlab.schema.Schema;
import netlab.schema.Value;
import netlab.source.Yaml;
import netlab.view.PublicModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netlab show}. */
@Command(
    description = "What this netlab knows: devices, modules, plugins, providers, attributes.",
    footer = {
      "  netlab show devices           device types, their images and what they can do",
      "  netlab show devices frr       the facts of one",
      "  netlab show modules -o json",
      "  netlab show attributes link            what links may say",
      "  netlab show attributes node -m ospf    what ospf adds to nodes",
    })
final class Show implements Callable<Integer> {
  private enum Subject {
    DEVICES,
    MODULES,
    PLUGINS,
    PROVIDERS,
    ATTRIBUTES
  }

  private final Session session;
  @Mixin private OutputOptions options = new OutputOptions();

  @Parameters(index = "0", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}.")
  private Subject topic = Subject.DEVICES;

  @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "One of them.")
  private String name = "";

  @Option(
      names = {"-m", "--module"},
      paramLabel = "MODULE",
      description = "Attributes of this module or plugin only.")
  private Optional<String> module = Optional.empty();

  Show(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Out out = session.out(options);
    return switch (topic) {
      case DEVICES -> devices(out);
      case MODULES -> print(modules(), out);
      case PLUGINS -> print(plugins(), out);
      case PROVIDERS -> print(providers(), out);
      case ATTRIBUTES -> attributes(out);
    };
  }

  private static DeviceCatalog catalog() {
    return new DeviceCatalog(Library.of(Show.class.getClassLoader()), Yaml.Map.empty(Span.NONE));
  }

  private int devices(Out out) {
    DeviceCatalog catalog = catalog();
    if (!name.isEmpty()) {
      return device(catalog, out);
    }
    SequencedMap<String, SequencedMap<String, Object>> rows = new LinkedHashMap<>();
    for (String each : catalog.names()) {
      catalog.find(each, "clab").ifPresent(device -> rows.put(each, row(device)));
    }
    return print(rows, out);
  }

  private static SequencedMap<String, Object> row(Device device) {
    SequencedMap<String, Object> row = new LinkedHashMap<>();
    Value.Fields facts = device.facts();
    row.put("image", facts.textAt("clab.image").or(() -> facts.textAt("image")).orElse(""));
    // A device can be configured when its folder says which files come out of which templates.
    row.put("configured", facts.fieldsAt("config.files").isEmpty() ? "model only" : "yes");
    List<String> able = new ArrayList<>();
    for (Module module : Modules.ALL) {
      if (device.can(module.name())) {
        able.add(module.name());
      }
    }
    row.put("modules", String.join(" ", able));
    row.put("description", facts.textAt("description").orElse(""));
    return row;
  }

  private int device(DeviceCatalog catalog, Out out) {
    Optional<Device> found = catalog.find(name, "clab");
    if (found.isEmpty()) {
      out.problem(
          "netlab show: there is no device `"
              + name
              + "`; "
              + Suggest.hint(name, List.copyOf(catalog.names()))
                  .orElse("`netlab show devices` lists them"));
      return ExitCode.FAILED;
    }
    Object facts = PublicModel.plain(found.get().facts()).orElseThrow();
    if (out.json()) {
      out.tree(facts);
    } else {
      out.raw(YamlText.of(facts));
    }
    return ExitCode.OK;
  }

  private static SequencedMap<String, SequencedMap<String, Object>> modules() {
    DeviceCatalog catalog = catalog();
    SequencedMap<String, SequencedMap<String, Object>> rows = new LinkedHashMap<>();
    for (Module module : Modules.ALL) {
      SequencedMap<String, Object> row = new LinkedHashMap<>();
      List<String> able = new ArrayList<>();
      for (String each : catalog.names()) {
        if (catalog.find(each, "clab").filter(d -> d.can(module.name())).isPresent()) {
          able.add(each);
        }
      }
      row.put("devices", String.join(" ", able));
      rows.put(module.name(), row);
    }
    return rows;
  }

  private static SequencedMap<String, SequencedMap<String, Object>> plugins() {
    Library library = Library.of(Show.class.getClassLoader());
    SequencedMap<String, SequencedMap<String, Object>> rows = new LinkedHashMap<>();
    for (String plugin : Schema.plugins(library)) {
      Optional<Yaml.Map> data = library.find("netlab/plugin/" + plugin + ".yml");
      Optional<String> now = data.flatMap(d -> Trees.scalarAt(d, "renamed")).map(Yaml.Scalar::text);
      boolean obsolete = data.flatMap(d -> d.get("obsolete")).isPresent();
      String state =
          obsolete
              ? "has nothing to do"
              : Plugins.named(plugin).isPresent() ? "yes" : "not in this release";
      SequencedMap<String, Object> row = new LinkedHashMap<>();
      row.put("built", now.map(n -> "now called " + n).orElse(state));
      row.put(
          "requires",
          data.stream()
              .flatMap(d -> Trees.scalars(d.get("requires")).stream())
              .map(Yaml.Scalar::text)
              .collect(Collectors.joining(" ")));
      rows.put(plugin, row);
    }
    return rows;
  }

  private int attributes(Out out) {
    try {
      SequencedMap<String, Object> tree = AttributeTree.of(name, module);
      if (out.json()) {
        out.tree(tree);
      } else {
        out.raw(YamlText.of(tree));
      }
      return ExitCode.OK;
    } catch (AttributeTree.Unknown e) {
      out.problem("netlab show: " + e.getMessage());
      return ExitCode.FAILED;
    }
  }

  private SequencedMap<String, SequencedMap<String, Object>> providers() {
    String usual = Providers.usual(session);
    SequencedMap<String, SequencedMap<String, Object>> rows = new LinkedHashMap<>();
    for (String each : Providers.NAMES) {
      SequencedMap<String, Object> row = new LinkedHashMap<>();
      row.put("default", each.equals(usual) ? "here" : "");
      row.put("description", Providers.description(each));
      rows.put(each, row);
    }
    return rows;
  }

  private static int print(SequencedMap<String, SequencedMap<String, Object>> rows, Out out) {
    List<List<String>> table = new ArrayList<>();
    rows.forEach((name, row) -> {
      List<String> cells = new ArrayList<>();
      cells.add(name);
      row.values().forEach(v -> cells.add(v.toString()));
      table.add(cells);
    });
    Columns.of(table).forEach(out::line);
    out.tree(rows);
    return ExitCode.OK;
  }
}
