package netlab.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.source.Yaml;

/**
 * The last step for a mapping whose data are all there: fills in defaults of the schema, and
 * reports what is missing or may not stand together.
 */
public final class Completion {
  private final Typer typer;
  private final Diagnostics diagnostics;

  private Completion(Typer typer, Diagnostics diagnostics) {
    this.typer = typer;
    this.diagnostics = diagnostics;
  }

  /** A completion that reports to the given diagnostics. */
  public static Completion of(Typer typer, Diagnostics diagnostics) {
    return new Completion(typer, diagnostics);
  }

  /** Completes a mapping which was typed in parts, and the mappings inside of it. */
  public Value.Fields all(Value.Fields fields, Keys keys, Where where) {
    Value.Fields done = fields;
    for (String name : fields.fields().keySet()) {
      Optional<Attribute> attribute = keys.find(name);
      if (attribute.isPresent()
          && done.at(name).orElse(Value.Fields.NONE) instanceof Value.Fields v) {
        Value.Fields inner = inner(v, attribute.get().type(), where.at(name));
        done = inner.equals(v) ? done : done.with(name, inner);
      }
    }
    return level(done, keys, where);
  }

  private Value.Fields inner(Value.Fields fields, AttrType type, Where where) {
    for (AttrType alternative : typer.resolved(type).toList()) {
      if (alternative instanceof AttrType.Struct struct) {
        return all(fields, struct.keys(), where);
      }
      if (alternative instanceof AttrType.MapOf map && map.values().isPresent()) {
        return values(fields, map.values().get().type(), where);
      }
    }
    return fields;
  }

  private Value.Fields values(Value.Fields fields, AttrType type, Where where) {
    Value.Fields done = fields;
    for (String name : fields.fields().keySet()) {
      if (done.at(name).orElse(Value.Fields.NONE) instanceof Value.Fields v) {
        Value.Fields inner = inner(v, type, where.at(name));
        done = inner.equals(v) ? done : done.with(name, inner);
      }
    }
    return done;
  }

  /** Completes one mapping only. */
  Value.Fields level(Value.Fields fields, Keys keys, Where where) {
    Value.Fields done = fields;
    for (String name : keys.names()) {
      Optional<Attribute> attribute = keys.find(name);
      if (attribute.isEmpty() || attribute.get().rules().equals(Attribute.Rules.NONE)) {
        continue;
      }
      Attribute.Rules rules = attribute.get().rules();
      // Modules look at what is switched off in them; attributes of the lab nobody reads.
      boolean own = where.path().isEmpty();
      if (rules.removable() && own && done.boolAt(name).equals(Optional.of(false))) {
        done = done.without(name);
      } else if (done.at(name).isPresent()) {
        company(done, name, rules, keys, where);
      } else if (rules.whenAbsent().isPresent()) {
        Yaml value = rules.whenAbsent().get();
        Optional<Value> typed = typer.value(value, attribute.get(), where.at(name));
        done = typed.isPresent() ? done.with(name, typed.get()) : done;
      }
      boolean empty = done.at(name).filter(v -> !(v instanceof Value.Empty)).isEmpty();
      if (rules.required() && empty && !typer.isBroken(where.at(name))) {
        diagnostics.error(
            Code.MISSING_VALUE,
            done.at(name).map(v -> fields.keySpan(name)).orElse(fields.span()),
            where.at(name) + " is missing");
      }
    }
    return done;
  }

  private static Attribute.Rules rules(Keys keys, String name) {
    return keys.find(name).map(Attribute::rules).orElse(Attribute.Rules.NONE);
  }

  /** True when an attribute lists what may stand beside it, and the other one is not listed. */
  private static boolean refuses(Attribute.Rules rules, String name, String other) {
    return !rules.with().isEmpty()
        && !other.equals(name)
        && !other.startsWith("_")
        && !rules.with().contains(other);
  }

  private void company(
      Value.Fields fields, String name, Attribute.Rules rules, Keys keys, Where where) {
    List<String> clash = new ArrayList<>(rules.without());
    clash.removeIf(other -> fields.at(other).isEmpty());
    if (!clash.isEmpty()) {
      diagnostics.error(
          Code.ATTRIBUTE_CONFLICT,
          fields.keySpan(name),
          where.at(name) + " cannot be used together with `" + clash.get(0) + "`");
    }
    Optional<String> stranger =
        fields.fields().keySet().stream()
            .filter(k ->
                fields.keySpan(k).known() // what a device adds is no choice of the user
                    && refuses(rules, name, k)
                    && !(refuses(rules(keys, k), k, name) && k.compareTo(name) < 0))
            .findFirst();
    if (stranger.isPresent()) {
      diagnostics.error(
          Code.ATTRIBUTE_CONFLICT,
          fields.keySpan(stranger.get()),
          where.at(stranger.get()) + " cannot be used together with `" + name + "`");
    }
  }
}
