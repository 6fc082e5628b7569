package netlab.compile;

import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.net.Mac;
import netlab.protocol.vlan.Vlan;
import netlab.schema.Value;

/**
 * Gives interfaces a MAC address of their own on devices that would use one for several interfaces
 * or none of the lab: made from the management pool, the node and the interface.
 */
final class MacAddresses implements Pass {
  private static final int RANGE = 10_000;
  private static final long NODE_STEP = 65_536;

  @Override
  public String name() {
    return "MAC addresses";
  }

  @Override
  public Phase phase() {
    return Phase.PROTOCOL;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    Optional<Mac> base =
        draft.pool("mgmt").flatMap(p -> p.attributes().textAt("mac")).flatMap(Mac::tryParse);
    if (base.isEmpty()) {
      return;
    }
    for (NodeDraft node : draft.nodes()) {
      List<String> kinds = node.device().facts().textsAt("features.initial.generate_mac");
      for (InterfaceDraft port : node.interfaces()) {
        if (kinds.contains(kind(draft, port))) {
          port.attributes()
              .addMissing("mac_address", Value.of(address(base.get(), node, port).cisco()));
        }
      }
    }
  }

  /** {@code ethernet} for ports of their own, {@code svi} for interfaces of VLANs. */
  private static String kind(Draft draft, InterfaceDraft port) {
    if (port.type().equals("svi")) {
      return "svi";
    }
    boolean bridged =
        draft
            .find(Vlan.INTERFACE, port.id())
            .filter(v -> v.accessId().isPresent() && v.name().isEmpty())
            .isPresent();
    return port.isVirtual() || bridged ? "" : "ethernet";
  }

  /** The second octet keeps its upper half and gets the kind of the interface in the lower one. */
  private static Mac address(Mac base, NodeDraft node, InterfaceDraft port) {
    int second = (base.octet(1) & 0xf0) | (port.index() / RANGE & 0x0f);
    return base.withOctet(1, second).plus(node.number() * NODE_STEP + port.index() % RANGE);
  }
}
