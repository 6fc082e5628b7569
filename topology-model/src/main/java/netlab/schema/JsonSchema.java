package netlab.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.net.Family;

/**
 * The schema of lab files for editors, as a tree of JSON Schema 2020-12. It is made from the same
 * data as the checks of the program and is a little more lenient: it knows no names of nodes, and
 * looks into keys with dots only as far as mappings have known keys.
 */
public final class JsonSchema {
  /** How deep keys with dots are spelled out. */
  private static final int DOTS = 2;

  private final Schema schema;
  private final Names names;
  private final SequencedMap<String, Object> definitions = new LinkedHashMap<>();
  private final Deque<String> wanted = new ArrayDeque<>();
  private final Set<String> asked = new LinkedHashSet<>();

  /**
   * @param names the devices, modules and providers there are
   */
  private JsonSchema(Schema schema, Names names) {
    this.schema = schema;
    this.names = names;
  }

  /**
   * The schema of a whole lab file.
   *
   * @param schema all attributes a lab may use
   * @param names the devices, modules and providers there are
   */
  public static SequencedMap<String, Object> of(Schema schema, Names names) {
    return new JsonSchema(schema, names).document();
  }

  private SequencedMap<String, Object> document() {
    SequencedMap<String, Object> root =
        map("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", "netlab lab file");
    SequencedMap<String, Object> top = level("global", false);
    SequencedMap<String, Object> properties = child(top, "properties");
    SequencedMap<String, Object> node = level("node", false);
    SequencedMap<String, Object> end = level("interface", false);
    define("node", node);
    define("interface", end);
    define("pool", level("pool", false));
    define("prefix", level("prefix", false));
    define("link", link());
    define("links", links());
    define("group", group());
    properties.put("nodes", nodes());
    properties.put("links", ref("links"));
    properties.put("groups", mapping(anyOf(ref("group"), list(map("type", "string")))));
    properties.put("addressing", mapping(anyOf(ref("pool"), map("type", "string"))));
    properties.put("prefix", mapping(ref("prefix")));
    properties.put(
        "components",
        mapping(map("type", "object", "properties", map("nodes", nodes(), "links", ref("links")))));
    properties.put("defaults", map("type", List.of("object", "null")));
    dotted(top, "nodes", "links", "groups", "addressing", "prefix", "components", "defaults");
    root.putAll(top);
    while (!wanted.isEmpty()) {
      String type = wanted.pop();
      schema.type(type).ifPresent(a -> definitions.put("type-" + type, attribute(a)));
    }
    root.put("$defs", definitions);
    return root;
  }

  /** Below these keys any path is accepted: their own keys are names that users choose. */
  private static void dotted(SequencedMap<String, Object> top, String... keys) {
    child(top, "patternProperties").put("^(" + String.join("|", keys) + ")\\.", map());
  }

  private SequencedMap<String, Object> nodes() {
    SequencedMap<String, Object> named =
        map("allOf", List.of(ref("node"), map("required", List.of("name"))));
    return anyOf(
        mapping(ref("node")), list(anyOf(map("type", "string"), named)), map("type", "null"));
  }

  /** Keys that are no attributes are nodes with their interface attributes. */
  private SequencedMap<String, Object> link() {
    SequencedMap<String, Object> link = level("link", false);
    SequencedMap<String, Object> properties = child(link, "properties");
    properties.put("interfaces", list(anyOf(map("type", "string"), ref("interface"))));
    properties.put("group", map("type", "string"));
    properties.put("members", ref("links"));
    link.put("additionalProperties", ref("interface"));
    return link;
  }

  private static SequencedMap<String, Object> links() {
    SequencedMap<String, Object> one =
        anyOf(
            map("type", List.of("string", "null")),
            list(anyOf(map("type", "string"), map("type", "object"))),
            ref("link"));
    return anyOf(
        map("type", List.of("string", "null")),
        map("type", "array", "items", one),
        mapping(map("type", List.of("array", "null"), "items", one)));
  }

  private SequencedMap<String, Object> group() {
    SequencedMap<String, Object> group = level("group", false);
    SequencedMap<String, Object> properties = child(group, "properties");
    for (String level : List.of("node", "vlan", "vrf_object")) {
      Optional<Keys> keys =
          level.equals("node") ? Optional.of(schema.level(level)) : schema.keysOf(level);
      keys.ifPresent(k -> struct(k, true).forEach((key, value) -> merge(group, key, value)));
    }
    properties.put("device", map());
    return group;
  }

  @SuppressWarnings("unchecked")
  private static void merge(SequencedMap<String, Object> target, String key, Object value) {
    if (value instanceof SequencedMap<?, ?> more
        && target.get(key) instanceof SequencedMap<?, ?> own) {
      more.forEach((k, v) ->
          ((SequencedMap<String, Object>) own)
              .merge((String) k, v, (a, b) -> a.equals(b) ? a : anyOf(a, b)));
    }
  }

  private SequencedMap<String, Object> level(String level, boolean nullable) {
    SequencedMap<String, Object> made = struct(schema.level(level), nullable);
    SequencedMap<String, Object> properties = child(made, "properties");
    Set<String> more = new LinkedHashSet<>(schema.providerNames());
    more.addAll(schema.outputNames());
    for (String name : more) {
      schema
          .level(level)
          .find(name)
          .ifPresent(a -> {
            properties.putIfAbsent(name, attribute(a));
            child(made, "patternProperties").put("^" + name + "\\.", map());
          });
    }
    if (level.equals("interface")) {
      properties.putIfAbsent("node", map("type", "string"));
    }
    if (level.equals("node") || level.equals("group")) {
      properties.put("include", map("type", "string"));
      child(made, "patternProperties").put("^(netlab_|ansible_)", map());
    }
    made.put("type", List.of("object", "null"));
    return made;
  }

  /** A mapping with known keys; those behind dots are spelled out. */
  private SequencedMap<String, Object> struct(Keys keys, boolean nullable) {
    SequencedMap<String, Object> properties = new LinkedHashMap<>();
    SequencedMap<String, Object> patterns = map("^_", map());
    spell("", keys, 1, properties, patterns);
    SequencedMap<String, Object> struct =
        map("type", nullable ? List.of("object", "null") : "object");
    struct.put("properties", properties);
    struct.put("patternProperties", patterns);
    struct.put("additionalProperties", false);
    return struct;
  }

  private void spell(
      String prefix,
      Keys keys,
      int depth,
      SequencedMap<String, Object> properties,
      SequencedMap<String, Object> patterns) {
    for (String name : keys.names()) {
      Optional<Attribute> attribute = keys.find(name);
      if (attribute.isEmpty() || name.startsWith("_")) {
        continue;
      }
      properties.put(prefix + name, attribute(attribute.get()));
      Optional<Keys> inner = inner(attribute.get());
      boolean open = inner.isEmpty() && takesMappings(attribute.get());
      if (open || (inner.isPresent() && depth == DOTS)) {
        patterns.put("^" + (prefix + name).replace(".", "\\.") + "\\.", map());
      } else if (inner.isPresent()) {
        spell(prefix + name + ".", inner.get(), depth + 1, properties, patterns);
      }
    }
  }

  /** The known keys inside of an attribute; empty when it has none, or free ones. */
  private Optional<Keys> inner(Attribute attribute) {
    return switch (attribute.type()) {
      case AttrType.Struct s -> Optional.of(s.keys());
      case AttrType.Named n -> schema.type(n.name()).flatMap(this::inner);
      case AttrType.OneOf o -> {
        List<Keys> all = new ArrayList<>();
        o.alternatives().forEach(a -> inner(a).ifPresent(all::add));
        boolean free = o.alternatives().stream().anyMatch(this::isFree);
        yield all.isEmpty() || free ? Optional.empty() : Optional.of(Keys.join(all));
      }
      case AttrType other -> Optional.empty();
    };
  }

  private boolean isFree(Attribute attribute) {
    return inner(attribute).isEmpty() && takesMappings(attribute);
  }

  private boolean takesMappings(Attribute attribute) {
    return attribute.rules().listKey().isPresent()
        || !attribute.rules().valueKeys().isEmpty()
        || switch (attribute.type()) {
          case AttrType.Any a -> true;
          case AttrType.MapOf m -> true;
          case AttrType.ListOf l -> true;
          case AttrType.Struct s -> true;
          case AttrType.Named n -> schema.type(n.name()).filter(this::takesMappings).isPresent();
          case AttrType.OneOf o -> o.alternatives().stream().anyMatch(this::takesMappings);
          case AttrType other -> false;
        };
  }

  /** What an attribute accepts; an empty value always is. */
  private SequencedMap<String, Object> attribute(Attribute attribute) {
    Attribute.Rules rules = attribute.rules();
    if (rules.path().isPresent()) {
      return map();
    }
    if (rules.obsolete().isPresent() || rules.renamed().isPresent()) {
      return map("deprecated", true);
    }
    List<Object> accepted = new ArrayList<>();
    SequencedMap<String, Object> type = type(attribute.type());
    if (type.isEmpty()) {
      return type;
    }
    accepted.add(type);
    if (rules.whenTrue().isPresent()) {
      accepted.add(flag(true));
    }
    if (rules.removable()) {
      accepted.add(flag(false));
    }
    if (rules.listKey().isPresent()) {
      accepted.add(map("type", "array"));
    }
    if (!rules.valueKeys().isEmpty()) {
      accepted.add(map("type", List.of("string", "number", "boolean", "array")));
    }
    if (accepted.size() == 1 && nullable(type)) {
      return type;
    }
    accepted.add(map("type", "null"));
    return map("anyOf", accepted);
  }

  /** Lets a simple type accept an empty value, too, when it can say so in itself. */
  private static boolean nullable(SequencedMap<String, Object> type) {
    if (type.get("type") instanceof String one) {
      type.put("type", List.of(one, "null"));
      return true;
    }
    if (type.get("type") instanceof List<?> several) {
      List<Object> more = new ArrayList<>(several);
      if (!more.contains("null")) {
        more.add("null");
      }
      type.put("type", more);
      return true;
    }
    return false;
  }

  private SequencedMap<String, Object> type(AttrType type) {
    return switch (type) {
      case AttrType.Any a -> map();
      case AttrType.Bool b ->
          anyOf(map("type", "boolean"), words(List.of("yes", "no", "on", "off", "Yes", "No")));
      case AttrType.False f -> flag(false);
      case AttrType.Nothing n -> map("type", "null");
      case AttrType.Int i -> range(map("type", "integer"), i);
      case AttrType.Real r -> {
        SequencedMap<String, Object> number = map("type", "number");
        if (!Double.isInfinite(r.min())) {
          number.put("minimum", (long) r.min());
          number.put("maximum", (long) r.max());
        }
        yield number;
      }
      case AttrType.Text t -> map("type", List.of("string", "number"));
      case AttrType.Word w -> words(w.words());
      case AttrType.Id i ->
          map(
              "type",
              "string",
              "pattern",
              "^[A-Za-z_][A-Za-z0-9_-]*$",
              "maxLength",
              (long) i.maxLength());
      case AttrType.Ip ip -> address(ip);
      case AttrType.Special s -> special(s.notation());
      case AttrType.Ref r -> reference(r.target());
      case AttrType.ListOf l -> {
        SequencedMap<String, Object> item = attribute(l.items());
        yield item.isEmpty()
            ? map()
            : anyOf(map("type", "array", "items", item), type(l.items().type()));
      }
      case AttrType.MapOf m -> mapping(m.values().map(this::attribute).orElseGet(JsonSchema::map));
      case AttrType.Struct s -> struct(s.keys(), true);
      case AttrType.Named n -> named(n.name());
      case AttrType.OneOf o -> {
        List<Object> all = new ArrayList<>();
        o.alternatives().forEach(a -> all.add(attribute(a)));
        yield map("anyOf", all);
      }
      case AttrType.Refused r -> map("not", map());
    };
  }

  private SequencedMap<String, Object> named(String name) {
    if (schema.type(name).isEmpty()) {
      return map();
    }
    if (asked.add(name)) {
      wanted.add(name);
    }
    return ref("type-" + name);
  }

  private static SequencedMap<String, Object> range(
      SequencedMap<String, Object> number, AttrType.Int bounds) {
    if (bounds.min() != Long.MIN_VALUE) {
      number.put("minimum", bounds.min());
    }
    if (bounds.max() != Long.MAX_VALUE) {
      number.put("maximum", bounds.max());
    }
    return number;
  }

  /** A word may look like a number or a truth value where YAML is read. */
  private static SequencedMap<String, Object> words(List<String> words) {
    Set<Object> all = new LinkedHashSet<>();
    for (String word : words) {
      all.add(word);
      switch (word) {
        case "true", "on", "yes" -> all.add(true);
        case "false", "off", "no" -> all.add(false);
        default -> {
          if (word.matches("\\d{1,9}")) {
            all.add(Long.parseLong(word));
          }
        }
      }
    }
    return map("enum", List.copyOf(all));
  }

  private static SequencedMap<String, Object> address(AttrType.Ip ip) {
    SequencedMap<String, Object> text =
        map(
            "type",
            "string",
            "pattern",
            ip.family() == Family.IPV4 ? "^[0-9./]+$" : "^[0-9a-fA-F:./]+$");
    return switch (ip.use()) {
      case INTERFACE -> anyOf(text, map("type", List.of("integer", "boolean")));
      case SUBNET_PREFIX -> anyOf(text, map("type", "boolean"));
      case ID -> anyOf(text, map("type", "number"));
      case HOST_PREFIX, PREFIX, PREFIX_OR_HOST, ADDRESS -> text;
    };
  }

  private static SequencedMap<String, Object> special(AttrType.Notation notation) {
    return switch (notation) {
      case ASN, TIME, RD, NET -> map("type", List.of("string", "number"));
      case AUTO_BANDWIDTH -> anyOf(map("type", "integer"), words(List.of("auto")));
      case MAC, ESI, PREFIX_OR_NAME, PREFIX_SET -> map("type", "string");
    };
  }

  private SequencedMap<String, Object> reference(AttrType.Target target) {
    return names
        .of(target)
        .map(known -> words(List.copyOf(known)))
        .orElseGet(() -> map("type", "string"));
  }

  private static SequencedMap<String, Object> flag(boolean value) {
    return words(value ? List.of("true", "on", "yes") : List.of("false", "off", "no"));
  }

  private static SequencedMap<String, Object> mapping(SequencedMap<String, Object> values) {
    return map(
        "type",
        List.of("object", "null"),
        "patternProperties",
        map("^_", map(), "^[^._][^.]*$", values, "\\.", map()));
  }

  private static SequencedMap<String, Object> list(SequencedMap<String, Object> items) {
    return map("type", List.of("array", "null"), "items", items);
  }

  private void define(String name, SequencedMap<String, Object> definition) {
    definitions.put(name, definition);
  }

  private static SequencedMap<String, Object> ref(String name) {
    return map("$ref", "#/$defs/" + name);
  }

  private static SequencedMap<String, Object> anyOf(Object... all) {
    return map("anyOf", List.of(all));
  }

  @SuppressWarnings("unchecked")
  private static SequencedMap<String, Object> child(SequencedMap<String, Object> map, String key) {
    return (SequencedMap<String, Object>)
        map.computeIfAbsent(key, k -> new LinkedHashMap<String, Object>());
  }

  private static SequencedMap<String, Object> map(Object... keysAndValues) {
    SequencedMap<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
