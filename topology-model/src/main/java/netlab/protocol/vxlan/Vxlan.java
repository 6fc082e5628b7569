package netlab.protocol.vxlan;

import java.util.List;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.Column;
import netlab.lab.NodeId;

/**
 * The module {@code vxlan}. Its first part gives VLANs their {@code vni}, its second part finds the
 * tunnel end points.
 */
public final class Vxlan implements Module {
  public static final Column<NodeId, VxlanNode> NODE =
      new Column<>("vxlan", NodeId.class, VxlanNode.class);

  @Override
  public String name() {
    return "vxlan";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("vxlan identifiers", Phase.EXPAND, Vnis::run),
        Pass.of("vxlan end points", Phase.ADDRESS, List.of(NODE), Vteps::run));
  }
}
