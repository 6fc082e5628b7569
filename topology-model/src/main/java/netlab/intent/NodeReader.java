package netlab.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.schema.AttrType;
import netlab.schema.Completion;
import netlab.schema.Keys;
import netlab.schema.ModuleSchema;
import netlab.schema.Typer;
import netlab.schema.Untyped;
import netlab.schema.Value;
import netlab.schema.Where;
import netlab.source.Yaml;

/**
 * Types nodes and merges into them what groups, devices, the whole lab and packages say (language
 * reference, topology.md section 6 and modules.md section 2).
 */
final class NodeReader {
  /** Facts of a device which are attributes of its nodes as well. */
  private static final List<String> FROM_DEVICE = List.of("role", "mtu", "cpu", "memory");

  /** What became a component of the node's record, or was only for the reader. */
  private static final String[] DONE = {"name", "device", "image", "_features"};

  private final Reading reading;
  private final Groups groups;
  private final String primary;
  private final Value.Fields globals;
  private final Keys keys;
  private final Typer typer;
  private final Map<String, Value.Fields> groupData = new LinkedHashMap<>();
  private final Map<String, Value.Fields> packageParameters = new LinkedHashMap<>();
  private final Map<List<String>, Value.Fields> deviceParameters = new HashMap<>();
  private final Map<String, Long> ases = new LinkedHashMap<>();

  /**
   * A reader of nodes.
   *
   * @param primary the primary provider; nodes with another one say so
   */
  NodeReader(Reading reading, Groups groups, Value.Fields globals, String primary) {
    this.reading = reading;
    this.primary = primary;
    this.groups = groups;
    this.globals = globals;
    this.keys = reading.schema().level("node");
    this.typer = reading.typer().partial();
    for (GroupEntry group : groups.entries().values()) {
      groupData.put(group.name().text(), new GroupData(reading).of(group));
    }
  }

  /** The typed data of a group, without what describes the group itself. */
  Value.Fields dataOf(String group) {
    return groupData.getOrDefault(group, Value.Fields.NONE);
  }

  /** Reads all nodes. */
  List<NodeIntent> read(Iterable<NodeEntry> entries, AsList asList) {
    List<NodeIntent> nodes = new ArrayList<>();
    for (NodeEntry entry : entries) {
      nodes.add(node(entry, asList));
    }
    return nodes;
  }

  private NodeIntent node(NodeEntry entry, AsList asList) {
    String name = entry.name().text();
    Where where = Where.of("node `" + name + "`");
    Value.Fields own = typer.fields(entry.data(), keys, where);
    own = new Value.Fields(own.fields(), entry.name().span());
    unusedModules(own, entry, where);
    Value.Fields data = withGroups(own, entry, Optional.empty());
    if (entry.modules().containsKey("bgp")) {
      data = asList.applyTo(name, data);
      Optional<Long> as = as(data);
      as.ifPresent(number -> ases.put(name, number));
      Optional<String> ofAs = as.map(number -> "as" + number).filter(groups.entries()::containsKey);
      data = ofAs.isPresent() ? asList.applyTo(name, withGroups(own, entry, ofAs)) : data;
    }
    data = withDevice(data, entry);
    for (String module : entry.modules().keySet()) {
      data = withParameters(data, module, entry);
    }
    data = withImage(data, entry);
    data = Completion.of(typer, reading.diagnostics()).all(data, keys, where);
    data = data.without(DONE);
    data =
        entry.provider().equals(primary)
            ? data.without("provider")
            : data.with("provider", new Value.Scalar(entry.provider(), entry.name().span()));
    return new NodeIntent(
        name, entry.device(), List.copyOf(entry.modules().keySet()), data, entry.name().span());
  }

  /**
   * The AS of a node before its device has a say: what AS groups are made from.
   *
   * @return empty when the node does not run BGP, or has no AS yet
   */
  Optional<Long> as(String node) {
    return Optional.ofNullable(ases.get(node));
  }

  private Optional<Long> as(Value.Fields node) {
    return node.longAt("bgp.as")
        .or(() -> globals.longAt("bgp.as"))
        .or(() -> reading.schema().module("bgp").flatMap(m -> ofPackage(m).longAt("as")));
  }

  private void unusedModules(Value.Fields own, NodeEntry entry, Where where) {
    own.fields()
        .forEach((key, field) -> {
          boolean module = reading.schema().uses(key) && !key.equals("initial");
          if (module && !entry.modules().containsKey(key)) {
            reading
                .diagnostics()
                .error(
                    Code.MODULE_NOT_USED,
                    field.key(),
                    where.at(key) + " needs module `" + key + "`, which the node does not run",
                    "add it to the list `module` of the node, or remove the attribute");
          }
        });
  }

  /**
   * @param ofAs the group of the nodes with the AS of this one, once that is known
   */
  private Value.Fields withGroups(Value.Fields own, NodeEntry entry, Optional<String> ofAs) {
    Value.Fields data = own;
    Set<String> implied = new LinkedHashSet<>(Groups.EVERYBODY);
    ofAs.ifPresent(implied::add);
    List<GroupEntry> of = groups.of(entry.name().text(), implied);
    List<Value> templates = new ArrayList<>(data.itemsAt("config"));
    // The first group wins, but what the last one says comes first: VLANs get their numbers so.
    Value.Fields ofGroups = Value.Fields.NONE;
    for (GroupEntry group : of.reversed()) {
      ofGroups = ofGroups.under(usable(dataOf(group.name().text()), entry));
    }
    data = data.over(ofGroups);
    // The group of a device has templates for its nodes, but no other data.
    implied.add(entry.device().name());
    groups.of(entry.name().text(), implied).forEach(group -> templates.addAll(0, templates(group)));
    List<Value> left = Templates.resolve(templates);
    return left.isEmpty()
        ? data.without("config")
        : data.with("config", new Value.Items(left, left.get(0).span()));
  }

  private static List<Value> templates(GroupEntry group) {
    return Trees.scalars(group.data().get("config")).stream().map(Untyped::of).toList();
  }

  /** Group data of modules that the node does not run are not for this node. */
  private Value.Fields usable(Value.Fields data, NodeEntry entry) {
    Value.Fields usable = data;
    for (String key : data.fields().keySet()) {
      if (reading.schema().uses(key) && !entry.modules().containsKey(key)) {
        usable = usable.without(key);
      }
    }
    return usable;
  }

  private Value.Fields withDevice(Value.Fields data, NodeEntry entry) {
    Device device = entry.device();
    Value.Fields done = data;
    Optional<Value> mtu = reading.defaults().find("interfaces", "mtu").map(Untyped::of);
    if (done.at("mtu").isEmpty() && mtu.isPresent()) {
      done = done.with("mtu", mtu.get());
    }
    for (String fact : FROM_DEVICE) {
      Optional<Value> value = device.facts().at(fact);
      if (done.at(fact).isEmpty() && value.isPresent()) {
        done = done.with(fact, value.get());
      }
    }
    Value.Fields ofNode = device.facts().fieldsAt("node").without("module");
    done = done.over(ofNode);
    Value.Fields ofLab = globals.fieldsAt(device.name());
    if (!ofLab.isEmpty()) {
      done = done.with(device.name(), done.fieldsAt(device.name()).over(ofLab));
    }
    return withContainer(done, entry);
  }

  /** Settings of the provider that a device always needs: kind, type, environment. */
  private static Value.Fields withContainer(Value.Fields data, NodeEntry entry) {
    Value.Fields block = entry.device().facts().fieldsAt(entry.provider());
    Value.Fields settings = block.fieldsAt("node");
    Optional<Value> kind = block.at("kind");
    if (kind.isPresent() && settings.at("kind").isEmpty()) {
      settings = settings.with("kind", kind.get());
    }
    return settings.isEmpty()
        ? data
        : data.with(entry.provider(), data.fieldsAt(entry.provider()).over(settings));
  }

  /** Node value, then the lab's, then the device's, then the package's. */
  private Value.Fields withParameters(Value.Fields data, String module, NodeEntry entry) {
    Optional<ModuleSchema> schema = reading.schema().module(module);
    Value written = data.at(module).orElse(Value.Fields.NONE);
    if (schema.isEmpty() || !(written instanceof Value.Fields own)) {
      return data;
    }
    Value.Fields inherited = local(globals.fieldsAt(module), schema.get());
    inherited = inherited.over(ofDevice(module, entry));
    inherited = inherited.over(ofPackage(schema.get()));
    Value.Fields merged = new Value.Fields(own.fields(), entry.name().span()).over(inherited);
    return merged.isEmpty() ? data : data.with(module, merged);
  }

  private static Value.Fields local(Value.Fields global, ModuleSchema schema) {
    Value.Fields local = global;
    for (String parameter : global.fields().keySet()) {
      if (schema.staysGlobal(parameter)) {
        local = local.without(parameter);
      }
    }
    return local;
  }

  private Value.Fields ofDevice(String module, NodeEntry entry) {
    String device = entry.device().name();
    return deviceParameters.computeIfAbsent(
        List.of(module, device, entry.provider()),
        k ->
            reading
                .devices()
                .facts(device, entry.provider())
                .flatMap(f -> f.get(module))
                .map(v ->
                    v instanceof Yaml.Map map
                        ? parameters(module, map, "device `" + device + "`")
                        : Value.Fields.NONE)
                .orElse(Value.Fields.NONE));
  }

  /** The default values of a module, for all nodes. */
  Value.Fields ofPackage(ModuleSchema schema) {
    return packageParameters.computeIfAbsent(
        schema.name(), m -> parameters(m, schema.parameters(), "`defaults." + m + "`"));
  }

  /** Defaults may hold more than attributes; what is an attribute gets its type. */
  private Value.Fields parameters(String module, Yaml.Map map, String thing) {
    Keys typed = parameterKeys(module);
    return typer.fields(map, typed, Where.of(thing));
  }

  private Keys parameterKeys(String module) {
    List<Keys> parts = new ArrayList<>();
    for (String level : List.of("node", "global")) {
      reading
          .schema()
          .level(level)
          .find(module)
          .ifPresent(a -> {
            if (a.type() instanceof AttrType.Struct s) {
              parts.add(s.keys());
            }
          });
    }
    parts.add(Keys.OPEN);
    return Keys.join(parts);
  }

  private Value.Fields withImage(Value.Fields data, NodeEntry entry) {
    Optional<Value> image =
        data.at("image").or(() -> data.at("box")).or(() -> entry.device().facts().at("image"));
    if (image.isPresent()) {
      return data.with("box", image.get());
    }
    boolean provider =
        reading.schema().providerNames().contains(entry.provider())
            && !entry.provider().equals("netns");
    if (reading.needsImages() && provider && entry.hasDevice()) {
      reading
          .diagnostics()
          .error(
              Code.NO_IMAGE,
              entry.name().span(),
              "there is no image of device `"
                  + entry.device().name()
                  + "` for provider "
                  + entry.provider()
                  + ", which node `"
                  + entry.name().text()
                  + "` needs",
              "set `image` for the node, or `defaults.devices."
                  + entry.device().name()
                  + "."
                  + entry.provider()
                  + ".image`");
    }
    return data;
  }
}
