package netlab.compile;

import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.intent.LinkIntent;
import netlab.schema.Value;

/** Makes the links of the lab file, in its order. */
final class LinkPass implements Pass {
  @Override
  public String name() {
    return "links";
  }

  @Override
  public Phase phase() {
    return Phase.EXPAND;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    for (LinkIntent link : draft.intent().links()) {
      Value.Fields attributes = link.attributes();
      if (!attributes.boolAt("disable").orElse(false)) {
        draft.addLink(link.name(), attributes, link.ends(), link.span()).bundles(link.members());
      }
    }
  }
}
