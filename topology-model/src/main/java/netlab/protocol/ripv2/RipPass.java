package netlab.protocol.ripv2;

import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.draft.RouterIds;
import netlab.protocol.igp.BfdUse;
import netlab.protocol.igp.Igp;
import netlab.protocol.igp.IgpProcess;
import netlab.protocol.igp.RouteImports;
import netlab.schema.Value;

/** Fills the columns of RIP. */
final class RipPass {
  private static final String[] READ = {"version", "af", "router_id", "timers", "bfd", "import"};

  private final Draft draft;
  private final Diagnostics diagnostics;

  private RipPass(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new RipPass(draft, diagnostics);
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("ripv2")) {
        IgpProcess.of(draft, node, "ripv2", diagnostics).forEach(pass::process);
      }
    }
  }

  private void process(IgpProcess process) {
    NodeDraft node = process.node();
    Value.Fields settings = process.settings();
    for (InterfaceDraft port : process.ports().keySet()) {
      draft.put(Rip.INTERFACE, port.id(), port(process, port));
    }
    process.put(
        draft,
        Rip.NODE,
        Rip.VRF,
        new RipNode(
            settings.intAt("version").orElse(2),
            process.af(),
            RouterIds.of(draft, node, "ripv2", diagnostics),
            RipTimers.of(settings),
            BfdUse.isOn(process) ? Optional.of(true) : Optional.empty(),
            RouteImports.of(draft, process, diagnostics),
            settings.without(READ)));
  }

  private RipInterface port(IgpProcess process, InterfaceDraft port) {
    Value.Fields settings = process.ports().getOrDefault(port, Value.Fields.NONE);
    if (Igp.isUnnumbered(port) && !port.node().device().can("ripv2.unnumbered")) {
      Lack.report(
          port.node(),
          port.link().map(l -> l.span()).orElse(port.node().span()),
          "cannot run RIP on interfaces without own IPv4 address (`" + port.name() + "`)",
          "give the link a prefix",
          other -> other.can("ripv2.unnumbered"),
          diagnostics);
    }
    return new RipInterface(
        Igp.isPassive(draft, port, settings, "ripv2"),
        BfdUse.isOn(process, port) ? Optional.of(true) : Optional.empty(),
        settings.without("passive", "bfd"));
  }
}
