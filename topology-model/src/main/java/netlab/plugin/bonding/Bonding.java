package netlab.plugin.bonding;

import java.util.List;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;

/**
 * Ports of a node with the same {@code bonding.ifindex} become members of one interface. It has the
 * network of the first of them; the links of the others only keep their addresses. Neighbors see
 * single links, so that all of them should be in one VLAN.
 */
public final class Bonding implements Plugin {
  /** The attribute, the plugin and its configuration template. */
  static final String NAME = "bonding";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("bond members", Phase.SHAPE, BondMembers::find),
        Pass.of("bonds", Phase.PORTS, BondPorts::make),
        Pass.of("neighbors of bonds", Phase.ADDRESS, BondPorts::tell),
        Pass.of("networks of bonds", Phase.ADDRESS, BondChecks::run));
  }
}
