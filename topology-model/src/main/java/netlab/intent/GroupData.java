package netlab.intent;

import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.schema.Attribute;
import netlab.schema.Keys;
import netlab.schema.Typer;
import netlab.schema.Value;
import netlab.schema.Where;
import netlab.source.Key;
import netlab.source.Yaml;

/** Types what a group says: about itself, and about its members. */
final class GroupData {
  /** Attributes of the group itself. */
  static final List<String> OF_GROUP =
      List.of("type", "device", "module", "config", "vars", "node_data");

  private final Reading reading;
  private final Typer typer;

  GroupData(Reading reading) {
    this.reading = reading;
    this.typer = reading.typer().partial();
  }

  /** The attributes that members take. */
  Value.Fields of(GroupEntry group) {
    Where where = Where.shared("group `" + group.name().text() + "`");
    Keys keys = keys(group);
    Yaml.Map direct = group.data();
    for (String own : OF_GROUP) {
      direct = direct.without(own);
    }
    Value.Fields data = typer.fields(direct, keys, where);
    Optional<Yaml> old = group.data().get("node_data");
    if (old.isPresent() && old.get() instanceof Yaml.Map map) {
      group
          .data()
          .key("node_data")
          .map(Key::span)
          .ifPresent(span ->
              reading
                  .diagnostics()
                  .warning(
                      Code.OLD_SPELLING,
                      span,
                      "`node_data` of " + where + " is an old spelling",
                      "write the attributes directly into the group"));
      data = data.over(typer.fields(map, keys, where));
    }
    return data;
  }

  /** What describes the group: its device, its modules, ... */
  Value.Fields description(GroupEntry group) {
    Where where = Where.shared("group `" + group.name().text() + "`");
    Keys keys = reading.schema().level("group");
    Value.Fields own = Value.Fields.NONE;
    for (String name : OF_GROUP) {
      Optional<Yaml> value = group.data().get(name);
      Optional<Attribute> attribute = keys.find(name);
      if (value.isPresent() && attribute.isPresent()) {
        Optional<Value> typed = typer.value(value.get(), attribute.get(), where.at(name));
        own = typed.isPresent() ? own.with(name, typed.get()) : own;
      }
    }
    if (!group.type().equals("node")) {
      for (String name : List.of("device", "module")) {
        if (own.at(name).isPresent()) {
          reading
              .diagnostics()
              .error(
                  Code.ATTRIBUTE_CONFLICT,
                  group.data().key(name).map(Key::span).orElse(group.name().span()),
                  "a group of type " + group.type() + " cannot have `" + name + "`");
        }
      }
    }
    return own.without("node_data");
  }

  private Keys keys(GroupEntry group) {
    if (group.type().equals("node")) {
      return reading.schema().level("node");
    }
    return reading.schema().keysOf(group.type()).orElse(Keys.OPEN);
  }
}
