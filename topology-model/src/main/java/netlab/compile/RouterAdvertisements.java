package netlab.compile;

import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.InterfaceDraft;
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
    return Phase.ADDRESS;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    for (LinkDraft link : draft.links()) {
      for (EndDraft end : link.ends()) {
        end.port().filter(p -> end.use() == EndDraft.Use.INTERFACE).ifPresent(p -> add(link, p));
      }
    }
  }

  private static void add(LinkDraft link, InterfaceDraft port) {
    NodeDraft node = port.node();
    if (node.isHost() || !node.device().can("initial.ra")) {
      return;
    }
    Value.Fields ofLink = link.attributes().fieldsAt("ra");
    if (!ofLink.isEmpty()) {
      port.attributes().addMissing(Value.Fields.NONE.with("ra", ofLink));
      return;
    }
    boolean prefix = port.address(Family.IPV6).isPresent();
    if (prefix && link.hostCount() > 0 && port.attributes().at("ra").isEmpty()) {
      port.attributes().add("ra", Value.Fields.NONE.with("slaac", Value.of(true)));
    }
  }
}
