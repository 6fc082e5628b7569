package netlab.plugin.bgplabs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.device.Device;
import netlab.device.NameFormat;
import netlab.diag.Code;
import netlab.draft.Plugin;
import netlab.intent.LabText;
import netlab.intent.Trees;
import netlab.schema.Value;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Changes a lab whose devices cannot do something: the list {@code _adjust} says which features
 * which nodes should have, and what to do when they do not.
 */
public final class Adjust implements Plugin {
  @Override
  public String name() {
    return "adjust";
  }

  @Override
  public Yaml.Map expand(LabText lab) {
    Yaml.Map root = lab.root();
    for (Yaml item : Trees.items(lab.root().get("_adjust"))) {
      if (item instanceof Yaml.Map entry) {
        List<Value.Fields> unfit = unfit(lab, entry);
        root = unfit.isEmpty() ? root : adjusted(lab, root, entry, unfit);
      }
    }
    return root;
  }

  /** The nodes of an entry that have none of its features. */
  private static List<Value.Fields> unfit(LabText lab, Yaml.Map entry) {
    SequencedMap<Key, Yaml.Map> nodes = lab.nodes();
    var unfit = new ArrayList<Value.Fields>();
    for (Yaml.Scalar name : Trees.scalars(entry.get("nodes"))) {
      Yaml.Map node = nodes.get(Key.of(name.text()));
      Optional<Device> device = node == null ? Optional.empty() : lab.device(node, name.text());
      boolean fine =
          device.isEmpty()
              || Trees.items(entry.get("features")).stream().anyMatch(f -> has(device.get(), f));
      if (!fine) {
        unfit.add(
            Value.Fields.NONE
                .with("name", Value.of(name.text()))
                .with("device", Value.of(device.get().name())));
      }
    }
    return unfit;
  }

  private static boolean has(Device device, Yaml feature) {
    Optional<Yaml.Scalar> path =
        feature instanceof Yaml.Scalar s
            ? Optional.of(s)
            : feature instanceof Yaml.Map map ? Trees.scalarAt(map, "key") : Optional.empty();
    Optional<Yaml.Scalar> wanted =
        feature instanceof Yaml.Map map ? Trees.scalarAt(map, "value") : Optional.empty();
    Optional<Value> found = path.flatMap(p -> device.feature(p.text()));
    return switch (found.orElse(Value.Fields.NONE)) {
      case Value.Scalar s -> wanted.isEmpty() || s.data().toString().equals(wanted.get().text());
      case Value.Items list ->
          wanted.isEmpty()
              || list.items().stream()
                  .anyMatch(i ->
                      i instanceof Value.Scalar s
                          && s.data().toString().equals(wanted.get().text()));
      case Value.Empty e -> false;
      case Value.Fields f -> false;
    };
  }

  private static Yaml.Map adjusted(
      LabText lab, Yaml.Map before, Yaml.Map entry, List<Value.Fields> unfit) {
    Yaml.Map root = before;
    Optional<Yaml.Scalar> warning = Trees.scalarAt(entry, "warning");
    if (warning.isPresent()) {
      root = warned(lab, root, warning.get(), unfit.getFirst());
    }
    Optional<Yaml.Scalar> message = Trees.scalarAt(entry, "message");
    if (message.isPresent()) {
      List<String> names = unfit.stream().map(n -> n.textAt("name").orElse("")).toList();
      String text = message.get().text().replace("{node_list}", String.join(", ", names));
      String old = Trees.scalarAt(root, "message").map(Yaml.Scalar::text).orElse("");
      root = put(root, "message", Yaml.Scalar.of(Messages.joined(old, text), message.get().span()));
    }
    for (Yaml.Scalar family : Trees.scalars(entry.get("remove_af"))) {
      root = withoutFamily(lab, root, family);
    }
    for (Yaml.Scalar path : Trees.scalars(entry.get("remove"))) {
      root = (Yaml.Map) TreePath.of(path.text()).changed(root, Optional.empty());
    }
    for (Yaml item : Trees.items(entry.get("replace"))) {
      if (item instanceof Yaml.Map replacement) {
        Optional<Yaml.Scalar> path = Trees.scalarAt(replacement, "key");
        Optional<Yaml> value = replacement.get("value");
        if (path.isPresent() && value.isPresent()) {
          root = (Yaml.Map) TreePath.of(path.get().text()).changed(root, value);
        }
      }
    }
    return root;
  }

  private static Yaml.Map put(Yaml.Map map, String key, Yaml value) {
    return map.with(map.key(key).orElse(new Key(key, value.span())), value);
  }

  /** Says the text now, and as the result of a test that always fails. */
  private static Yaml.Map warned(
      LabText lab, Yaml.Map root, Yaml.Scalar warning, Value.Fields node) {
    String text = NameFormat.format(warning.text(), node).orElse(warning.text());
    lab.diagnostics()
        .warning(
            Code.FEATURE_MISSING,
            warning.span(),
            Messages.wrapped(text).strip(),
            "use another device for node `" + node.textAt("name").orElse("") + "`");
    if (!(root.get("validate").orElse(null) instanceof Yaml.Map tests)) {
      return root;
    }
    SequencedMap<Key, Yaml> test = new LinkedHashMap<>();
    test.put(new Key("level", warning.span()), Yaml.Scalar.of("warning", warning.span()));
    test.put(new Key("fail", warning.span()), Yaml.Scalar.of(text, warning.span()));
    test.put(new Key("valid", warning.span()), Yaml.Scalar.of("False", warning.span()));
    return put(root, "validate", put(tests, "f_warning", new Yaml.Map(test, warning.span())));
  }

  /** Takes a family out of all pools, those of the program included. */
  private static Yaml.Map withoutFamily(LabText lab, Yaml.Map root, Yaml.Scalar family) {
    Yaml.Map pools =
        Trees.mapAt(lab.defaults(), "addressing").under(Trees.mapAt(root, "addressing"));
    SequencedMap<Key, Yaml> left = new LinkedHashMap<>();
    pools.entries().forEach((name, pool) -> left.put(name, withoutFamily(pool, family)));
    return put(root, "addressing", new Yaml.Map(left, family.span()));
  }

  private static Yaml withoutFamily(Yaml pool, Yaml.Scalar family) {
    if (!(pool instanceof Yaml.Map map)) {
      return pool;
    }
    Yaml.Map rest = map;
    boolean used = false;
    for (Key key : map.entries().keySet()) {
      if (key.text().startsWith(family.text())) {
        rest = rest.without(key.text());
        used = true;
      }
    }
    return used ? put(rest, family.text(), Yaml.Scalar.of("false", family.span())) : rest;
  }
}
