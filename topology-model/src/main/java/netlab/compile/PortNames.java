package netlab.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Ports;
import netlab.schema.Value;

/** Gives every end its interface index and the name that its device gives the interface. */
final class PortNames implements Pass {
  @Override
  public String name() {
    return "interface names";
  }

  @Override
  public Phase phase() {
    return Phase.SHAPE;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    Map<NodeDraft, Set<Integer>> taken = new HashMap<>();
    for (LinkDraft link : draft.links()) {
      for (EndDraft end : link.ends()) {
        end.attributes().intAt("ifindex").ifPresent(i -> take(taken, end, i, diagnostics));
      }
    }
    Map<NodeDraft, Set<String>> names = new HashMap<>();
    Map<NodeDraft, Map<String, Integer>> last = new HashMap<>();
    for (LinkDraft link : draft.links()) {
      for (EndDraft end : link.ends()) {
        int index =
            end.attributes()
                .intAt("ifindex")
                .orElseGet(() -> free(taken, last, end.node(), link.type()));
        String name = name(end, link.type(), index, diagnostics);
        end.setPort(index, name);
        if (!names.computeIfAbsent(end.node(), n -> new HashSet<>()).add(name)) {
          diagnostics.error(
              Code.DUPLICATE_INTERFACE,
              end.span(),
              "node `" + end.node() + "` has two interfaces called `" + name + "`");
        }
      }
    }
  }

  private static void take(
      Map<NodeDraft, Set<Integer>> taken, EndDraft end, int index, Diagnostics diagnostics) {
    Value written = end.attributes().at("ifindex").orElseThrow();
    int offset = Ports.firstPort(end.node().device());
    if (index < offset) {
      diagnostics.error(
          Code.OUT_OF_RANGE,
          written.span(),
          "interface index "
              + index
              + " of `"
              + end.node()
              + "` is below "
              + offset
              + ", the first port of `"
              + end.node().device().name()
              + "`");
    } else if (!taken.computeIfAbsent(end.node(), n -> new HashSet<>()).add(index)) {
      diagnostics.error(
          Code.DUPLICATE_INTERFACE,
          written.span(),
          "node `" + end.node() + "` has two interfaces with index " + index);
    }
  }

  /** The next free index of a kind; {@code last} tells where to go on. */
  private static int free(
      Map<NodeDraft, Set<Integer>> taken,
      Map<NodeDraft, Map<String, Integer>> last,
      NodeDraft node,
      String type) {
    Set<Integer> used = taken.computeIfAbsent(node, n -> new HashSet<>());
    Map<String, Integer> lastOfNode = last.computeIfAbsent(node, n -> new HashMap<>());
    int first = Ports.firstIndex(node.device(), type);
    int index = lastOfNode.getOrDefault(type, first - 1) + 1;
    while (!used.add(index)) {
      index++;
    }
    lastOfNode.put(type, index);
    return index;
  }

  private static String name(EndDraft end, String type, int index, Diagnostics diagnostics) {
    Optional<String> own = end.attributes().textAt("ifname");
    if (own.isPresent()) {
      return own.get();
    }
    Value.Fields context = end.attributes().fields().over(end.link().attributes().fields());
    Optional<String> name = Ports.name(end.node().device(), type, index, context);
    if (name.isEmpty()) {
      diagnostics.error(
          Code.NO_INTERFACE_NAME,
          end.span(),
          "device `" + end.node().device().name() + "` has no " + type + " interfaces",
          "give the interface a name with `ifname`, or use another device");
    }
    return name.orElse(type + index);
  }
}
