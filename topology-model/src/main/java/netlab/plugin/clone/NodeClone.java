package netlab.plugin.clone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.device.NameFormat;
import netlab.diag.Code;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.draft.Plugin;
import netlab.intent.LabText;
import netlab.intent.Trees;
import netlab.schema.Value;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Writes the clones of nodes into the lab, each with copies of the links of its original. Clones
 * take the place of their original among the nodes; in groups they come after all other members.
 */
public final class NodeClone implements Plugin {
  @Override
  public String name() {
    return "node.clone";
  }

  @Override
  public Yaml.Map expand(LabText lab) {
    SequencedMap<Key, Yaml.Map> nodes = lab.nodes();
    SequencedMap<String, Original> originals = new LinkedHashMap<>();
    SequencedMap<Key, Yaml> all = new LinkedHashMap<>();
    SequencedMap<Key, Yaml.Map> cloned = new LinkedHashMap<>();
    nodes.forEach((name, data) -> {
      Value.Fields wish = lab.node(name, data, "clone");
      if (wish.intAt("count").isEmpty()) {
        add(all, name, data, lab);
        return;
      }
      SequencedMap<Key, Yaml.Map> clones = clones(name, data.without("clone"), wish, lab);
      cloned.putAll(clones);
      originals.put(name.text(), new Original(originals.size(), List.copyOf(clones.keySet())));
    });
    if (originals.isEmpty()) {
      return lab.root();
    }
    for (Key created : created(lab.root())) {
      if (!nodes.containsKey(created)) {
        all.putIfAbsent(created, Yaml.Map.empty(created.span()));
      }
    }
    cloned.forEach((clone, copy) -> add(all, clone, copy, lab));
    Key key = lab.root().key("nodes").orElse(Key.of("nodes"));
    Yaml.Map root = lab.root().with(key, new Yaml.Map(all, lab.root().span()));
    Set<String> names = new LinkedHashSet<>();
    nodes.keySet().forEach(k -> names.add(k.text()));
    all.keySet().forEach(k -> names.add(k.text()));
    return links(groups(root, originals), names, originals, lab);
  }

  /** The nodes that groups make of members that are neither written as nodes nor groups. */
  private static Set<Key> created(Yaml.Map root) {
    Set<Key> created = new LinkedHashSet<>();
    Yaml.Map groups = Trees.mapAt(root, "groups");
    boolean all = Trees.flag(groups, "_auto_create");
    groups
        .entries()
        .forEach((name, group) -> {
          boolean own = group instanceof Yaml.Map map && Trees.flag(map, "_auto_create");
          if ((all || own) && !name.text().startsWith("_")) {
            Optional<Yaml> members =
                group instanceof Yaml.Map map ? map.get("members") : Optional.of(group);
            Trees.scalars(members).stream()
                .filter(member -> groups.get(member.text()).isEmpty())
                .forEach(member -> created.add(new Key(member.text(), member.span())));
          }
        });
    return created;
  }

  private static void add(SequencedMap<Key, Yaml> all, Key name, Yaml.Map data, LabText lab) {
    if (all.putIfAbsent(name, data) != null) {
      Optional<Key> other = all.keySet().stream().filter(name::equals).findFirst();
      lab.diagnostics()
          .report(
              Severity.ERROR,
              Code.DUPLICATE_NODE,
              name.span(),
              "a clone and another node are both called `" + name.text() + "`",
              Optional.of("`defaults.clone.node_name_pattern` says how clones are called"),
              other
                  .map(k -> List.of(new Note("the other one is here", k.span())))
                  .orElse(List.of()));
    }
  }

  /** The clones by name; the node number of the original is that of its first clone. */
  private static SequencedMap<Key, Yaml.Map> clones(
      Key name, Yaml.Map data, Value.Fields wish, LabText lab) {
    String pattern =
        Trees.scalarAt(lab.defaults(), "clone", "node_name_pattern")
            .map(Yaml.Scalar::text)
            .orElse("");
    int start = wish.intAt("start").orElse(1);
    int step = wish.intAt("step").orElse(1);
    SequencedMap<Key, Yaml.Map> clones = new LinkedHashMap<>();
    for (int i = 0; i < wish.intAt("count").orElse(0); i++) {
      Value.Fields known =
          Value.Fields.NONE
              .with("name", Value.of(name.text()))
              .with("id", Value.of((long) start + (long) i * step));
      Optional<String> called = NameFormat.format(pattern, known);
      if (called.isEmpty()) {
        lab.diagnostics()
            .error(
                Code.INVALID_EXPRESSION,
                lab.defaults()
                    .find("clone", "node_name_pattern")
                    .map(Yaml::span)
                    .orElse(name.span()),
                "`" + pattern + "` gives no name to clone " + (i + 1) + " of `" + name.text() + "`",
                "expressions in braces know `name` and `id`: `{name[:13]}-{id:02d}`");
        break;
      }
      Yaml.Map copy = Clones.increased(data, "id", i * step);
      if (clones.putIfAbsent(new Key(called.get(), name.span()), copy) != null) {
        lab.diagnostics()
            .error(
                Code.DUPLICATE_NODE,
                name.span(),
                "all clones of `" + name.text() + "` are called `" + called.get() + "`",
                "use their number in `defaults.clone.node_name_pattern`: `{id:02d}`");
        break;
      }
    }
    return clones;
  }

  private static Yaml.Map groups(Yaml.Map root, Map<String, Original> originals) {
    SequencedMap<Key, Yaml> groups = new LinkedHashMap<>();
    Trees.mapAt(root, "groups")
        .entries()
        .forEach((name, group) -> {
          Yaml changed = group;
          if (group instanceof Yaml.Map map && map.get("members").isPresent()) {
            Yaml members = map.get("members").get();
            changed = map.with(new Key("members", members.span()), members(members, originals));
          } else if (group instanceof Yaml.Seq seq) {
            changed = members(seq, originals);
          }
          groups.put(name, changed);
        });
    return root.key("groups")
        .map(key -> root.with(key, new Yaml.Map(groups, key.span())))
        .orElse(root);
  }

  private static Yaml members(Yaml members, Map<String, Original> originals) {
    List<Yaml> kept = new ArrayList<>();
    List<Yaml> added = new ArrayList<>();
    for (Yaml member : Trees.items(Optional.of(members))) {
      Original original = member instanceof Yaml.Scalar s ? originals.get(s.text()) : null;
      if (original == null) {
        kept.add(member);
      } else {
        original.clones().forEach(c -> added.add(Yaml.Scalar.of(c.text(), member.span())));
      }
    }
    kept.addAll(added);
    return new Yaml.Seq(kept, members.span());
  }

  /** The links of the lab, and those inside of VLANs and VRFs. */
  private static Yaml.Map links(
      Yaml.Map root, Set<String> names, SequencedMap<String, Original> originals, LabText lab) {
    var clones = new Clones(originals, names, lab);
    Yaml.Map changed = root;
    for (String inside : List.of("vlans", "vrfs")) {
      Yaml.Map objects = Trees.mapAt(root, inside);
      SequencedMap<Key, Yaml> done = new LinkedHashMap<>();
      objects
          .entries()
          .forEach((name, object) -> {
            String path = inside + "." + name.text() + ".links";
            done.put(name, object instanceof Yaml.Map map ? clones.links(map, path) : object);
          });
      if (!done.isEmpty()) {
        Key key = root.key(inside).orElse(Key.of(inside));
        changed = changed.with(key, new Yaml.Map(done, objects.span()));
      }
    }
    return clones.links(changed, "links");
  }
}
