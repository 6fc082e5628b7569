package netlab.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Code;
import netlab.schema.Identifiers;
import netlab.source.Key;
import netlab.source.Yaml;

/** Reads {@code groups} and {@code defaults.groups}. */
final class GroupEntries {
  private static final Set<String> TYPES = Set.of("node", "vlan", "vrf");

  private final Reading reading;

  GroupEntries(Reading reading) {
    this.reading = reading;
  }

  /** All groups by name, those of defaults first. */
  SequencedMap<String, GroupEntry> read() {
    SequencedMap<String, GroupEntry> groups = new LinkedHashMap<>();
    Optional<Yaml> written = reading.root().get("groups");
    Yaml.Map defaults = Trees.mapAt(reading.defaults(), "groups");
    if (written.isPresent()
        && !Trees.isNull(written.get())
        && !(written.get() instanceof Yaml.Map)) {
      notMapping(written.get(), "`groups`");
    }
    Yaml.Map own = Trees.mapAt(reading.root(), "groups");
    boolean everywhere = Trees.flag(defaults, "_auto_create");
    boolean autoCreate = Trees.flag(own, "_auto_create") || everywhere;
    defaults
        .entries()
        .forEach((key, value) -> {
          Optional<Yaml> strong = own.get(key.text());
          if (strong.isEmpty()) {
            add(groups, key, value, true, everywhere);
          } else if (value instanceof Yaml.Map weak && strong.get() instanceof Yaml.Map map) {
            add(groups, own.key(key.text()).orElse(key), weak.under(map), false, autoCreate);
          } else {
            add(groups, own.key(key.text()).orElse(key), strong.get(), false, autoCreate);
          }
        });
    own.entries()
        .forEach((key, value) -> {
          if (!groups.containsKey(key.text())) {
            add(groups, key, value, false, autoCreate);
          }
        });
    return groups;
  }

  private void add(
      SequencedMap<String, GroupEntry> groups,
      Key key,
      Yaml value,
      boolean byDefault,
      boolean autoCreate) {
    if (key.text().startsWith("_")) {
      return; // a setting
    }
    Optional<String> problem = Identifiers.problem(key.text(), 64);
    if (problem.isPresent()) {
      reading
          .diagnostics()
          .error(Code.INVALID_NAME, key.span(), "group name `" + key.text() + "` " + problem.get());
      return;
    }
    switch (value) {
      case Yaml.Seq seq -> {
        List<Yaml.Scalar> members = members(seq, key);
        Yaml.Map none = Yaml.Map.empty(key.span());
        groups.put(key.text(), new GroupEntry(key, "node", members, none, byDefault, autoCreate));
      }
      case Yaml.Map map -> groups.put(key.text(), entry(key, map, byDefault, autoCreate));
      case Yaml.Scalar s -> {
        if (s.isNull()) {
          Yaml.Map none = Yaml.Map.empty(key.span());
          groups.put(
              key.text(), new GroupEntry(key, "node", List.of(), none, byDefault, autoCreate));
        } else {
          notMapping(s, "group `" + key.text() + "`");
        }
      }
    }
  }

  private GroupEntry entry(Key key, Yaml.Map map, boolean byDefault, boolean autoCreate) {
    List<Yaml.Scalar> members = map.get("members").map(m -> members(m, key)).orElse(List.of());
    return new GroupEntry(
        key,
        type(map),
        members,
        map.without("members").without("_auto_create"),
        byDefault,
        autoCreate || Trees.flag(map, "_auto_create"));
  }

  /** What is wrong with a type is reported when all attributes of the group are typed. */
  private static String type(Yaml.Map map) {
    return Trees.scalarAt(map, "type")
        .map(Yaml.Scalar::text)
        .filter(TYPES::contains)
        .orElse("node");
  }

  private List<Yaml.Scalar> members(Yaml value, Key group) {
    List<Yaml.Scalar> members = new ArrayList<>();
    for (Yaml item : Trees.items(Optional.of(value))) {
      if (item instanceof Yaml.Scalar s && !s.isNull()) {
        members.add(s);
      } else {
        reading
            .diagnostics()
            .error(
                Code.WRONG_TYPE,
                item.span(),
                "members of group `"
                    + group.text()
                    + "` must be a list of names, not "
                    + item.kind());
      }
    }
    return members;
  }

  private void notMapping(Yaml value, String what) {
    reading
        .diagnostics()
        .error(
            Code.WRONG_TYPE,
            value.span(),
            what + " must be a list of members or a mapping, not " + value.kind());
  }
}
