package netlab.compile;

import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.net.Family;
import netlab.schema.Value;

/**
 * Routers on IPv6 links with hosts advertise the prefix, so that hosts get a default route (RFC
 * 4861); the link may say more about it.
 */
final class RouterAdvertisements implements Pass {
  @Override
  public String name() {
    return "router advertisements";
  }

  @Override
  public Phase phase() {
    return Phase.NUMBER;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    for (LinkDraft link : draft.links()) {
      link.ends().forEach(end -> add(link, end));
    }
  }

  private static void add(LinkDraft link, EndDraft end) {
    NodeDraft node = end.node();
    if (node.isHost() || !node.device().can("initial.ra")) {
      return;
    }
    Value.Fields ofLink = link.attributes().fieldsAt("ra");
    if (!ofLink.isEmpty()) {
      end.attributes().addMissing(Value.Fields.NONE.with("ra", ofLink));
      return;
    }
    boolean prefix =
        link.prefix()
            .flatMap(p -> p.at(Family.IPV6.text()))
            .filter(p -> !(p instanceof Value.Scalar s && Boolean.FALSE.equals(s.data())))
            .isPresent();
    if (prefix && link.hostCount() > 0) {
      Value.Fields slaac = Value.Fields.NONE.with("slaac", Value.of(true));
      end.attributes().addMissing("ra", slaac);
    }
  }
}
