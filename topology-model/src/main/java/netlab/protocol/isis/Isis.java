package netlab.protocol.isis;

import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.expect.Reach;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.lab.VrfId;

/** The module {@code isis}. */
public final class Isis implements Module {
  public static final Column<NodeId, IsisNode> NODE =
      new Column<>("isis", NodeId.class, IsisNode.class);
  public static final Column<IfId, IsisInterface> INTERFACE =
      new Column<>("isis", IfId.class, IsisInterface.class, true);
  public static final Column<VrfId, IsisNode> VRF =
      new Column<>("isis", VrfId.class, IsisNode.class);

  @Override
  public String name() {
    return "isis";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("isis", Phase.PROTOCOL, List.of(NODE, INTERFACE, VRF), IsisPass::run));
  }

  @Override
  public boolean toldToNeighbors() {
    return false;
  }

  /** The interfaces that become neighbors of one. */
  public static List<Interface> neighbors(Lab lab, Interface port) {
    return Adjacencies.neighbors(lab, port);
  }

  @Override
  public void check(Lab lab, Diagnostics diagnostics) {
    IsisCheck.run(lab, diagnostics);
  }

  @Override
  public List<Expectation> expectations(Lab lab) {
    return IsisExpectations.of(lab);
  }

  @Override
  public List<Reach> reaches(Lab lab) {
    return IsisReach.of(lab);
  }

  @Override
  public Optional<String> reason(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    return IsisReasons.of(expectation, own, peer);
  }
}
