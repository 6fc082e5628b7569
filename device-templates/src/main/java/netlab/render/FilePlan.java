package netlab.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.schema.Value;

/**
 * One entry of {@code config.files} in {@code device.yml}. A part is a module with a template, or
 * {@code module.variant} when the module has templates for several files; {@code template} names
 * one template that is rendered for every node.
 */
record FilePlan(
    String name,
    String target,
    String mode,
    ConfigFile.Use use,
    List<String> parts,
    Optional<String> template,
    Span at) {

  /** Names become file names and paths of templates: nothing that could leave a folder. */
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private static final Pattern PART = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
  private static final Pattern TARGET = Pattern.compile("(/[A-Za-z0-9_@+-][A-Za-z0-9._@+-]*)+");
  private static final Pattern MODE = Pattern.compile("0[0-7]{3}");

  /** The module a part belongs to. */
  static String moduleOf(String part) {
    int dot = part.indexOf('.');
    return dot < 0 ? part : part.substring(0, dot);
  }

  /** True for the configuration as a whole: there the lab's own templates have their place. */
  boolean takesCustom() {
    return parts.contains("initial");
  }

  /** The folders to search for templates, first hit wins. */
  static List<String> folders(Device device) {
    List<String> named = device.facts().textsAt("config.templates");
    return named.isEmpty() ? List.of(device.name()) : named;
  }

  /**
   * The files of a device in the order of {@code device.yml}; a wrong entry is reported and left
   * out.
   */
  static List<FilePlan> of(Device device, Diagnostics diagnostics) {
    List<FilePlan> plans = new ArrayList<>();
    for (Map.Entry<String, Value.Field> e :
        device.facts().fieldsAt("config.files").fields().entrySet()) {
      Span at = e.getValue().key();
      if (e.getValue().value() instanceof Value.Fields facts) {
        read(facts, at)
            .ifPresentOrElse(plans::add, () -> wrong(device, e.getKey(), at, diagnostics));
      } else {
        wrong(device, e.getKey(), at, diagnostics);
      }
    }
    return List.copyOf(plans);
  }

  private static Optional<FilePlan> read(Value.Fields facts, Span at) {
    String name = facts.textAt("name").orElse("");
    String target = facts.textAt("target").orElse("");
    String mode = facts.textAt("mode").orElse("0644");
    List<String> parts = facts.textsAt("parts");
    Optional<String> template = facts.textAt("template");
    Optional<ConfigFile.Use> use = use(facts.textAt("use").orElse("boot"));
    boolean good =
        FILE.matcher(name).matches()
            && TARGET.matcher(target).matches()
            && MODE.matcher(mode).matches()
            && parts.stream().allMatch(p -> PART.matcher(p).matches())
            && template.stream().allMatch(t -> PART.matcher(t).matches())
            && parts.isEmpty() == template.isPresent();
    return good
        ? use.map(u -> new FilePlan(name, target, mode, u, parts, template, at))
        : Optional.empty();
  }

  private static Optional<ConfigFile.Use> use(String text) {
    for (ConfigFile.Use use : ConfigFile.Use.values()) {
      if (use != ConfigFile.Use.SCRIPT && use.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }

  private static void wrong(Device device, String key, Span at, Diagnostics diagnostics) {
    diagnostics.error(
        Code.CONFIG_SECTION,
        at,
        "device `" + device.name() + "`: `config.files." + key + "` is not a file description",
        "it needs `name` (a plain file name), `target` (an absolute path), and either `parts` or"
            + " `template`; `mode` is like 0644, `use` is boot, startup, ip, sysctl or cli");
  }
}
