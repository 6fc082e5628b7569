package netlab.protocol.ripv2;

import java.util.List;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.expect.Expectation;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.lab.VrfId;

/** The module {@code ripv2}. */
public final class Rip implements Module {
  public static final Column<NodeId, RipNode> NODE =
      new Column<>("ripv2", NodeId.class, RipNode.class);
  public static final Column<IfId, RipInterface> INTERFACE =
      new Column<>("ripv2", IfId.class, RipInterface.class, true);
  public static final Column<VrfId, RipNode> VRF =
      new Column<>("ripv2", VrfId.class, RipNode.class);

  @Override
  public String name() {
    return "ripv2";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("ripv2", Phase.PROTOCOL, List.of(NODE, INTERFACE, VRF), RipPass::run));
  }

  @Override
  public boolean toldToNeighbors() {
    return false;
  }

  @Override
  public List<Expectation> expectations(Lab lab) {
    return RipExpectations.of(lab);
  }
}
