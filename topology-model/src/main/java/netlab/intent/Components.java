package netlab.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Replaces nodes with {@code include} by the nodes of a component (language reference, topology.md
 * section 9).
 */
final class Components {
  /** Nodes one lab may get out of components. */
  private static final int LIMIT = 5_000;

  /**
   * The links of one use of a component.
   *
   * @param prefix what stands before the names of its nodes
   * @param name what messages call the links
   */
  record Links(Yaml links, String prefix, String name) {}

  private final Yaml.Map components;
  private final Diagnostics diagnostics;
  private final SequencedMap<Key, Yaml.Map> nodes = new LinkedHashMap<>();
  private final List<Links> links = new ArrayList<>();
  private final List<GroupEntry> groups = new ArrayList<>();

  private Components(Yaml.Map components, Diagnostics diagnostics) {
    this.components = components;
    this.diagnostics = diagnostics;
  }

  /** Expands all components. Nodes of components come after all others. */
  static Components expand(
      Yaml.Map root, SequencedMap<Key, Yaml.Map> written, Diagnostics diagnostics) {
    Components expanded = new Components(Trees.mapAt(root, "components"), diagnostics);
    written.forEach((name, data) -> {
      if (data.get("include").isEmpty()) {
        expanded.nodes.put(name, data);
      }
    });
    written.forEach((name, data) -> {
      if (data.get("include").isPresent()) {
        expanded.include(name, name.text(), data, new LinkedHashSet<>());
      }
    });
    return expanded;
  }

  /** All nodes of the lab. */
  SequencedMap<Key, Yaml.Map> nodes() {
    return nodes;
  }

  /** The links inside of components, each use apart. */
  List<Links> links() {
    return links;
  }

  /** A group for each included node: the nodes it became, with its attributes. */
  List<GroupEntry> groups() {
    return groups;
  }

  private void include(Key name, String prefix, Yaml.Map data, Set<String> path) {
    Optional<Yaml.Scalar> wanted = Trees.scalarAt(data, "include");
    Optional<Yaml> component = wanted.flatMap(w -> components.get(w.text()));
    if (wanted.isEmpty() || component.isEmpty()) {
      unknown(data.get("include").orElse(data), wanted.map(Yaml.Scalar::text));
      return;
    }
    String used = wanted.get().text();
    if (!Trees.isNull(component.get()) && !(component.get() instanceof Yaml.Map)) {
      diagnostics.error(
          Code.INVALID_COMPONENT,
          component.get().span(),
          "component `" + used + "` must be a mapping, not " + component.get().kind(),
          "write `" + used + ": {nodes: [ ... ], links: [ ... ]}`");
      return;
    }
    Yaml.Map parts = Trees.mapAt(components, used);
    if (!path.add(used)) {
      diagnostics.error(
          Code.INVALID_COMPONENT,
          wanted.get().span(),
          "component `" + used + "` contains itself: " + String.join(" > ", path) + " > " + used);
      return;
    }
    List<Yaml.Scalar> members = new ArrayList<>();
    Key group = new Key("inc_" + prefix, name.span());
    int place = groups.size();
    for (var inner : new NodeEntries(diagnostics).read(parts.get("nodes")).entrySet()) {
      members.add(
          inner(inner.getKey(), prefix + "_" + inner.getKey().text(), inner.getValue(), path));
    }
    // The reference gives these groups the name of their node as data; nothing reads it.
    Yaml.Map named =
        Trees.map(
            Key.of("name"),
            new Yaml.Scalar(name.text(), Yaml.Style.PLAIN, name.span()),
            name.span());
    Yaml.Map own = parts.without("nodes").without("links");
    for (Key key : data.entries().keySet()) {
      own = own.without(key.text()); // what the node says replaces what the component says
    }
    own = own.under(data.without("include")).under(named);
    groups.add(place, new GroupEntry(group, "node", members, own, true, false));
    parts
        .get("links")
        .ifPresent(l -> links.add(new Links(l, prefix + "_", "components." + used + ".links")));
    path.remove(used);
  }

  private void unknown(Yaml place, Optional<String> name) {
    List<String> known = components.entries().keySet().stream().map(Key::text).toList();
    if (name.isEmpty() || known.isEmpty()) {
      diagnostics.error(
          Code.INVALID_COMPONENT,
          place.span(),
          name.map(n -> "there is no component `" + n + "`")
              .orElse("`include` must be the name of one component, not " + place.kind()),
          "define it: `components: {pod: {nodes: [ ... ], links: [ ... ]}}`");
      return;
    }
    diagnostics.unknownName(
        Code.INVALID_COMPONENT,
        place.span(),
        "there is no component `" + name.get() + "`",
        name.get(),
        "components",
        known);
  }

  /** Adds one node of a component, or those it includes; what its group calls it. */
  private Yaml.Scalar inner(Key key, String name, Yaml.Map data, Set<String> path) {
    if (data.get("include").isPresent()) {
      include(key, name, data, path);
      return new Yaml.Scalar("inc_" + name, Yaml.Style.PLAIN, key.span());
    }
    Key full = new Key(name, key.span());
    if (nodes.size() >= LIMIT) {
      diagnostics.error(
          Code.INVALID_COMPONENT, key.span(), "components make more than " + LIMIT + " nodes");
    } else if (nodes.putIfAbsent(full, data) != null) {
      diagnostics.error(
          Code.INVALID_COMPONENT,
          key.span(),
          "node `" + name + "` of a component exists already",
          "give the node with `include` another name");
    }
    return new Yaml.Scalar(name, Yaml.Style.PLAIN, key.span());
  }
}
