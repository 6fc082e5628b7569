package netlab.protocol.bgp;

import java.util.List;
import java.util.Optional;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.expect.Outlook;
import netlab.expect.Reach;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.lab.VrfId;

/** The module {@code bgp}. */
public final class Bgp implements Module {
  public static final Column<NodeId, BgpNode> NODE =
      new Column<>("bgp", NodeId.class, BgpNode.class);
  public static final Column<IfId, BgpInterface> INTERFACE =
      new Column<>("bgp", IfId.class, BgpInterface.class);

  public static final Column<VrfId, BgpVrf> VRF = new Column<>("bgp", VrfId.class, BgpVrf.class);

  @Override
  public String name() {
    return "bgp";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("bgp confederations", Phase.EXPAND, Confederations::run),
        Pass.of("bgp link roles", Phase.EXPAND, BgpRoles::run),
        Pass.of("bgp originated networks", Phase.EXPAND, Originated::run),
        Pass.of("bgp", Phase.PROTOCOL, List.of(NODE, INTERFACE, VRF), BgpPass::run));
  }

  @Override
  public List<Expectation> expectations(Lab lab) {
    return BgpExpectations.of(lab);
  }

  @Override
  public List<Reach> reaches(Lab lab) {
    return BgpReach.of(lab);
  }

  @Override
  public Optional<String> reason(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    return BgpReasons.of(expectation, own, peer);
  }

  @Override
  public Outlook outlook(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    return BgpReasons.outlook(expectation, own, peer);
  }
}
