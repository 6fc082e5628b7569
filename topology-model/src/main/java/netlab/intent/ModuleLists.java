package netlab.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import netlab.device.Able;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Span;
import netlab.schema.ModuleOrder;
import netlab.schema.ModuleSchema;
import netlab.source.Yaml;

/** Decides which node runs which modules (language reference, modules.md section 1). */
final class ModuleLists {
  private final Reading reading;

  ModuleLists(Reading reading) {
    this.reading = reading;
  }

  /** The modules of a node: its own and those of its groups, otherwise those of the whole lab. */
  SequencedMap<String, Span> of(Yaml.Map node, Device device, List<GroupEntry> groups) {
    SequencedMap<String, Span> modules = new LinkedHashMap<>();
    boolean listed = add(modules, node.get("module"));
    for (GroupEntry group : groups) {
      listed |= add(modules, group.data().get("module"));
    }
    if (!listed) {
      List<String> ofDevice = device.facts().textsAt("node.module");
      ofDevice.forEach(m -> modules.putIfAbsent(m, Span.NONE));
      // A device for hosts stays one, whatever the role of the node: a Linux bridge does not route.
      boolean host =
          role(node, device, groups).equals("host")
              || device.facts().textAt("role").filter("host"::equals).isPresent();
      boolean daemon = device.facts().boolAt("daemon").orElse(false);
      if (ofDevice.isEmpty() && (!host || daemon)) {
        add(modules, reading.root().get("module"));
      }
    }
    SequencedMap<String, Span> sorted = new LinkedHashMap<>();
    for (String module : ModuleOrder.sort(modules.keySet(), this::earlier)) {
      sorted.put(module, modules.getOrDefault(module, Span.NONE));
    }
    return sorted;
  }

  private static String role(Yaml.Map node, Device device, List<GroupEntry> groups) {
    return DeviceChoice.first("role", node, groups)
        .map(Yaml.Scalar::text)
        .or(() -> device.facts().textAt("role"))
        .orElse("router");
  }

  /** Adds the modules of a list that exist; true when there is a list. */
  private boolean add(SequencedMap<String, Span> modules, Optional<Yaml> list) {
    for (Yaml.Scalar module : Trees.scalars(list)) {
      if (known(module)) {
        modules.putIfAbsent(module.text(), module.span());
      }
    }
    return list.isPresent() && !Trees.isNull(list.get());
  }

  /** Checks the list of the whole lab, even when no node takes it. */
  void checkGlobal() {
    Trees.scalars(reading.root().get("module")).forEach(this::known);
  }

  private boolean known(Yaml.Scalar module) {
    String name = module.text();
    if (reading.schema().module(name).isPresent()) {
      return true;
    }
    reading
        .diagnostics()
        .unknownName(
            Code.UNKNOWN_MODULE,
            module.span(),
            "there is no module `" + name + "`",
            name,
            "modules",
            reading.schema().moduleNames());
    return false;
  }

  /** Every module of the lab, its nodes and its plugins, by name, dependencies first. */
  List<String> ordered(Iterable<NodeEntry> nodes, Set<String> ofPlugins) {
    Set<String> union = new TreeSet<>(ofPlugins);
    Trees.scalars(reading.root().get("module")).stream()
        .map(Yaml.Scalar::text)
        .filter(name -> reading.schema().module(name).isPresent())
        .forEach(union::add);
    nodes.forEach(n -> union.addAll(n.modules().keySet()));
    return ModuleOrder.sort(union, this::earlier);
  }

  /** The modules that look at the lab before a module does. */
  private List<String> earlier(String module) {
    List<String> earlier = new ArrayList<>(list(module, "requires"));
    earlier.addAll(list(module, "transform_after"));
    return earlier;
  }

  private List<String> list(String module, String key) {
    return reading.schema().module(module).map(s -> s.list(key)).orElse(List.of());
  }

  /** Reports modules whose device cannot run them, and modules without those they need. */
  void check(NodeEntry node) {
    node.modules()
        .forEach((module, span) -> {
          Span place = span.or(node.name().span());
          needed(node, module, place);
          supported(node, module, place);
        });
  }

  private void needed(NodeEntry node, String module, Span place) {
    Set<String> needed = new LinkedHashSet<>(list(module, "requires"));
    needed.addAll(node.device().facts().textsAt("features." + module + ".requires"));
    needed.removeAll(node.modules().keySet());
    for (String missing : needed) {
      reading
          .diagnostics()
          .error(
              Code.MODULE_REQUIRES,
              place,
              "module `"
                  + module
                  + "` of node `"
                  + node.name().text()
                  + "` needs module `"
                  + missing
                  + "`",
              "add `" + missing + "` to the modules of the node");
    }
  }

  private void supported(NodeEntry node, String module, Span place) {
    Optional<ModuleSchema> schema = reading.schema().module(module);
    List<String> only = list(module, "supported_on");
    boolean built = schema.isPresent() && schema.get().built();
    Predicate<Device> able =
        device -> built ? device.can(module) : only.isEmpty() || only.contains(device.name());
    if (!able.test(node.device())) {
      reading
          .diagnostics()
          .error(
              Code.MODULE_NOT_ON_DEVICE,
              place,
              "device `"
                  + node.device().name()
                  + "` of node `"
                  + node.name().text()
                  + "` cannot run module `"
                  + module
                  + "` with provider "
                  + node.provider(),
              "remove the module from the node, or choose another device; "
                  + Able.of(reading.devices().all(node.provider()), able));
    }
  }
}
