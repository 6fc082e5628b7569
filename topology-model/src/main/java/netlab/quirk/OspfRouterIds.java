package netlab.quirk;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import netlab.lab.Node;
import netlab.lab.VrfId;
import netlab.net.Ip;
import netlab.net.Prefix;
import netlab.protocol.ospf.Ospf;
import netlab.protocol.ospf.OspfNode;

/**
 * No two OSPF processes of a router may have one router id: those in VRFs get others from the pool
 * {@code router_id}.
 */
final class OspfRouterIds implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    Set<Ip> own = new HashSet<>();
    lab.find(Ospf.NODE, node.id()).flatMap(OspfNode::routerId).ifPresent(own::add);
    for (VrfId vrf : lab.vrfs(node)) {
      Optional<OspfNode> process = lab.find(Ospf.VRF, vrf);
      Optional<Ip> id = process.flatMap(OspfNode::routerId);
      if (id.isEmpty() || own.add(id.get())) {
        continue;
      }
      Optional<Ip> free = free(lab);
      notices.ofModule(
          "ospf.warnings.changed_id",
          node.span(),
          "the OSPF process of VRF `"
              + vrf.name()
              + "` on `"
              + node.id()
              + "` cannot have router id "
              + id.get()
              + ", which another process has",
          free.map(ip -> "it gets " + ip).orElse("the pool `router_id` has no other one")
              + "; give it an `ospf.router_id` of its own");
      free.ifPresent(ip -> {
        own.add(ip);
        lab.replace(Ospf.VRF, vrf, process.orElseThrow().withRouterId(ip));
      });
    }
  }

  /** The first address of the pool that no process of the lab has. */
  private static Optional<Ip> free(LabEdit lab) {
    Set<Ip> taken = new HashSet<>();
    for (Node node : lab.nodes()) {
      lab.find(Ospf.NODE, node.id()).flatMap(OspfNode::routerId).ifPresent(taken::add);
      for (VrfId vrf : lab.vrfs(node)) {
        lab.find(Ospf.VRF, vrf).flatMap(OspfNode::routerId).ifPresent(taken::add);
      }
    }
    Optional<Prefix> pool =
        lab.before().globals().textAt("addressing.router_id.ipv4").flatMap(Prefix::tryParse);
    for (long n = 1; pool.isPresent() && pool.get().hasHost(n); n++) {
      if (!taken.contains(pool.get().host(n))) {
        return Optional.of(pool.get().host(n));
      }
    }
    return Optional.empty();
  }
}
