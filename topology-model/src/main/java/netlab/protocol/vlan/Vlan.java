package netlab.protocol.vlan;

import java.util.List;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.NodeId;

/**
 * The module {@code vlan}. Its first part looks at links: which VLAN they belong to, and the member
 * links of trunks, which exist only to take numbers and addresses. Its second part makes the
 * interfaces of VLANs and tells who is in them.
 */
public final class Vlan implements Module {
  /** The VLANs that are the same in the whole lab. */
  public static final Column<Column.Global, VlanTable> LAB =
      new Column<>("vlans", Column.Global.class, VlanTable.class);

  /** The VLANs of a node. */
  public static final Column<NodeId, VlanTable> NODE_VLANS =
      new Column<>("vlans", NodeId.class, VlanTable.class);

  public static final Column<NodeId, VlanNode> NODE =
      new Column<>("vlan", NodeId.class, VlanNode.class);
  public static final Column<IfId, VlanInterface> INTERFACE =
      new Column<>("vlan", IfId.class, VlanInterface.class);

  @Override
  public String name() {
    return "vlan";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("bridge nodes", Phase.EXPAND, BridgeNodes::run),
        Pass.of("vlan links", Phase.EXPAND, VlanLinks::run),
        Pass.of(
            "vlan interfaces",
            Phase.ADDRESS,
            List.of(LAB, NODE_VLANS, NODE, INTERFACE),
            VlanInterfaces::run));
  }

  /** Neighbors see the interface of the VLAN, not the port. */
  @Override
  public boolean toldToNeighbors() {
    return false;
  }
}
