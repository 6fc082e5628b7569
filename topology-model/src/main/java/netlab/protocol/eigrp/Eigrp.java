package netlab.protocol.eigrp;

import java.util.List;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.expect.Expectation;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.Lab;
import netlab.lab.NodeId;

/** The module {@code eigrp}. */
public final class Eigrp implements Module {
  public static final Column<NodeId, EigrpNode> NODE =
      new Column<>("eigrp", NodeId.class, EigrpNode.class);
  public static final Column<IfId, EigrpInterface> INTERFACE =
      new Column<>("eigrp", IfId.class, EigrpInterface.class);

  @Override
  public String name() {
    return "eigrp";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("eigrp", Phase.PROTOCOL, List.of(NODE, INTERFACE), EigrpPass::run));
  }

  @Override
  public boolean toldToNeighbors() {
    return false;
  }

  @Override
  public List<Expectation> expectations(Lab lab) {
    return EigrpExpectations.of(lab);
  }
}
