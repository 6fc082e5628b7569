package netlab.protocol.vlan;

import java.util.List;
import netlab.draft.Draft;
import netlab.draft.Module;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.NodeId;
import netlab.schema.Value;

/**
 * The module {@code vlan}. Its first part looks at links: which VLAN they belong to, and the member
 * links of trunks, which exist only to take numbers and addresses. After it the attribute {@code
 * vlans} of the lab and of nodes has the identifiers, and that of a node all VLANs it uses; other
 * modules may add to it until the third part. The second part makes the interfaces of VLANs, the
 * third tells who is in them.
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
        Pass.of("bridge links", Phase.LINKS, BridgeNodes::run),
        Pass.of("bridge ports", Phase.EXPAND, BridgeNodes::ports),
        Pass.of("vlan links", Phase.EXPAND, VlanLinks::run),
        Pass.of("vlan interfaces", Phase.ADDRESS, List.of(INTERFACE), VlanInterfaces::run),
        Pass.of("vlans", Phase.PROTOCOL, List.of(LAB, NODE_VLANS, NODE), VlanInterfaces::tables));
  }

  /** What is known by now about a VLAN on a node: its own attributes over those of the lab. */
  public static Value.Fields onNode(Draft draft, NodeDraft node, String name) {
    Value.Fields lower = draft.globals().fieldsAt("vlans").fieldsAt(name);
    for (String key : lower.fields().keySet()) {
      if (draft.isModule(key) && !node.runs(key)) {
        lower = lower.without(key);
      }
    }
    return node.attributes().fieldsAt("vlans").fieldsAt(name).over(lower);
  }

  /** Adds to what is known about a VLAN on a node. */
  public static void refine(NodeDraft node, String name, String key, Value value) {
    Value.Fields vlans = node.attributes().fieldsAt("vlans");
    Value.Fields vlan = vlans.fieldsAt(name).with(key, value);
    node.attributes().refine("vlans", vlans.with(name, vlan));
  }

  /** Neighbors see the interface of the VLAN, not the port. */
  @Override
  public boolean toldToNeighbors() {
    return false;
  }
}
