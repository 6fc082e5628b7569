package netlab.protocol.igp;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.lab.Column;
import netlab.lab.Interface;
import netlab.lab.InterfaceIp;
import netlab.lab.Lab;
import netlab.lab.Neighbor;
import netlab.lab.NodeId;
import netlab.lab.VrfId;
import netlab.net.Family;
import netlab.schema.Value;

/** Rules of interior routing protocols. */
public final class Igp {
  private Igp() {}

  /**
   * The settings of a protocol on an interface; empty where it does not run: on interfaces without
   * address, on those that lead outside, and where it is switched off.
   */
  public static Optional<Value.Fields> settings(Draft draft, InterfaceDraft port, String protocol) {
    boolean outside = port.role().filter("external"::equals).isPresent();
    return port.isUnaddressed() || outside ? Optional.empty() : draft.settings(port, protocol);
  }

  /**
   * True when the protocol announces the network of an interface and talks to nobody there: as it
   * is set, or on stub networks.
   */
  public static boolean isPassive(
      Draft draft, InterfaceDraft port, Value.Fields settings, String protocol) {
    Optional<Boolean> set = settings.boolAt("passive");
    if (set.isPresent()) {
      return set.get();
    }
    if (port.isLoopback()) {
      return false;
    }
    return switch (port.role().orElse("")) {
      case "passive", "external" -> true;
      case "stub" -> port.type().equals("stub") || !hasPeer(draft, port, protocol);
      default -> port.type().equals("stub");
    };
  }

  /** True when another router on one of the networks runs the protocol with a common family. */
  static boolean hasPeers(Draft draft, Collection<InterfaceDraft> ports, String protocol) {
    for (InterfaceDraft port : ports) {
      for (Neighbor neighbor : port.neighbors()) {
        boolean ipv4 = port.ip(Family.IPV4).isPresent() && neighbor.ipv4().isPresent();
        boolean ipv6 = port.ip(Family.IPV6).isPresent() && neighbor.ipv6().isPresent();
        if ((ipv4 || ipv6) && draft.node(neighbor.id().node().name()).runs(protocol)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a protocol says about the process that an interface belongs to. */
  public static <T> Optional<T> process(
      Lab lab, Interface port, Column<NodeId, T> onNode, Column<VrfId, T> onVrf) {
    return port.vrf().isPresent()
        ? lab.find(onVrf, port.vrf().get())
        : lab.find(onNode, port.id().node());
  }

  private static boolean hasPeer(Draft draft, InterfaceDraft port, String protocol) {
    for (Neighbor neighbor : port.neighbors()) {
      if (draft.node(neighbor.id().node().name()).runs(protocol)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The families of a protocol on a node: those it sets, or those in use on the interfaces that run
   * the protocol.
   */
  public static Set<Family> families(
      NodeDraft node, Value.Fields settings, Collection<InterfaceDraft> ports) {
    Optional<Value> set = settings.at("af");
    Set<Family> families = EnumSet.noneOf(Family.class);
    if (set.isPresent() && set.get() instanceof Value.Fields fields) {
      for (Family family : Family.values()) {
        if (fields.boolAt(family.text()).orElse(false)) {
          families.add(family);
        }
      }
      return families;
    }
    if (settings.boolAt("af").filter(on -> !on).isPresent()) {
      return families;
    }
    boolean all = set.isPresent();
    for (InterfaceDraft port : all ? node.allInterfaces() : ports) {
      for (Family family : Family.values()) {
        if (port.ip(family).isPresent()) {
          families.add(family);
        }
      }
    }
    return families;
  }

  /**
   * The kind of network a protocol sees: as it is set ({@code false} leaves it to the device), or
   * point-to-point with exactly one neighbor.
   */
  public static Optional<String> networkType(InterfaceDraft port, Value.Fields settings) {
    if (settings.at("network_type").isPresent()) {
      return settings.boolAt("network_type").isPresent()
          ? Optional.empty()
          : settings.textAt("network_type");
    }
    return port.neighbors().size() == 1 ? Optional.of("point-to-point") : Optional.empty();
  }

  /** True when the interface borrows its IPv4 address. */
  public static boolean isUnnumbered(InterfaceDraft port) {
    return isUnnumbered(port, Family.IPV4);
  }

  /** True when the interface has no own address of a family that it runs. */
  public static boolean isUnnumbered(InterfaceDraft port, Family family) {
    return port.ip(family).orElse(null) instanceof InterfaceIp.Unnumbered;
  }

  /** Takes a protocol off a node that has no interface for it. */
  public static void leave(Draft draft, NodeDraft node, String protocol, Diagnostics diagnostics) {
    node.leaveModule(protocol);
    draft.warn(
        diagnostics,
        protocol + ".warnings.inactive",
        Code.PROTOCOL_UNUSED,
        node.span(),
        "node `" + node + "` runs " + protocol + ", but none of its interfaces does",
        "take `" + protocol + "` out of its modules");
  }
}
