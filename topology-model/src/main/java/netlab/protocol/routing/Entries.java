package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.schema.Value;

/** Puts the entries of named objects into their full form. */
final class Entries {
  private final Draft draft;
  private final Diagnostics diagnostics;

  Entries(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  /** The object that a value describes: a list of entries, or the mapping of a community list. */
  RoutingObject object(Kind kind, String name, Value.Field field) {
    Value value = field.value();
    Optional<String> type = Optional.empty();
    List<Value> items = List.of();
    if (kind == Kind.COMMUNITY && value instanceof Value.Fields list) {
      type = Optional.of(list.textAt("type").orElse("standard"));
      items = list.itemsAt("value");
    } else if (value instanceof Value.Items list) {
      items = list.items();
    }
    var entries = new ArrayList<Value.Fields>();
    for (Value item : items) {
      if (item instanceof Value.Fields entry) {
        entries.add(entry(kind, entry, 10L * (entries.size() + 1)));
      }
    }
    numbered(kind, name, entries);
    return new RoutingObject(name, type, entries, field.key());
  }

  private Value.Fields entry(Kind kind, Value.Fields entry, long place) {
    Value.Fields full = entry;
    if (full.at("action").isEmpty()) {
      full = full.with("action", new Value.Scalar("permit", entry.span()));
    }
    if (RoutingObject.sequence(full) == 0) {
      full = full.with("sequence", new Value.Scalar(place, entry.span()));
    }
    return switch (kind) {
      case POLICY -> policy(full);
      case ASPATH -> path(full);
      case COMMUNITY -> community(full);
      case ACL -> acl(full);
      case PREFIX -> full;
    };
  }

  /** Two entries with one number would overwrite each other on devices. */
  private void numbered(Kind kind, String name, List<Value.Fields> entries) {
    Map<Integer, Value.Fields> seen = new HashMap<>();
    for (Value.Fields entry : entries) {
      int sequence = RoutingObject.sequence(entry);
      Value.Fields other = seen.putIfAbsent(sequence, entry);
      if (other != null) {
        diagnostics.report(
            Severity.ERROR,
            Code.ROUTING_OBJECT,
            place(entry, "sequence"),
            "two entries of " + kind + " `" + name + "` have sequence number " + sequence,
            Optional.of("an entry without `sequence` has ten times its place in the list"),
            List.of(new Note("the other one is here", place(other, "sequence"))));
      }
    }
  }

  private static Span place(Value.Fields entry, String key) {
    return entry.at(key).map(Value::span).filter(Span::known).orElse(entry.span());
  }

  private Value.Fields policy(Value.Fields entry) {
    Value.Fields full = renamed(entry);
    for (String part : List.of("set", "match", "delete")) {
      if (full.at(part).isPresent() && full.fieldsAt(part).isEmpty()) {
        full = full.without(part);
      }
    }
    boolean deny = full.textAt("action").filter("deny"::equals).isPresent();
    for (String part : List.of("set", "delete")) {
      if (deny && full.at(part).isPresent()) {
        diagnostics.error(
            Code.ATTRIBUTE_CONFLICT,
            full.keySpan(part),
            "an entry that denies a route cannot have `" + part + "`: the route is dropped",
            "remove it, or use `action: permit`");
      }
    }
    return full;
  }

  /** {@code set.community.delete} and {@code delete_list} are old ways to write {@code delete}. */
  private Value.Fields renamed(Value.Fields entry) {
    Value.Fields old = entry.fieldsAt("set.community");
    Value.Fields full = entry;
    if (old.boolAt("delete").isPresent()) {
      old(old, "delete", "delete.community");
      if (old.boolAt("delete").get()) {
        Value.Fields wanted = old.without("delete", "append", "delete_list");
        full = full.with("delete", Value.Fields.NONE.with("community", wanted));
        full = withCommunity(full, Value.Fields.NONE);
      } else {
        full = withCommunity(full, old.without("delete"));
      }
    }
    if (old.at("delete_list").isPresent()) {
      old(old, "delete_list", "delete.community.list");
      Value list = Value.Fields.NONE.with("standard", old.at("delete_list").get());
      Value.Fields community = full.fieldsAt("delete.community").with("list", list);
      full = full.with("delete", Value.Fields.NONE.with("community", community));
      full = withCommunity(full, full.fieldsAt("set.community").without("delete_list"));
    }
    return full;
  }

  private static Value.Fields withCommunity(Value.Fields entry, Value.Fields community) {
    Value.Fields set = entry.fieldsAt("set");
    return entry.with(
        "set", community.isEmpty() ? set.without("community") : set.with("community", community));
  }

  private void old(Value.Fields community, String key, String now) {
    draft.warn(
        diagnostics,
        "routing.warnings.set_" + key,
        Code.OLD_SPELLING,
        community.keySpan(key),
        "`set.community." + key + "` is an old name",
        "write `" + now + "`");
  }

  /** A path of several AS numbers is one expression; without a path any path is meant. */
  private static Value.Fields path(Value.Fields entry) {
    List<Value> items = entry.itemsAt("path");
    Value path =
        switch (items.size()) {
          case 0 -> new Value.Scalar(".*", entry.span());
          case 1 -> items.getFirst();
          default ->
              new Value.Scalar(
                  String.join(" ", entry.textsAt("path")), entry.at("path").orElse(entry).span());
        };
    return entry.with("path", path);
  }

  /** {@code list} is another word for {@code path}; without both any community is meant. */
  private Value.Fields community(Value.Fields entry) {
    String key = entry.at("list").isPresent() ? "list" : "path";
    for (Value item : entry.itemsAt(key)) {
      if (item instanceof Value.Scalar s && s.data().toString().matches("\\d+")) {
        diagnostics.error(
            Code.WRONG_TYPE,
            s.span(),
            "`" + s.data() + "` is a number, not a community",
            "write communities as `65000:1`");
      }
    }
    if (entry.at("regexp").isPresent()) {
      return entry;
    }
    List<String> values = entry.textsAt(key);
    String text = values.isEmpty() ? ".*" : String.join(" ", values);
    return entry
        .without("list")
        .with("path", new Value.Scalar(text, entry.at(key).orElse(entry).span()));
  }

  private Value.Fields acl(Value.Fields entry) {
    String protocol = entry.textAt("protocol").orElse("");
    boolean ports = protocol.equals("tcp") || protocol.equals("udp");
    if (entry.boolAt("established").orElse(false) && !protocol.equals("tcp")) {
      diagnostics.error(
          Code.ATTRIBUTE_CONFLICT,
          entry.keySpan("established"),
          "`established` is about TCP sessions, not about protocol " + protocol);
    }
    Value.Fields full = entry;
    for (String side : List.of("src", "dst")) {
      Value.Fields address = entry.fieldsAt(side);
      if (!ports && address.at("port").isPresent()) {
        diagnostics.error(
            Code.ATTRIBUTE_CONFLICT,
            address.keySpan("port"),
            "protocol " + protocol + " has no ports",
            "only tcp and udp have");
      }
      for (String part : List.of("interface", "role")) {
        if (address.at(part).isPresent() && address.at("node").isEmpty()) {
          diagnostics.error(
              Code.ATTRIBUTE_CONFLICT,
              address.keySpan(part),
              "`" + part + "` says which interfaces of a `node` are meant",
              "add `node`");
        }
      }
      full = full.with(side, address(address, entry.span()));
    }
    return full;
  }

  /** The address, anything when it says nothing, with its range of other ports turned around. */
  private static Value.Fields address(Value.Fields written, Span span) {
    Value.Fields address = written.isEmpty() ? new Value.Fields(written.fields(), span) : written;
    if (address.without("port").isEmpty()) {
      Value any = new Value.Scalar("any", span);
      address = address.with("prefix", new Value.Items(List.of(any), span));
    }
    List<Value> others = address.itemsAt("port.not_in");
    if (others.size() != 2) {
      return address;
    }
    Value.Fields port = address.fieldsAt("port").without("not_in");
    boolean turned = number(others.get(0)) > number(others.get(1));
    port = port.with("lt", others.get(turned ? 1 : 0)).with("gt", others.get(turned ? 0 : 1));
    return address.with("port", port);
  }

  private static long number(Value value) {
    return value instanceof Value.Scalar s && s.data() instanceof Long n ? n : 0;
  }
}
