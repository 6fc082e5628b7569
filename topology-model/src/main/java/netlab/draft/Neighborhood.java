package netlab.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import netlab.diag.Span;
import netlab.lab.IfId;
import netlab.lab.Neighbor;
import netlab.net.Family;
import netlab.schema.Value;

/** Who shares a network with an interface, and how people are told. */
public final class Neighborhood {
  private static final int SHOWN = 5;
  private static final int MAX_LENGTH = 255;

  private Neighborhood() {}

  /** The other ends of a link. */
  public static List<Neighbor> ofLink(Draft draft, EndDraft end) {
    var neighbors = new ArrayList<Neighbor>();
    for (EndDraft other : end.link().ends()) {
      if (!other.equals(end)) {
        neighbors.add(neighbor(draft, end.node(), other));
      }
    }
    return neighbors;
  }

  /** An end as another node on its link sees it. */
  public static Neighbor neighbor(Draft draft, NodeDraft viewer, EndDraft end) {
    var told = new LinkedHashMap<String, Value.Field>();
    for (Module module : draft.modules()) {
      if (module.toldToNeighbors() && end.node().runs(module.name())) {
        Value.Field field = end.merged().fields().get(module.name());
        if (field != null) {
          told.put(module.name(), field);
        }
      }
    }
    return new Neighbor(
        end.port().map(InterfaceDraft::id).orElse(new IfId(end.node().id(), end.index())),
        viewer.nameOf(end.node()).orElse(end.name()),
        end.ip(Family.IPV4),
        end.ip(Family.IPV6),
        new Value.Fields(told, Span.NONE));
  }

  /** {@code r1 -> r2}, {@code r1 -> [r2,r3]}, {@code r1 -> stub}. */
  public static String describe(Draft draft, NodeDraft node, List<Neighbor> neighbors) {
    String others =
        switch (neighbors.size()) {
          case 0 -> "stub";
          case 1 -> neighbors.getFirst().id().node().name();
          default -> list(draft, neighbors);
        };
    return cut(draft, node + " -> " + others);
  }

  /** The names of neighbors in brackets, the first few only. */
  public static String list(Draft draft, List<Neighbor> neighbors) {
    int shown = draft.defaults().intAt("const.ifname.neighbors").orElse(SHOWN);
    var text = new StringBuilder("[");
    for (int i = 0; i < neighbors.size() && i < shown; i++) {
      text.append(i == 0 ? "" : ",").append(neighbors.get(i).id().node());
    }
    return text.append(neighbors.size() > shown ? "...]" : "]").toString();
  }

  /** A description of the length that devices accept. */
  public static String cut(Draft draft, String text) {
    int limit = draft.defaults().intAt("const.ifname.maxlength").orElse(MAX_LENGTH);
    return text.length() <= limit ? text : text.substring(0, limit - 3) + "...";
  }
}
