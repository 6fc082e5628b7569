package netlab.protocol.dhcp;

import java.util.List;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.NodeId;

/** The module {@code dhcp}. Nodes with an interface that asks for an address join it. */
public final class Dhcp implements Module {
  /** The pools of all servers. */
  public static final Column<Column.Global, DhcpNode> LAB =
      new Column<>("dhcp", Column.Global.class, DhcpNode.class);

  public static final Column<NodeId, DhcpNode> NODE =
      new Column<>("dhcp", NodeId.class, DhcpNode.class);
  public static final Column<IfId, DhcpInterface> INTERFACE =
      new Column<>("dhcp", IfId.class, DhcpInterface.class);

  @Override
  public String name() {
    return "dhcp";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("dhcp clients", Phase.EXPAND, DhcpClients::run),
        Pass.of("dhcp", Phase.PROTOCOL, List.of(LAB, NODE, INTERFACE), DhcpPass::run));
  }
}
