package netlab.protocol.vrf;

import java.util.List;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.Column;
import netlab.lab.NodeId;
import netlab.lab.VrfId;

/**
 * The module {@code vrf}. After its first part the attribute {@code vrfs} of the lab and of nodes
 * has identifiers, route distinguishers and route targets. Its second part puts onto each node the
 * VRFs it uses: from then on the attribute {@code vrfs} of a node has exactly these, with what the
 * lab says about them.
 */
public final class Vrf implements Module {
  public static final Column<VrfId, VrfData> VRF = new Column<>("vrfs", VrfId.class, VrfData.class);

  /** BGP on nodes that do not run the module and leak routes between VRFs. */
  public static final Column<NodeId, LeakingBgp> LEAKING =
      new Column<>("bgp", NodeId.class, LeakingBgp.class);

  @Override
  public String name() {
    return "vrf";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("vrfs", Phase.EXPAND, VrfNumbers::run),
        Pass.of("vrf interfaces", Phase.ADDRESS, List.of(VRF, LEAKING), VrfPass::run));
  }
}
