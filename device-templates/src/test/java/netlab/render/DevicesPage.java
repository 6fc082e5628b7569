package netlab.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netlab.device.Device;
import netlab.diag.Diagnostics;
import netlab.schema.Value;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The page about the devices and how much of each is known, made of facts: the features of their
 * folders, the goldens and recordings of the tests, and what {@code known.yml} says was run.
 */
final class DevicesPage {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Path CONFIGS = RESOURCES.resolve("configs");
  private static final Path SHOW = RESOURCES.resolve("show");

  /** Before the name of a lab of docs/matrix.md in a record. */
  static final String MATRIX = "matrix ";

  private static final Path FOLDERS = Path.of("src/main/resources/devices");

  /** How sure the configuration of a module is, the surest first. */
  private enum Level {
    RUN,
    GRAMMAR,
    GOLDEN,
    CLAIMED,
    MISSING;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Module(String name, Level level, List<String> features, List<String> labs) {}

  private final Map<String, Set<String>> modulesOfLabs = new TreeMap<>();
  private final List<String> unfinished;
  private final Map<String, Object> known;

  DevicesPage() throws IOException {
    try (Stream<Path> labs = Files.list(RESOURCES.resolve("labs"))) {
      for (Path lab : labs.toList()) {
        Set<String> modules = new TreeSet<>(Set.of("initial"));
        collect(yaml(lab), modules);
        modulesOfLabs.put(lab.getFileName().toString().replace(".lab.yml", ""), modules);
      }
    }
    unfinished = Files.readAllLines(CONFIGS.resolve("unfinished.txt"));
    known = strings(yaml(RESOURCES.resolve("known.yml")));
  }

  private static Object yaml(Path file) throws IOException {
    return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }

  private static Map<String, Object> strings(@Nullable Object map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (map instanceof Map<?, ?> m) {
      m.forEach((key, value) -> copy.put(String.valueOf(key), value));
    }
    return copy;
  }

  private static List<String> words(@Nullable Object value) {
    return switch (value) {
      case Collection<?> all -> all.stream().map(String::valueOf).toList();
      case null -> List.of();
      default -> List.of(String.valueOf(value));
    };
  }

  /** Modules that a lab uses anywhere; a feature that is a module of its own counts, too. */
  private static void collect(@Nullable Object tree, Set<String> modules) {
    strings(tree)
        .forEach((key, value) -> {
          if (key.equals("module")) {
            modules.addAll(words(value));
          } else {
            collect(value, modules);
          }
        });
  }

  String text() throws IOException {
    StringBuilder page = new StringBuilder(Files.readString(RESOURCES.resolve("devices-page.md")));
    page.append("\n| Device | Configurations | State is read | Configuration gets in by |\n");
    page.append("|---|---|---|---|\n");
    StringBuilder sections = new StringBuilder();
    for (Device device : LabSubjects.DEVICES.all("clab")) {
      if (!FilePlan.of(device, new Diagnostics()).isEmpty()) {
        List<Module> modules = modules(device);
        page.append(
            "| [`%s`](#%s) | %s | %s | %s |%n"
                .formatted(
                    device.name(), device.name(), summary(modules), state(device), way(device)));
        sections.append(section(device, modules));
      }
    }
    return page.append(sections).toString();
  }

  private List<Module> modules(Device device) throws IOException {
    List<Module> all = new ArrayList<>();
    Value.Fields features = device.facts().fieldsAt("features");
    for (String name : features.fields().keySet()) {
      if (device.can(name)) {
        List<String> labs = labs(device, name);
        all.add(new Module(name, level(device, name, labs), features(features, name), labs));
      }
    }
    return all;
  }

  private static List<String> features(Value.Fields all, String module) {
    return all.fieldsAt(module).fields().entrySet().stream()
        .filter(e -> !e.getKey().startsWith("_"))
        .filter(e -> !(e.getValue().value() instanceof Value.Scalar s && s.data().equals(false)))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Labs that the device makes configurations of. */
  private List<String> labs(Device device, String module) throws IOException {
    Path own = CONFIGS.resolve(device.name());
    if (!Files.isDirectory(own)) {
      return List.of();
    }
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, Set<String>> lab : modulesOfLabs.entrySet()) {
      boolean uses =
          lab.getValue().stream().anyMatch(m -> m.equals(module) || m.startsWith(module + "."))
              || lab.getKey().equals(module + "-gre");
      if (uses
          && Files.isDirectory(own.resolve(lab.getKey()))
          && !Files.exists(own.resolve(lab.getKey()).resolve("errors"))) {
        all.add(lab.getKey());
      }
    }
    return all;
  }

  private Level level(Device device, String module, List<String> labs) {
    if (record(device.name(), module).isPresent()) {
      return Level.RUN;
    }
    if (unfinished.contains(device.name() + " " + module)) {
      return Level.MISSING;
    }
    if (labs.isEmpty()) {
      return Level.CLAIMED;
    }
    boolean left = words(strings(known.get("grammar_without")).get(device.name())).contains(module);
    return words(known.get("grammar")).contains(device.name()) && !left
        ? Level.GRAMMAR
        : Level.GOLDEN;
  }

  /** What tells that a module of a device was run. */
  private Optional<String> record(String device, String module) {
    return Optional.ofNullable(records().getOrDefault(device, Map.of()).get(module));
  }

  /** The record of each module that was run, by devices. */
  Map<String, Map<String, String>> records() {
    Map<String, Map<String, String>> all = new TreeMap<>();
    strings(known.get("run"))
        .forEach((device, modules) -> {
          Map<String, String> own = new LinkedHashMap<>();
          strings(modules).forEach((module, record) -> own.put(module, String.valueOf(record)));
          all.put(device, own);
        });
    return all;
  }

  /** A record as a link. */
  private static String link(String record) {
    return record.startsWith(MATRIX)
        ? "[" + record.substring(MATRIX.length()) + "](matrix.md)"
        : "[" + Path.of(record).getFileName() + "](../" + record + ")";
  }

  private static String summary(List<Module> modules) {
    return Stream.of(Level.values())
        .filter(level -> modules.stream().anyMatch(m -> m.level() == level))
        .map(level ->
            level.word()
                + ": "
                + modules.stream()
                    .filter(m -> m.level() == level)
                    .map(Module::name)
                    .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  /** Readers of the device, those first that read what a device has really said. */
  private String state(Device device) throws IOException {
    List<String> readers =
        device.facts().fieldsAt("show").fields().keySet().stream()
            .filter(name -> !name.equals("like"))
            .toList();
    String like = device.facts().textAt("show.like").map(d -> "as `" + d + "`").orElse("");
    Set<String> recorded = recorded(device);
    if (strings(known.get("state")).containsKey(device.name())) {
      return "run: " + String.join(", ", readers);
    }
    String first = readers.stream().filter(recorded::contains).collect(Collectors.joining(", "));
    String others =
        readers.stream().filter(r -> !recorded.contains(r)).collect(Collectors.joining(", "));
    String all =
        Stream.of(
                like,
                first.isEmpty() ? "" : "recorded: " + first,
                others.isEmpty() ? "" : "claimed: " + others)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? "not yet: up, but not verified" : all;
  }

  /**
   * Readers with a recording, of the device or of its family: a file that is not made after a
   * manual.
   */
  private Set<String> recorded(Device device) throws IOException {
    Set<String> all = new TreeSet<>();
    if (words(known.get("documented")).contains(device.name())) {
      return all;
    }
    try (Stream<Path> folders = Files.list(SHOW)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        String family = folder.getFileName().toString().split("-[0-9]", 2)[0];
        if (device.lineage().contains(family)) {
          try (Stream<Path> files = Files.list(folder)) {
            files
                .map(f -> f.getFileName().toString())
                .filter(f -> f.endsWith(".rows") && !f.contains(".manual."))
                .forEach(f -> {
                  all.add(f.split("\\.", 2)[0]);
                  all.add(f.substring(0, f.indexOf('.', f.indexOf('.') + 1)));
                });
          }
        }
      }
    }
    return all;
  }

  private static String way(Device device) {
    Set<String> ways = new TreeSet<>();
    String push =
        device.facts().textAt("push.with").filter("program"::equals).isPresent()
            ? "a program in the container"
            : "SSH, held against a fake";
    for (FilePlan file : FilePlan.of(device, new Diagnostics())) {
      ways.add(
          switch (file.use()) {
            case BOOT, SCRIPT -> "files before the start";
            case STARTUP -> "startup configuration of containerlab";
            case IP -> "`ip -batch`";
            case SYSCTL -> "`sysctl`";
            case CLI -> push;
          });
    }
    if (!device.facts().fieldsAt("push").isEmpty() && !ways.contains(push)) {
      ways.add("while it runs: " + push);
    }
    return String.join("; ", ways);
  }

  private String section(Device device, List<Module> modules) throws IOException {
    StringBuilder text = new StringBuilder("\n## " + device.name() + "\n\n");
    Path notes = FOLDERS.resolve(device.name()).resolve("notes.md");
    if (Files.exists(notes)) {
      text.append(Files.readString(notes).strip()).append("\n\n");
    }
    text.append(
        "| Module | Known | Features that it claims | Labs with goldens |\n|---|---|---|---|\n");
    for (Module module : modules) {
      text.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(
                  module.name(),
                  module.level().word()
                      + record(device.name(), module.name()).map(r -> ": " + link(r)).orElse(""),
                  String.join(", ", module.features()),
                  String.join(", ", module.labs())));
    }
    return text.toString();
  }
}
