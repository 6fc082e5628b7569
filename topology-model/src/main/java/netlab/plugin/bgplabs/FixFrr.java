package netlab.plugin.bgplabs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.schema.Value;

/** Starts the routing daemons of an FRR container that its user configures by hand. */
public final class FixFrr implements Plugin {
  private static final List<String> DAEMONS = List.of("bgpd", "ospfd", "ospf6d");

  @Override
  public String name() {
    return "fix_frr";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("daemons of rtr", Phase.EXPAND, FixFrr::run));
  }

  private static void run(Draft draft, Diagnostics diagnostics) {
    Optional<NodeDraft> rtr = draft.findNode("rtr").filter(FixFrr::isFrr);
    Optional<String> provider =
        rtr.flatMap(n -> n.attributes().textAt("provider")).or(() -> draft.intent().provider());
    if (rtr.isEmpty() || !provider.orElse("clab").equals("clab")) {
      return;
    }
    Value.Fields settings = rtr.get().attributes().fieldsAt("frr");
    var daemons = new ArrayList<>(settings.itemsAt("daemons"));
    for (String daemon : DAEMONS) {
      if (!settings.textsAt("daemons").contains(daemon)) {
        daemons.add(Value.of(daemon));
      }
    }
    Value list = new Value.Items(daemons, settings.span());
    rtr.get().attributes().refine("frr", settings.with("daemons", list));
    Messages.append(
        draft,
        "The FRR daemons "
            + String.join(", ", DAEMONS)
            + " run on rtr, so that you can configure"
            + " BGP and OSPF there.");
  }

  private static boolean isFrr(NodeDraft node) {
    return node.device().name().equals("frr");
  }
}
