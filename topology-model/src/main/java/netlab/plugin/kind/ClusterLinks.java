package netlab.plugin.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.intent.LabText;
import netlab.intent.LinkForm;
import netlab.intent.Trees;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Connects the containers of clusters to the networks that the clusters are on. Plain wires are
 * left to {@link ClusterWires}: what becomes of them is behind all other links.
 */
final class ClusterLinks {
  private final SequencedMap<String, List<Key>> clusters;
  private final Set<String> nodes;
  private final LabText lab;

  /**
   * @param clusters the containers of each cluster
   * @param nodes the names of all nodes that links may have
   */
  ClusterLinks(SequencedMap<String, List<Key>> clusters, Set<String> nodes, LabText lab) {
    this.clusters = clusters;
    this.nodes = nodes;
    this.lab = lab;
  }

  /** The lab with containers in the place of their clusters. */
  Yaml.Map replaced(Yaml.Map root) {
    Yaml.Map changed = root;
    for (String inside : List.of("vlans", "vrfs")) {
      Yaml.Map objects = Trees.mapAt(root, inside);
      SequencedMap<Key, Yaml> done = new LinkedHashMap<>();
      objects
          .entries()
          .forEach((name, object) -> {
            String path = inside + "." + name.text() + ".links";
            boolean vlan = inside.equals("vlans");
            done.put(name, object instanceof Yaml.Map map ? links(map, path, vlan) : object);
          });
      if (!done.isEmpty()) {
        Key key = root.key(inside).orElse(Key.of(inside));
        changed = changed.with(key, new Yaml.Map(done, objects.span()));
      }
    }
    return links(changed, "links", false);
  }

  private Yaml.Map links(Yaml.Map parent, String name, boolean ofVlan) {
    Optional<Key> key = parent.key("links");
    if (key.isEmpty()) {
      return parent;
    }
    List<Yaml> links = new ArrayList<>();
    boolean changed = false;
    for (LinkForm link : lab.links(parent.get("links"), nodes, name)) {
      boolean network =
          link.ends().stream().anyMatch(end -> clusters.containsKey(end.node()))
              && (ofVlan || isNetwork(link));
      links.add(network ? replaced(link).text() : link.text());
      changed = changed || network;
    }
    return changed ? parent.with(key.get(), new Yaml.Seq(links, key.get().span())) : parent;
  }

  /** False for a wire between two nodes. */
  private static boolean isNetwork(LinkForm link) {
    Yaml.Map attributes = link.attributes();
    boolean lan =
        Trees.scalarAt(attributes, "type").filter(type -> type.text().equals("lan")).isPresent();
    return link.ends().size() != 2
        || lan
        || attributes.get("vlan").isPresent()
        || link.ends().stream().anyMatch(end -> end.attributes().get("vlan").isPresent());
  }

  /** Containers come behind all other nodes. */
  private LinkForm replaced(LinkForm link) {
    List<LinkForm.End> ends = new ArrayList<>();
    List<LinkForm.End> members = new ArrayList<>();
    for (LinkForm.End end : link.ends()) {
      List<Key> containers = clusters.get(end.node());
      if (containers == null) {
        ends.add(end);
      } else {
        for (Key container : containers) {
          members.add(new LinkForm.End(container.text(), end.attributes(), end.span()));
        }
      }
    }
    ends.addAll(members);
    return new LinkForm(link.name(), link.own(), link.groups(), ends, link.span());
  }
}
