package netlab.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    for (String name : Set.copyOf(fields.fields().keySet())) {
      Optional<Attribute> attribute = keys.find(name);
      if (attribute.isPresent()
          && done.at(name).orElse(Value.Fields.NONE) instanceof Value.Fields v) {
        Optional<AttrType.Struct> struct =
            typer
                .resolved(attribute.get().type())
                .filter(t -> t instanceof AttrType.Struct)
                .map(t -> (AttrType.Struct) t)
                .findFirst();
        if (struct.isPresent()) {
          done = done.with(name, all(v, struct.get().keys(), where.at(name)));
        }
      }
    }
    return level(done, keys, where);
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
      if (done.at(name).isPresent()) {
        company(done, name, rules, where);
      } else if (rules.whenAbsent().isPresent()) {
        Yaml value = rules.whenAbsent().get();
        Optional<Value> typed = typer.value(value, attribute.get(), where.at(name));
        done = typed.isPresent() ? done.with(name, typed.get()) : done;
      }
      if (rules.required() && done.at(name).filter(v -> !(v instanceof Value.Empty)).isEmpty()) {
        diagnostics.error(
            Code.MISSING_VALUE,
            done.at(name).map(v -> fields.keySpan(name)).orElse(fields.span()),
            where.at(name) + " is missing");
      }
    }
    return done;
  }

  private void company(Value.Fields fields, String name, Attribute.Rules rules, Where where) {
    List<String> clash = new ArrayList<>(rules.without());
    clash.removeIf(other -> fields.at(other).isEmpty());
    if (!clash.isEmpty()) {
      diagnostics.error(
          Code.ATTRIBUTE_CONFLICT,
          fields.keySpan(name),
          where.at(name) + " cannot be used together with `" + clash.get(0) + "`");
    }
    if (!rules.with().isEmpty() && rules.with().stream().allMatch(o -> fields.at(o).isEmpty())) {
      diagnostics.error(
          Code.ATTRIBUTE_CONFLICT,
          fields.keySpan(name),
          where.at(name)
              + " can only be used together with `"
              + String.join("` or `", rules.with())
              + "`");
    }
  }
}
