package netlab.protocol.mpls;

import java.util.List;
import java.util.Optional;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.Lab;
import netlab.lab.NodeId;

/** The module {@code mpls}. LDP stands beside it in the model, like a module of its own. */
public final class Mpls implements Module {
  public static final Column<NodeId, MplsNode> NODE =
      new Column<>("mpls", NodeId.class, MplsNode.class);
  public static final Column<NodeId, LdpNode> LDP =
      new Column<>("ldp", NodeId.class, LdpNode.class);
  public static final Column<IfId, LdpInterface> LDP_INTERFACE =
      new Column<>("ldp", IfId.class, LdpInterface.class);

  @Override
  public String name() {
    return "mpls";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("ldp", Phase.PROTOCOL, List.of(LDP, LDP_INTERFACE), LdpPass::run),
        Pass.of("mpls", Phase.PROTOCOL, List.of(NODE), MplsPass::run));
  }

  @Override
  public boolean toldToNeighbors() {
    return false;
  }

  @Override
  public List<Expectation> expectations(Lab lab) {
    return LdpExpectations.of(lab);
  }

  @Override
  public Optional<String> reason(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    return LdpReasons.of(expectation, own, peer);
  }
}
