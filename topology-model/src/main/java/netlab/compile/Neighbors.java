package netlab.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.InterfaceDraft;
import netlab.draft.LinkDraft;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.IfId;
import netlab.lab.Neighbor;
import netlab.net.Family;
import netlab.schema.Value;

/** Tells every interface who shares its link, and describes it. */
final class Neighbors implements Pass {
  private static final int SHOWN = 5;
  private static final int MAX_LENGTH = 255;

  @Override
  public String name() {
    return "neighbors";
  }

  @Override
  public Phase phase() {
    return Phase.ADDRESS;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    for (LinkDraft link : draft.links()) {
      for (EndDraft end : link.ends()) {
        InterfaceDraft port = end.port().orElseThrow();
        for (EndDraft other : link.ends()) {
          if (other != end) {
            port.addNeighbor(neighbor(draft, other));
          }
        }
        port.setDescription(description(draft, port));
      }
    }
  }

  private static Neighbor neighbor(Draft draft, EndDraft end) {
    var told = new LinkedHashMap<String, Value.Field>();
    InterfaceDraft port = end.port().orElseThrow();
    for (Module module : draft.modules()) {
      if (module.toldToNeighbors() && end.node().runs(module.name())) {
        Value.Field field = port.attributes().fields().fields().get(module.name());
        if (field != null) {
          told.put(module.name(), field);
        }
      }
    }
    return new Neighbor(
        new IfId(end.node().id(), end.index()),
        end.name(),
        end.ip(Family.IPV4),
        end.ip(Family.IPV6),
        new Value.Fields(told, netlab.diag.Span.NONE));
  }

  private static String description(Draft draft, InterfaceDraft port) {
    Optional<String> own = port.attributes().textAt("name");
    if (own.isPresent()) {
      return own.get();
    }
    List<Neighbor> neighbors = port.neighbors();
    String others =
        switch (neighbors.size()) {
          case 0 -> "stub";
          case 1 -> neighbors.getFirst().id().node().name();
          default -> list(draft, neighbors);
        };
    return cut(draft, port.node() + " -> " + others);
  }

  /** The names of neighbors in brackets, the first few only. */
  static String list(Draft draft, List<Neighbor> neighbors) {
    int shown = draft.defaults().intAt("const.ifname.neighbors").orElse(SHOWN);
    var text = new StringBuilder("[");
    for (int i = 0; i < neighbors.size() && i < shown; i++) {
      text.append(i == 0 ? "" : ",").append(neighbors.get(i).id().node());
    }
    return text.append(neighbors.size() > shown ? "...]" : "]").toString();
  }

  private static String cut(Draft draft, String text) {
    int limit = draft.defaults().intAt("const.ifname.maxlength").orElse(MAX_LENGTH);
    return text.length() <= limit ? text : text.substring(0, limit - 3) + "...";
  }
}
