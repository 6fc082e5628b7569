package netlab.protocol.ospf;

import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.expect.Outlook;
import netlab.expect.Reach;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.lab.VrfId;
import netlab.net.Family;

/** The module {@code ospf}. */
public final class Ospf implements Module {
  public static final Column<NodeId, OspfNode> NODE =
      new Column<>("ospf", NodeId.class, OspfNode.class);
  public static final Column<IfId, OspfInterface> INTERFACE =
      new Column<>("ospf", IfId.class, OspfInterface.class, true);
  public static final Column<VrfId, OspfNode> VRF =
      new Column<>("ospf", VrfId.class, OspfNode.class);

  @Override
  public String name() {
    return "ospf";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("ospf", Phase.PROTOCOL, List.of(NODE, INTERFACE, VRF), OspfPass::run));
  }

  @Override
  public boolean toldToNeighbors() {
    return false;
  }

  /** The interfaces that become neighbors of one, for a family. */
  public static List<Interface> neighbors(Lab lab, Interface port, Family family) {
    return Adjacencies.neighbors(lab, port, family);
  }

  @Override
  public void check(Lab lab, Diagnostics diagnostics) {
    OspfCheck.run(lab, diagnostics);
  }

  @Override
  public List<Expectation> expectations(Lab lab) {
    return OspfExpectations.of(lab);
  }

  @Override
  public List<Reach> reaches(Lab lab) {
    return OspfReach.of(lab);
  }

  @Override
  public Optional<String> reason(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    return OspfReasons.of(expectation, own, peer);
  }

  @Override
  public Outlook outlook(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    return OspfReasons.outlook(own, peer);
  }
}
