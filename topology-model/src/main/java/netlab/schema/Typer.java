package netlab.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import netlab.diag.Code;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Turns trees into typed values. What is wrong is reported at its key or value and left out, so
 * that it causes no further errors.
 */
public final class Typer {
  private final Schema schema;
  private final Scalars scalars;
  private final Diagnostics diagnostics;
  private final boolean complete;
  private final Set<Where> broken;

  /** Types with defaults filled in and required attributes checked. */
  public Typer(Schema schema, Names names, Diagnostics diagnostics) {
    this(schema, new Scalars(names), diagnostics, true, new HashSet<>());
  }

  private Typer(
      Schema schema,
      Scalars scalars,
      Diagnostics diagnostics,
      boolean complete,
      Set<Where> broken) {
    this.schema = schema;
    this.scalars = scalars;
    this.diagnostics = diagnostics;
    this.complete = complete;
    this.broken = broken;
  }

  /**
   * The same without defaults and without a look for missing attributes: for data that will be
   * merged with other data. {@link Completion} does both later.
   */
  public Typer partial() {
    return new Typer(schema, scalars, diagnostics, false, broken);
  }

  /** For items of lists, which nothing is merged with. */
  private Typer whole() {
    return complete ? this : new Typer(schema, scalars, diagnostics, true, broken);
  }

  /** Types a mapping. */
  public Value.Fields fields(Yaml.Map map, Keys keys, Where where) {
    var typed = new LinkedHashMap<String, Value.Field>();
    map.entries().forEach((key, value) -> field(key, value, keys, where, typed));
    Value.Fields fields = new Value.Fields(typed, map.span());
    return complete ? Completion.of(this, diagnostics).level(fields, keys, where) : fields;
  }

  /** Types one value of a mapping. */
  private void field(Key key, Yaml value, Keys keys, Where where, Map<String, Value.Field> typed) {
    Optional<Attribute> attribute = keys.find(key.text());
    if (attribute.isEmpty()) {
      if (key.text().startsWith("_") || schema.isOpen()) {
        typed.put(key.text(), new Value.Field(Untyped.of(value), key.span()));
      } else {
        unknown(key, keys, where);
      }
      return;
    }
    Attribute.Rules rules = attribute.get().rules();
    Where here = where.at(key.text());
    if (rules.obsolete().isPresent()) {
      diagnostics.warning(
          Code.OBSOLETE_ATTRIBUTE, key.span(), here + " is gone", rules.obsolete().get());
      return;
    }
    if (!modulesUsed(rules, key, here)) {
      return;
    }
    if (rules.renamed().isPresent()) {
      diagnostics.warning(
          Code.OLD_SPELLING,
          key.span(),
          here + " is an old name",
          "write `" + rules.renamed().get() + "`");
      moved(key, value, rules.renamed().get(), keys, where, typed);
      return;
    }
    if (rules.path().isPresent()) {
      moved(key, value, rules.path().get(), keys, where, typed);
      return;
    }
    Optional<Value> good = value(value, attribute.get(), here, key.span());
    if (good.isPresent()) {
      typed.merge(key.text(), new Value.Field(good.get(), key.span()), Typer::joined);
    } else {
      broken.add(here);
    }
  }

  /** True when the attribute is there but wrong: then nobody may complain that it is missing. */
  boolean isBroken(Where where) {
    return broken.contains(where)
        || broken.stream().anyMatch(b -> b.isShared() && b.path().equals(where.path()));
  }

  private boolean modulesUsed(Attribute.Rules rules, Key key, Where where) {
    for (String module : rules.modules()) {
      if (!schema.uses(module)) {
        diagnostics.error(
            Code.MODULE_NOT_USED,
            key.span(),
            where + " needs module `" + module + "`, which no node runs",
            "add it to the list `module`, or remove the attribute");
        return false;
      }
    }
    return true;
  }

  /** Types a value under another name, which may be a path. */
  private void moved(
      Key key, Yaml value, String name, Keys keys, Where where, Map<String, Value.Field> typed) {
    String[] path = name.split("\\.", -1);
    Yaml nested = value;
    for (int i = path.length - 1; i > 0; i--) {
      var one = new LinkedHashMap<Key, Yaml>();
      one.put(new Key(path[i], key.span()), nested);
      nested = new Yaml.Map(one, value.span());
    }
    var added = new LinkedHashMap<String, Value.Field>();
    field(new Key(path[0], key.span()), nested, keys, where, added);
    added.forEach((k, f) -> typed.merge(k, f, Typer::joined));
  }

  /** Data under two names of one attribute: mappings merge, otherwise the first counts. */
  private static Value.Field joined(Value.Field first, Value.Field second) {
    return first.value() instanceof Value.Fields a && second.value() instanceof Value.Fields b
        ? new Value.Field(a.over(b), first.key())
        : first;
  }

  private void unknown(Key key, Keys keys, Where where) {
    List<String> accepted = keys.names().stream().filter(n -> isUsable(n, keys)).toList();
    diagnostics.unknownName(
        Code.UNKNOWN_ATTRIBUTE,
        key.span(),
        "unknown attribute `" + where.at(key.text()).path() + "` of " + where.thing(),
        key.text(),
        "accepted here",
        accepted);
  }

  private boolean isUsable(String name, Keys keys) {
    return !name.startsWith("_")
        && keys.find(name)
            .filter(a -> a.rules().modules().stream().allMatch(schema::uses))
            .isPresent();
  }

  /** Types a value; empty, and reported, when it is wrong. */
  public Optional<Value> value(Yaml yaml, Attribute attribute, Where where) {
    return value(yaml, attribute, where, yaml.span());
  }

  private Optional<Value> value(Yaml yaml, Attribute attribute, Where where, Span key) {
    Attribute.Rules rules = attribute.rules();
    if (yaml instanceof Yaml.Scalar s && s.asBool().isPresent()) {
      boolean flag = s.asBool().get();
      if (flag && rules.whenTrue().isPresent()) {
        return typed(at(rules.whenTrue().get(), s.span()), attribute, where, key);
      }
      if (!flag && rules.removable()) {
        return Optional.of(new Value.Scalar(false, s.span()));
      }
    }
    if (!rules.valueKeys().isEmpty() && !(yaml instanceof Yaml.Map) && !isNull(yaml)) {
      return spread(yaml, attribute, where, key);
    }
    if (rules.listKey().isPresent() && yaml instanceof Yaml.Seq seq) {
      return typed(listAsMap(seq, rules.listKey().get()), attribute, where, key);
    }
    if (rules.message().isEmpty()) {
      return typed(yaml, attribute, where, key);
    }
    Diagnostics trial = new Diagnostics();
    Optional<Value> value =
        new Typer(schema, scalars, trial, complete, new HashSet<>())
            .typed(yaml, attribute, where, key);
    if (trial.hasErrors()) {
      diagnostics.error(Code.WRONG_TYPE, yaml.span(), where + ": " + rules.message().get());
    }
    return value;
  }

  /** One value for several keys; what is wrong with it is said once. */
  private Optional<Value> spread(Yaml yaml, Attribute attribute, Where where, Span key) {
    int before = diagnostics.errorCount();
    Optional<Value> spread = Optional.empty();
    SequencedMap<Key, Yaml> entries = new LinkedHashMap<>();
    for (String name : attribute.rules().valueKeys()) {
      entries.put(new Key(name, key), yaml);
      if (before == diagnostics.errorCount()) {
        spread = typed(new Yaml.Map(entries, yaml.span()), attribute, where, key);
      }
    }
    return spread;
  }

  /** A value from the schema, placed where the lab file caused it. */
  private static Yaml at(Yaml value, Span span) {
    return switch (value) {
      case Yaml.Scalar s -> new Yaml.Scalar(s.text(), s.style(), span);
      case Yaml.Seq seq -> new Yaml.Seq(seq.items().stream().map(i -> at(i, span)).toList(), span);
      case Yaml.Map map -> {
        var entries = new LinkedHashMap<Key, Yaml>();
        map.entries().forEach((k, v) -> entries.put(new Key(k.text(), span), at(v, span)));
        yield new Yaml.Map(entries, span);
      }
    };
  }

  private static boolean isNull(Yaml yaml) {
    return yaml instanceof Yaml.Scalar s && s.isNull();
  }

  private static Yaml.Map listAsMap(Yaml.Seq seq, Yaml value) {
    var entries = new LinkedHashMap<Key, Yaml>();
    for (Yaml item : seq.items()) {
      if (item instanceof Yaml.Scalar s) {
        entries.put(new Key(s.text(), s.span()), at(value, s.span()));
      } else if (item instanceof Yaml.Map map) {
        entries.putAll(map.entries());
      }
    }
    return new Yaml.Map(entries, seq.span());
  }

  private Optional<Value> typed(Yaml yaml, Attribute attribute, Where where, Span key) {
    AttrType type = attribute.type();
    if (type instanceof AttrType.Named named) {
      return named(yaml, named, where, key);
    }
    if (type instanceof AttrType.OneOf oneOf) {
      return oneOf(yaml, oneOf, where, key);
    }
    if (type instanceof AttrType.Any) {
      return Optional.of(Untyped.of(yaml));
    }
    if (isNull(yaml)) {
      return Optional.of(new Value.Empty(yaml.span()));
    }
    return switch (type) {
      case AttrType.ListOf list -> list(yaml, list, where);
      case AttrType.MapOf map -> map(yaml, map, where);
      case AttrType.Struct struct -> struct(yaml, struct, where);
      case AttrType scalar -> scalar(yaml, scalar, where);
    };
  }

  private Optional<Value> named(Yaml yaml, AttrType.Named named, Where where, Span key) {
    Optional<Attribute> attribute = schema.type(named.name());
    if (attribute.isEmpty() && schema.isOpen()) {
      return Optional.of(Untyped.of(yaml));
    }
    if (attribute.isEmpty()) {
      diagnostics.error(
          Code.UNKNOWN_NAME,
          named.place().or(key),
          where + " is declared with the unknown type `" + named.name() + "`");
      return Optional.empty();
    }
    return value(yaml, attribute.get(), where, key);
  }

  private Optional<Value> scalar(Yaml yaml, AttrType type, Where where) {
    Scalars.Outcome outcome =
        yaml instanceof Yaml.Scalar s ? scalars.read(type, s) : Scalars.wrong(type, yaml);
    return switch (outcome) {
      case Scalars.Good good -> Optional.of(new Value.Scalar(good.data(), yaml.span()));
      case Scalars.Bad bad -> {
        diagnostics.report(
            Severity.ERROR,
            bad.code(),
            yaml.span(),
            sentence(where, bad.message()),
            bad.hint(),
            List.of());
        yield Optional.empty();
      }
    };
  }

  private static String sentence(Where where, String message) {
    return message.startsWith("must ") || message.startsWith("is ")
        ? where + " " + message
        : where + ": " + message;
  }

  private Optional<Value> list(Yaml yaml, AttrType.ListOf type, Where where) {
    List<Yaml> items = yaml instanceof Yaml.Seq seq ? seq.items() : List.of(yaml);
    if (!(yaml instanceof Yaml.Seq) && !fits(yaml, type.items().type())) {
      diagnostics.error(
          Code.WRONG_TYPE, yaml.span(), where + " must be a list, not " + Scalars.shown(yaml));
      return Optional.empty();
    }
    List<Value> values = new ArrayList<>();
    for (Yaml item : items) {
      if (isNull(item) && !(type.items().type() instanceof AttrType.Any)) {
        diagnostics.error(Code.MISSING_VALUE, item.span(), "a list item of " + where + " is empty");
        continue;
      }
      whole().value(item, type.items(), where, item.span()).ifPresent(values::add);
    }
    if (items.size() < type.min() || items.size() > type.max()) {
      diagnostics.error(
          Code.OUT_OF_RANGE,
          yaml.span(),
          where
              + " must have "
              + (items.size() < type.min() ? "at least " + type.min() : "at most " + type.max())
              + " items, not "
              + items.size());
      return Optional.empty();
    }
    return Optional.of(new Value.Items(values, yaml.span()));
  }

  private Optional<Value> map(Yaml yaml, AttrType.MapOf type, Where where) {
    if (!(yaml instanceof Yaml.Map map)) {
      return notMap(yaml, type, where);
    }
    var typed = new LinkedHashMap<String, Value.Field>();
    map.entries()
        .forEach((key, value) -> {
          Optional<String> name = key(key, type, where);
          if (name.isPresent()) {
            Optional<Value> v =
                type.values()
                    .map(t -> value(value, t, where.at(key.text()), key.span()))
                    .orElseGet(() -> Optional.of(Untyped.of(value)));
            v.map(x -> emptied(x, type))
                .ifPresent(x -> typed.put(name.get(), new Value.Field(x, key.span())));
          }
        });
    return Optional.of(new Value.Fields(typed, yaml.span()));
  }

  /** {@code red:} in a mapping of VLANs is a VLAN without attributes. */
  private Value emptied(Value value, AttrType.MapOf type) {
    boolean object =
        type.values()
            .filter(a -> resolved(a.type()).anyMatch(t -> t instanceof AttrType.Struct))
            .isPresent();
    return value instanceof Value.Empty && object
        ? new Value.Fields(new LinkedHashMap<>(), value.span())
        : value;
  }

  /** A key under the type of keys, in its normal spelling. */
  private Optional<String> key(Key key, AttrType.MapOf type, Where where) {
    if (type.keys().isEmpty() || key.text().startsWith("_")) {
      return Optional.of(key.text());
    }
    Yaml.Scalar text = new Yaml.Scalar(key.text(), Yaml.Style.PLAIN, key.span());
    return value(text, type.keys().get(), Where.of("a key of `" + where.path() + "`"))
        .flatMap(
            v -> v instanceof Value.Scalar s ? Optional.of(s.data().toString()) : Optional.empty());
  }

  private Optional<Value> struct(Yaml yaml, AttrType.Struct type, Where where) {
    return yaml instanceof Yaml.Map map
        ? Optional.of(fields(map, type.keys(), where))
        : notMap(yaml, type, where);
  }

  /** {@code false} for a mapping switches it off: it stops inheritance. */
  private Optional<Value> notMap(Yaml yaml, AttrType type, Where where) {
    if (yaml instanceof Yaml.Scalar s && s.asBool().isPresent() && !s.asBool().get()) {
      return Optional.of(new Value.Scalar(false, s.span()));
    }
    diagnostics.error(
        Code.WRONG_TYPE,
        yaml.span(),
        where + " must be " + type.wanted() + ", not " + Scalars.shown(yaml));
    return Optional.empty();
  }

  private Optional<Value> oneOf(Yaml yaml, AttrType.OneOf type, Where where, Span key) {
    if (isNull(yaml)) {
      return Optional.of(new Value.Empty(yaml.span()));
    }
    List<Attribute> shaped =
        type.alternatives().stream().filter(a -> fits(yaml, a.type())).toList();
    List<Diagnostic> found = new ArrayList<>();
    for (Attribute alternative : shaped) {
      Diagnostics trial = new Diagnostics();
      new Typer(schema, scalars, trial, complete, new HashSet<>())
          .value(yaml, alternative, where, key);
      if (!trial.hasErrors()) {
        return value(yaml, alternative, where, key);
      }
      if (trial.sorted().stream().noneMatch(Typer::isVague)) {
        trial.sorted().forEach(this::again);
        return Optional.empty();
      }
      found.addAll(trial.sorted());
    }
    if (shaped.size() == 1 && !(yaml instanceof Yaml.Scalar)) {
      return value(yaml, shaped.get(0), where, key);
    }
    boolean choice = found.stream().anyMatch(d -> d.code() == Code.INVALID_CHOICE);
    diagnostics.report(
        Severity.ERROR,
        choice ? Code.INVALID_CHOICE : Code.WRONG_TYPE,
        yaml.span(),
        where + " must be " + type.wanted() + ", not " + Scalars.shown(yaml),
        found.stream().flatMap(d -> d.hint().stream()).findFirst(),
        List.of());
    return Optional.empty();
  }

  private void again(Diagnostic d) {
    diagnostics.report(d.severity(), d.code(), d.at(), d.message(), d.hint(), d.notes());
  }

  /** Another alternative may be meant, so the message must name all of them. */
  private static boolean isVague(Diagnostic d) {
    return d.code() == Code.WRONG_TYPE || d.code() == Code.INVALID_CHOICE;
  }

  /** True when the kind of node suits a type, whatever is inside. */
  private boolean fits(Yaml yaml, AttrType type) {
    return switch (type) {
      case AttrType.Named named ->
          schema
              .type(named.name())
              .filter(a -> !a.rules().valueKeys().isEmpty() || fits(yaml, a.type()))
              .isPresent();
      case AttrType.OneOf oneOf ->
          oneOf.alternatives().stream().anyMatch(a -> fits(yaml, a.type()));
      case AttrType.Any any -> true;
      case AttrType.Struct s -> yaml instanceof Yaml.Map;
      case AttrType.MapOf m -> yaml instanceof Yaml.Map;
      case AttrType.ListOf l -> yaml instanceof Yaml.Seq || fits(yaml, l.items().type());
      case AttrType scalar -> yaml instanceof Yaml.Scalar;
    };
  }

  /** False when {@code false} is no value of an attribute that is known. */
  public boolean takesFalse(String key, Keys keys) {
    List<AttrType> types =
        keys.find(key).stream().flatMap(attribute -> resolved(attribute.type())).toList();
    return types.isEmpty()
        || types.stream()
            .anyMatch(type ->
                switch (type) {
                  case AttrType.Bool b -> true;
                  case AttrType.False f -> true;
                  case AttrType.Any any -> true;
                  case AttrType.Ip ip -> ip.use() == AttrType.Use.INTERFACE;
                  case AttrType other -> false;
                });
  }

  /** The types behind names and alternatives. */
  Stream<AttrType> resolved(AttrType type) {
    return switch (type) {
      case AttrType.Named named ->
          schema.type(named.name()).stream().flatMap(a -> resolved(a.type()));
      case AttrType.OneOf oneOf -> oneOf.alternatives().stream().flatMap(a -> resolved(a.type()));
      case AttrType other -> Stream.of(other);
    };
  }
}
