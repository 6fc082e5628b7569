package netlab.compile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.device.DeviceCatalog;
import netlab.intent.Trees;
import netlab.schema.AttrType.Target;
import netlab.schema.Library;
import netlab.schema.ModuleOrder;
import netlab.schema.Names;
import netlab.schema.Schema;
import netlab.source.Yaml;

/**
 * All that labs may say: the attributes of every module, plugin and device.
 *
 * @param names the devices, modules and providers there are
 */
public record WholeSchema(Schema schema, Names names) {
  /**
   * The schema of labs with these defaults.
   *
   * @param lab the {@code defaults} of a lab, which may declare more; empty for any lab
   * @param plugins the plugins whose attributes count
   */
  public static WholeSchema of(Library library, Yaml.Map lab, List<String> plugins) {
    Yaml.Map defaults = Schema.core(library);
    for (String plugin : plugins) {
      Optional<Yaml.Map> data = library.find("netlab/plugin/" + plugin + ".yml");
      if (data.isPresent()) {
        defaults = defaults.under(Trees.mapAt(data.get(), "defaults"));
      }
    }
    defaults = defaults.under(lab);
    var devices = new DeviceCatalog(library, Trees.mapAt(defaults, "devices"));
    List<Yaml.Map> extensions = new ArrayList<>();
    for (String device : devices.names()) {
      devices.attributes(device).ifPresent(extensions::add);
    }
    Schema known = new Schema(library, defaults, Set.of(), List.of());
    Set<String> modules = new LinkedHashSet<>(known.moduleNames());
    for (var entry : lab.entries().entrySet()) {
      if (entry.getValue() instanceof Yaml.Map && known.module(entry.getKey().text()).isPresent()) {
        modules.add(entry.getKey().text());
      }
    }
    Names names = new Names();
    names.define(Target.DEVICE, new LinkedHashSet<>(devices.names()));
    names.define(Target.MODULE, modules);
    names.define(Target.PROVIDER, known.providerNames());
    Set<String> ordered = new LinkedHashSet<>(ModuleOrder.sort(modules, m -> earlier(known, m)));
    return new WholeSchema(new Schema(library, defaults, ordered, extensions), names);
  }

  /** Of a type that several modules define, that of the one they build on counts, as in labs. */
  private static List<String> earlier(Schema schema, String module) {
    List<String> earlier = new ArrayList<>();
    schema
        .module(module)
        .ifPresent(m -> {
          earlier.addAll(m.list("requires"));
          earlier.addAll(m.list("transform_after"));
        });
    return earlier;
  }
}
