package netlab.plugin.bonding;

import java.util.List;
import java.util.Map;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.net.Family;
import netlab.schema.Value;

/** Warns of what members of bonds have and the bond does not take. */
final class BondChecks {
  /** Settings that the bond takes, and those of ports. */
  private static final Set<String> USED = Set.of("vlan", "gateway", "stp", "lag");

  private final Draft draft;
  private final Diagnostics diagnostics;

  private BondChecks(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var checks = new BondChecks(draft, diagnostics);
    for (List<Bond> ofNode : draft.noted(Bond.Table.class).orElseThrow().all()) {
      for (Bond bond : ofNode) {
        bond.members().forEach(end -> checks.settings(bond, end));
        checks.networks(bond);
      }
    }
  }

  private void settings(Bond bond, EndDraft end) {
    for (Map.Entry<String, Value.Field> e : end.merged().fields().entrySet()) {
      if (draft.isModule(e.getKey()) && !USED.contains(e.getKey())) {
        diagnostics.warning(
            Code.BOND,
            e.getValue().key().or(end.span()),
            "bond "
                + bond.number()
                + " of `"
                + bond.node()
                + "` does not take `"
                + e.getKey()
                + "` from its member on link `"
                + end.link()
                + "`",
            "it takes addresses, the VLAN and the gateway; write other settings on the node");
      }
    }
  }

  /** The other end may be a bond, too: then both leave the same networks. */
  private void networks(Bond bond) {
    for (EndDraft end : bond.members()) {
      boolean toBond = end.link().ends().stream().allMatch(e -> e.use() == EndDraft.Use.MEMBER);
      if (!toBond && !sameNetwork(bond.first(), end)) {
        diagnostics.warning(
            Code.BOND,
            end.span(),
            "bond "
                + bond.number()
                + " of `"
                + bond.node()
                + "` leaves the network of its member on link `"
                + end.link()
                + "`",
            "put the ports on the other side of all members into one VLAN");
      }
    }
  }

  private static boolean sameNetwork(EndDraft first, EndDraft other) {
    for (Family family : Family.values()) {
      if (other.ip(family).isPresent() && !other.ip(family).equals(first.ip(family))) {
        return false;
      }
    }
    return true;
  }
}
