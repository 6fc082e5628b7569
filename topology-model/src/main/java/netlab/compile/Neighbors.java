package netlab.compile;

import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.InterfaceDraft;
import netlab.draft.LinkDraft;
import netlab.draft.Neighborhood;
import netlab.draft.Pass;
import netlab.draft.Phase;

/**
 * Tells every interface who shares its link, and describes it, where no protocol has done so
 * already.
 */
final class Neighbors implements Pass {
  @Override
  public String name() {
    return "neighbors";
  }

  @Override
  public Phase phase() {
    return Phase.PROTOCOL;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    for (LinkDraft link : draft.links()) {
      for (EndDraft end : link.ends()) {
        end.port().ifPresent(port -> tell(draft, end, port));
      }
    }
  }

  private static void tell(Draft draft, EndDraft end, InterfaceDraft port) {
    if (!port.knowsNeighbors()) {
      port.setNeighbors(Neighborhood.ofLink(draft, end));
    }
    if (port.description().isEmpty()) {
      Optional<String> own = port.attributes().textAt("name");
      port.setDescription(
          own.orElseGet(() -> Neighborhood.describe(draft, port.node(), port.neighbors())));
    }
  }
}
