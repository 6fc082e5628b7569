package netlab.protocol.routing;

import java.util.List;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.Column;
import netlab.lab.NodeId;

/** The module {@code routing}. */
public final class Routing implements Module {
  public static final Column<NodeId, RoutingNode> NODE =
      new Column<>("routing", NodeId.class, RoutingNode.class);

  @Override
  public String name() {
    return "routing";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("routing objects", Phase.EXPAND, RoutingObjects::read),
        Pass.of("access lists of interfaces", Phase.PROTOCOL, RoutingPass::interfaces),
        Pass.of("routing", Phase.RESULT, List.of(NODE), RoutingPass::run));
  }

  @Override
  public boolean toldToNeighbors() {
    return false;
  }
}
