package netlab.protocol.gateway;

import java.util.List;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.NodeId;

/**
 * The module {@code gateway}, and what hosts know about their gateways whether the lab uses the
 * module or not.
 */
public final class Gateway implements Module {
  public static final Column<NodeId, GatewayNode> NODE =
      new Column<>("gateway", NodeId.class, GatewayNode.class);
  public static final Column<IfId, GatewayInterface> INTERFACE =
      new Column<>("gateway", IfId.class, GatewayInterface.class);

  @Override
  public String name() {
    return "gateway";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("gateway links", Phase.EXPAND, GatewayLinks::complete),
        Pass.of("gateway addresses", Phase.NUMBER, GatewayLinks::number),
        Pass.of("gateways", Phase.RESULT, List.of(NODE, INTERFACE), GatewayPass::run));
  }
}
