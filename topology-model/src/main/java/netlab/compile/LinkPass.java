package netlab.compile;

import java.util.List;
import netlab.draft.Draft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.intent.LinkIntent;
import netlab.schema.Value;

/** Makes the links of the lab file, in its order. */
final class LinkPass {
  static final Pass OF_LIST =
      Pass.of("links", Phase.LINKS, (draft, diagnostics) -> add(draft, draft.intent().links()));

  /** Bundles and bridge nodes have made links of the others by now. */
  static final Pass OF_OBJECTS =
      Pass.of(
          "links of VLANs and VRFs",
          Phase.EXPAND,
          (draft, diagnostics) -> add(draft, draft.intent().objectLinks()));

  private LinkPass() {}

  private static void add(Draft draft, List<LinkIntent> links) {
    for (LinkIntent link : links) {
      Value.Fields attributes = link.attributes();
      if (!attributes.boolAt("disable").orElse(false)) {
        draft.addLink(link.name(), attributes, link.ends(), link.span()).bundles(link.members());
      }
    }
  }
}
