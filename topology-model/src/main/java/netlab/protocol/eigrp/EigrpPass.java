package netlab.protocol.eigrp;

import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.draft.RouterIds;
import netlab.net.Asn;
import netlab.protocol.igp.Igp;
import netlab.protocol.igp.IgpProcess;

/** Fills the columns of EIGRP. */
final class EigrpPass {
  private EigrpPass() {}

  static void run(Draft draft, Diagnostics diagnostics) {
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("eigrp")) {
        IgpProcess.of(draft, node, "eigrp", diagnostics)
            .forEach(process -> put(draft, process, diagnostics));
      }
    }
  }

  private static void put(Draft draft, IgpProcess process, Diagnostics diagnostics) {
    process
        .ports()
        .forEach((port, settings) ->
            draft.put(
                Eigrp.INTERFACE,
                port.id(),
                new EigrpInterface(
                    Igp.isPassive(draft, port, settings, "eigrp"), settings.without("passive"))));
    draft.put(
        Eigrp.NODE,
        process.node().id(),
        new EigrpNode(
            process.settings().textAt("as").flatMap(Asn::tryParse).orElse(new Asn(1)),
            process.af(),
            RouterIds.of(draft, process.node(), "eigrp", diagnostics),
            process.settings().without("as", "af", "router_id")));
  }
}
