package netlab.protocol.evpn;

import java.util.List;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.Column;
import netlab.lab.NodeId;
import netlab.lab.VrfId;

/**
 * The module {@code evpn}. Its first part says which VLANs and VRFs of the lab are services, its
 * second part brings them onto nodes, its third part onto BGP sessions.
 */
public final class Evpn implements Module {
  public static final Column<NodeId, EvpnNode> NODE =
      new Column<>("evpn", NodeId.class, EvpnNode.class);
  public static final Column<VrfId, EvpnVrf> VRF = new Column<>("evpn", VrfId.class, EvpnVrf.class);

  @Override
  public String name() {
    return "evpn";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("evpn services", Phase.EXPAND, Services::run),
        Pass.of("evpn nodes", Phase.ADDRESS, List.of(NODE, VRF), EvpnPass::run),
        Pass.of("evpn sessions", Phase.PROTOCOL, EvpnSessions::run));
  }
}
