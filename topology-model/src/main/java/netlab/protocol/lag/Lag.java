package netlab.protocol.lag;

import java.util.List;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.NodeId;

/**
 * The module {@code lag}. A link with members becomes the wires of its members and a link that only
 * exists while numbers and addresses are given: its ends are the aggregated interfaces.
 */
public final class Lag implements Module {
  public static final Column<NodeId, LagNode> NODE =
      new Column<>("lag", NodeId.class, LagNode.class);
  public static final Column<IfId, LagInterface> INTERFACE =
      new Column<>("lag", IfId.class, LagInterface.class);

  @Override
  public String name() {
    return "lag";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("lag links", Phase.LINKS, LagLinks::run),
        Pass.of("lag interfaces", Phase.PROTOCOL, List.of(NODE, INTERFACE), LagPass::run));
  }

  @Override
  public boolean toldToNeighbors() {
    return false;
  }
}
