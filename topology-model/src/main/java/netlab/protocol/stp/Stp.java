package netlab.protocol.stp;

import java.util.List;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.NodeId;

/** The module {@code stp}. */
public final class Stp implements Module {
  public static final Column<NodeId, StpNode> NODE =
      new Column<>("stp", NodeId.class, StpNode.class);
  public static final Column<IfId, StpInterface> INTERFACE =
      new Column<>("stp", IfId.class, StpInterface.class);

  @Override
  public String name() {
    return "stp";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("stp", Phase.PROTOCOL, List.of(NODE, INTERFACE), StpPass::run));
  }

  @Override
  public boolean toldToNeighbors() {
    return false;
  }
}
