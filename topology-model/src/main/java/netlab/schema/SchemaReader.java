package netlab.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Reads attribute definitions. A definition is
 *
 * <ul>
 *   <li>a type in words: {@code int 1..150}, {@code one of p2p lan}, {@code list of asn}, {@code
 *       map of id to vlan}, {@code ipv4 interface or one of dhcp}, {@code asn required};
 *   <li>a mapping with {@code type} and the rules of the language reference ({@code min_value},
 *       {@code valid_values}, {@code _required}, {@code _list_to_dict}, ...);
 *   <li>a mapping without {@code type}: the keys of a mapping, each with its definition;
 *   <li>a list of names: keys that accept anything.
 * </ul>
 */
final class SchemaReader {
  private static final Set<String> RULE_KEYS =
      Set.of(
          "type",
          "use",
          "copy",
          "merge",
          "min_value",
          "max_value",
          "min_length",
          "max_length",
          "valid_values",
          "true_value",
          "split_lines",
          "empty",
          "_required",
          "_default",
          "_alt_types",
          "_valid_with",
          "_invalid_with",
          "_requires",
          "_remove_when_false",
          "_list_to_dict",
          "_value_to_dict",
          "_obsolete",
          "_migrate",
          "_short_for",
          "_err_msg",
          "_subtype",
          "_keytype",
          "_keys",
          "_description",
          "_help");

  /** Answers what lies outside of a definition. */
  interface Context {
    /** Keys of another level. */
    Keys level(String name);

    /** A constant of {@code defaults.const}. */
    OptionalLong constant(String name);
  }

  private final Context context;

  SchemaReader(Context context) {
    this.context = context;
  }

  /** The attribute a definition describes. */
  Attribute read(Yaml definition) {
    return switch (definition) {
      case Yaml.Scalar s ->
          s.isNull() ? Attribute.of(new AttrType.Any()) : TypeWords.read(s.text(), s.span());
      case Yaml.Seq seq -> Attribute.of(new AttrType.Struct(keys(seq, Optional.empty())));
      case Yaml.Map map -> fromMap(map);
    };
  }

  /** The keys a level's definition lists; a key without definition is the one of the fallback. */
  Keys keys(Yaml definition, Optional<Keys> fallback) {
    Map<String, Yaml> raw = new LinkedHashMap<>();
    if (definition instanceof Yaml.Map map) {
      map.entries()
          .forEach((key, value) -> {
            if (!RULE_KEYS.contains(key.text()) || (value instanceof Yaml.Map m && typed(m))) {
              raw.put(key.text(), value);
            }
          });
    } else if (definition instanceof Yaml.Seq seq) {
      for (String name : texts(seq)) {
        raw.put(name, new Yaml.Scalar("", Yaml.Style.PLAIN, seq.span()));
      }
    }
    return new LazyKeys(raw, fallback);
  }

  /** An attribute may have the name of a rule ({@code type} of a link). */
  private static boolean typed(Yaml.Map map) {
    return map.get("type").isPresent();
  }

  private Attribute fromMap(Yaml.Map map) {
    AttrType type = base(map);
    List<Yaml> others = items(map.get("_alt_types"));
    if (!others.isEmpty()) {
      List<Attribute> all = new ArrayList<>();
      all.add(Attribute.of(type));
      others.forEach(o -> all.add(read(o)));
      type = new AttrType.OneOf(all);
    }
    return new Attribute(type, rules(map));
  }

  private AttrType base(Yaml.Map map) {
    Optional<String> copied = text(map, "copy");
    if (copied.isPresent()) {
      return new AttrType.Struct(context.level(copied.get()));
    }
    return map.get("type")
        .filter(t -> t instanceof Yaml.Scalar)
        .map(t -> refined(TypeWords.read(((Yaml.Scalar) t).text(), t.span()).type(), map))
        .orElseGet(() -> struct(map));
  }

  private AttrType struct(Yaml.Map map) {
    Keys own = keys(map, Optional.empty());
    Optional<Yaml> inner = map.get("_keys");
    if (inner.isPresent()) {
      own = Keys.join(List.of(own, keys(inner.get(), Optional.empty())));
    }
    List<Keys> parts = new ArrayList<>(List.of(own));
    map.get("merge").ifPresent(m -> texts(m).forEach(level -> parts.add(context.level(level))));
    return new AttrType.Struct(parts.size() == 1 ? own : Keys.join(parts));
  }

  private AttrType refined(AttrType base, Yaml.Map map) {
    List<String> words = words(map.get("valid_values"));
    return switch (base) {
      case AttrType.Int i ->
          new AttrType.Int(
              number(map, "min_value").orElse(i.min()), number(map, "max_value").orElse(i.max()));
      case AttrType.Real n ->
          new AttrType.Real(real(map, "min_value", n.min()), real(map, "max_value", n.max()));
      case AttrType.Text t -> words.isEmpty() ? t : new AttrType.Word(words);
      case AttrType.Id id ->
          new AttrType.Id((int) number(map, "max_length").orElse(id.maxLength()));
      case AttrType.Ip ip ->
          text(map, "use")
              .flatMap(TypeWords::use)
              .map(use -> (AttrType) new AttrType.Ip(ip.family(), use))
              .orElse(ip);
      case AttrType.ListOf list -> list(list, map, words);
      case AttrType.MapOf m -> dict(m, map);
      case AttrType other -> other;
    };
  }

  private AttrType list(AttrType.ListOf base, Yaml.Map map, List<String> words) {
    Attribute items = map.get("_subtype").map(this::read).orElse(base.items());
    if (!words.isEmpty()) {
      items = Attribute.of(new AttrType.Word(words));
    }
    return new AttrType.ListOf(
        items,
        (int) number(map, "min_length").orElse(base.min()),
        (int) number(map, "max_length").orElse(base.max()));
  }

  private AttrType dict(AttrType.MapOf base, Yaml.Map map) {
    if (map.get("_keys").isPresent() || map.get("merge").isPresent()) {
      return struct(map);
    }
    return new AttrType.MapOf(
        map.get("_keytype").map(this::read).or(base::keys),
        map.get("_subtype").map(this::read).or(base::values));
  }

  private static Attribute.Rules rules(Yaml.Map map) {
    if (map.entries().keySet().stream().noneMatch(k -> RULE_KEYS.contains(k.text()))) {
      return Attribute.Rules.NONE;
    }
    return new Attribute.Rules(
        flag(map, "_required"),
        map.get("_default"),
        map.get("true_value"),
        flag(map, "_remove_when_false"),
        map.get("_list_to_dict"),
        words(map.get("_value_to_dict")),
        words(map.get("_valid_with")),
        words(map.get("_invalid_with")),
        words(map.get("_requires")),
        text(map, "_obsolete"),
        text(map, "_migrate"),
        text(map, "_short_for"),
        text(map, "_err_msg"));
  }

  /** The rule that a module must be in use. */
  static Attribute.Rules needs(String module) {
    Attribute.Rules none = Attribute.Rules.NONE;
    return new Attribute.Rules(
        false,
        none.whenAbsent(),
        none.whenTrue(),
        false,
        none.listKey(),
        List.of(),
        List.of(),
        List.of(),
        List.of(module),
        none.obsolete(),
        none.renamed(),
        none.path(),
        none.message());
  }

  private static boolean flag(Yaml.Map map, String key) {
    return map.get(key)
        .filter(v -> v instanceof Yaml.Scalar s && s.asBool().orElse(false))
        .isPresent();
  }

  private static Optional<String> text(Yaml.Map map, String key) {
    return map.get(key)
        .flatMap(v -> v instanceof Yaml.Scalar s ? Optional.of(s.text()) : Optional.empty());
  }

  private double real(Yaml.Map map, String key, double otherwise) {
    OptionalLong value = number(map, key);
    return value.isPresent() ? (double) value.getAsLong() : otherwise;
  }

  /** A number, or the constant a name stands for. */
  private OptionalLong number(Yaml.Map map, String key) {
    Optional<Yaml> value = map.get(key);
    if (value.isEmpty() || !(value.get() instanceof Yaml.Scalar s)) {
      return OptionalLong.empty();
    }
    return s.asInt().isPresent() ? s.asInt() : context.constant(s.text());
  }

  /** The items of a list, or the keys of a mapping. */
  private static List<String> words(Optional<Yaml> value) {
    if (value.isPresent() && value.get() instanceof Yaml.Map map) {
      return map.entries().keySet().stream().map(Key::text).toList();
    }
    return value.map(SchemaReader::texts).orElse(List.of());
  }

  private static List<Yaml> items(Optional<Yaml> value) {
    if (value.isEmpty()) {
      return List.of();
    }
    return value.get() instanceof Yaml.Seq seq ? seq.items() : List.of(value.get());
  }

  private static List<String> texts(Yaml value) {
    List<String> texts = new ArrayList<>();
    for (Yaml item : items(Optional.of(value))) {
      if (item instanceof Yaml.Scalar s) {
        texts.add(s.text());
      }
    }
    return texts;
  }

  /** Keys whose definitions are read at the first question. */
  private final class LazyKeys implements Keys {
    private final Map<String, Yaml> raw;
    private final Optional<Keys> fallback;
    private final Map<String, Attribute> made = new LinkedHashMap<>();

    LazyKeys(Map<String, Yaml> raw, Optional<Keys> fallback) {
      this.raw = raw;
      this.fallback = fallback;
    }

    @Override
    public Optional<Attribute> find(String key) {
      Yaml definition = raw.get(key);
      if (definition == null) {
        return Optional.empty();
      }
      Attribute known = made.get(key);
      if (known == null) {
        boolean open = definition instanceof Yaml.Scalar s && s.isNull();
        known =
            Optional.of(key)
                .filter(k -> open)
                .flatMap(k -> fallback.flatMap(f -> f.find(k)))
                .orElseGet(() -> read(definition));
        made.put(key, known);
      }
      return Optional.of(known);
    }

    @Override
    public Set<String> names() {
      return new LinkedHashSet<>(raw.keySet());
    }
  }
}
