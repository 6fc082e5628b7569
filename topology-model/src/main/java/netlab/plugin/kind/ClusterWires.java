package netlab.plugin.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.intent.LinkIntent.EndIntent;
import netlab.schema.Value;

/** Makes of each wire to a cluster wires to all its containers. */
final class ClusterWires {
  /** What containerlab calls a container that something else starts. */
  private static final Value CONTAINER = Value.of("ext-container");

  private final Draft draft;

  private ClusterWires(Draft draft) {
    this.draft = draft;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var wires = new ClusterWires(draft);
    clusters(draft, diagnostics)
        .forEach((cluster, containers) -> {
          containers.forEach(container -> container.attributes().addMissing("kind", CONTAINER));
          for (LinkDraft link : List.copyOf(draft.links())) {
            if (link.ends().stream().anyMatch(end -> end.node().equals(cluster))) {
              wires.multiply(link, cluster, containers);
            }
          }
        });
  }

  private static Map<NodeDraft, List<NodeDraft>> clusters(Draft draft, Diagnostics diagnostics) {
    Map<NodeDraft, List<NodeDraft>> clusters = new LinkedHashMap<>();
    for (NodeDraft node : draft.nodes()) {
      if (node.device().name().equals(KindCluster.DEVICE)) {
        List<NodeDraft> containers = new ArrayList<>();
        KindCluster.names(node.name(), node.attributes().intAt("kind.workers").orElse(0))
            .forEach(name -> draft.findNode(name).ifPresent(containers::add));
        clusters.put(node, containers);
        if (containers.isEmpty()) {
          diagnostics.error(
              Code.UNKNOWN_NODE,
              node.span(),
              "cluster `" + node + "` has no containers: it is not in the list of nodes",
              "write it and its device under `nodes`");
        }
      }
    }
    return clusters;
  }

  private void multiply(LinkDraft link, NodeDraft cluster, List<NodeDraft> containers) {
    draft.withdraw(link);
    int number = 1;
    for (NodeDraft container : containers) {
      List<EndIntent> ends = new ArrayList<>();
      for (EndDraft end : link.ends()) {
        String node = end.node().equals(cluster) ? container.name() : end.node().name();
        ends.add(new EndIntent(node, end.attributes().fields(), end.span()));
      }
      String name = link.name() + "[" + number++ + "]";
      draft.addLink(name, link.attributes().fields(), ends, link.span());
    }
  }
}
