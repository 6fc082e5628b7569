package netlab.plugin.fabric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Code;
import netlab.diag.Span;
import netlab.draft.Plugin;
import netlab.intent.LabText;
import netlab.intent.Trees;
import netlab.schema.Value;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Writes the nodes, groups and links of a fabric into the lab. They come before those that the lab
 * itself has; what the lab says about one of them is stronger.
 */
public final class Fabric implements Plugin {
  /** More than any fabric of today has; a typing error should not eat all memory. */
  private static final long MOST_LINKS = 100_000;

  @Override
  public String name() {
    return "fabric";
  }

  @Override
  public Yaml.Map expand(LabText lab) {
    Value.Fields wanted = lab.global("fabric");
    Optional<Integer> leafs = wanted.intAt("leafs");
    Optional<Integer> spines = wanted.intAt("spines");
    if (lab.root().get("fabric").isEmpty()) {
      lab.diagnostics()
          .error(
              Code.MISSING_VALUE,
              lab.root().get("plugin").map(Yaml::span).orElse(lab.root().span()),
              "plugin `fabric` has no fabric to make",
              "add `fabric: { leafs: 4, spines: 2 }`");
    }
    if (leafs.isEmpty() || spines.isEmpty()) {
      return lab.root();
    }
    if ((long) leafs.get() * spines.get() > MOST_LINKS) {
      lab.diagnostics()
          .error(
              Code.OUT_OF_RANGE,
              wanted.keySpan("leafs"),
              "this fabric has more than " + MOST_LINKS + " links");
      return lab.root();
    }
    Yaml.Map written = Trees.mapAt(lab.root(), "fabric");
    var leaf = new Layer(written, "leaf", wanted.keySpan("leafs"), lab.diagnostics());
    var spine = new Layer(written, "spine", wanted.keySpan("spines"), lab.diagnostics());
    leaf.make("L{count}", leafs.get());
    spine.make("S{count}", spines.get());
    Yaml.Map root = withNodes(lab, leaf, spine);
    root = withGroup(withGroup(root, leaf), spine);
    return withLinks(root, links(Trees.mapAt(written, "link"), leaf, spine), leaf.span());
  }

  private static Yaml.Map withNodes(LabText lab, Layer leaf, Layer spine) {
    SequencedMap<Key, Yaml> nodes = new LinkedHashMap<>(leaf.nodes());
    nodes.putAll(spine.nodes());
    Yaml.Map own = new Yaml.Map(new LinkedHashMap<>(lab.nodes()), leaf.span());
    Key key = lab.root().key("nodes").orElse(new Key("nodes", leaf.span()));
    return lab.root().with(key, new Yaml.Map(nodes, leaf.span()).under(own));
  }

  private static Yaml.Map withGroup(Yaml.Map root, Layer layer) {
    Key name = new Key(layer.name() + "s", layer.span());
    Yaml.Map own = Trees.mapAt(root, "groups", name.text());
    Key members = new Key("members", layer.span());
    Yaml.Map group = layer.common().under(own).with(members, layer.members());
    Yaml.Map groups = Trees.mapAt(root, "groups").with(name, group);
    return root.with(root.key("groups").orElse(new Key("groups", layer.span())), groups);
  }

  private static List<Yaml> links(Yaml.Map common, Layer leaf, Layer spine) {
    Span span = leaf.span();
    Key interfaces = new Key("interfaces", span);
    List<Yaml> links = new ArrayList<>();
    for (Yaml one : leaf.members().items()) {
      for (Yaml other : spine.members().items()) {
        links.add(common.with(interfaces, new Yaml.Seq(List.of(one, other), span)));
      }
    }
    return links;
  }

  private static Yaml.Map withLinks(Yaml.Map root, List<Yaml> made, Span span) {
    Key key = root.key("links").orElse(new Key("links", span));
    Yaml.Seq first = new Yaml.Seq(made, span);
    if (root.get("links").orElse(first) instanceof Yaml.Map named) {
      Yaml.Map fabric = Trees.map(new Key("fabric", span), first, span);
      return root.with(key, fabric.under(named));
    }
    List<Yaml> all = new ArrayList<>(made);
    all.addAll(Trees.items(root.get("links")));
    return root.with(key, new Yaml.Seq(all, span));
  }
}
