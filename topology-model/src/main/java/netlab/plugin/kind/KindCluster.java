package netlab.plugin.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.intent.LabText;
import netlab.intent.Trees;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Writes the containers of clusters into the lab: a node of device {@code kind} gets a control
 * plane and workers. They take its place on its links; a wire to a cluster becomes one to each of
 * them.
 */
public final class KindCluster implements Plugin {
  /** The device that stands for a cluster. */
  static final String DEVICE = "kind";

  private static final String MEMBER_DEVICE = "kind-node";

  /** Of one machine; the attribute says the same. */
  private static final int MOST_WORKERS = 100;

  @Override
  public String name() {
    return "kind";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("links of clusters", Phase.EXPAND, ClusterWires::run));
  }

  @Override
  public Yaml.Map expand(LabText lab) {
    SequencedMap<Key, Yaml> all = new LinkedHashMap<>();
    SequencedMap<String, List<Key>> clusters = new LinkedHashMap<>();
    lab.nodes()
        .forEach((name, data) -> {
          boolean cluster =
              lab.device(data, name.text()).filter(d -> d.name().equals(DEVICE)).isPresent();
          all.put(name, cluster ? withoutModules(name, data) : data);
          if (cluster) {
            List<Key> members = new ArrayList<>();
            names(name.text(), workers(data)).forEach(n -> members.add(new Key(n, name.span())));
            clusters.put(name.text(), members);
          }
        });
    if (clusters.isEmpty()) {
      return lab.root();
    }
    clusters.values().forEach(members -> members.forEach(member -> add(all, member, lab)));
    Key key = lab.root().key("nodes").orElse(Key.of("nodes"));
    Yaml.Map root = lab.root().with(key, new Yaml.Map(all, lab.root().span()));
    Set<String> nodes = new LinkedHashSet<>();
    all.keySet().forEach(k -> nodes.add(k.text()));
    return new ClusterLinks(clusters, nodes, lab).replaced(root);
  }

  /** The number in a text whose types are checked later. */
  private static int workers(Yaml.Map cluster) {
    return Trees.scalarAt(cluster, "kind", "workers")
        .filter(n -> n.asInt().isPresent())
        .map(n -> Math.clamp(n.asInt().getAsLong(), 0, MOST_WORKERS))
        .orElse(0);
  }

  private static Yaml.Map withoutModules(Key name, Yaml.Map data) {
    Key key = data.key("module").orElse(new Key("module", name.span()));
    return data.with(key, new Yaml.Seq(List.of(), name.span()));
  }

  /** The names that {@code kind} gives to the containers of a cluster. */
  static List<String> names(String cluster, int workers) {
    List<String> names = new ArrayList<>();
    names.add(cluster + "-control-plane");
    for (int i = 1; i <= workers; i++) {
      names.add(cluster + "-worker" + (i == 1 ? "" : i));
    }
    return names;
  }

  private static void add(SequencedMap<Key, Yaml> all, Key member, LabText lab) {
    Optional<Key> other = all.keySet().stream().filter(member::equals).findFirst();
    if (other.isPresent()) {
      lab.diagnostics()
          .report(
              Severity.ERROR,
              Code.DUPLICATE_NODE,
              other.get().span(),
              "a node and a container of a cluster are both called `" + member.text() + "`",
              Optional.of("call the node otherwise"),
              List.of(new Note("the cluster is here", member.span())));
      return;
    }
    Key device = new Key("device", member.span());
    Yaml.Map container =
        Trees.map(device, Yaml.Scalar.of(MEMBER_DEVICE, member.span()), member.span());
    all.put(member, withoutModules(member, container));
  }
}
