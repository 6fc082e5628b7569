package netlab.lab;

import java.util.List;
import java.util.Optional;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.schema.Value;

/**
 * A port of a node.
 *
 * @param name the name the device gives it: {@code eth1}, {@code Ethernet1}
 * @param type the kind of its link or of the virtual interface: {@code p2p}, {@code lan}, {@code
 *     stub}, {@code loopback}, {@code svi}, {@code vlan_member}, ...
 * @param virtual true when no wire of the lab ends here
 * @param link index of the link it is on
 * @param parent the physical interface below a subinterface
 * @param description text for people: {@code r1 -> r2}
 * @param neighbors the other interfaces that share its network
 * @param attributes what the lab file says beyond the protocols' columns
 */
public record Interface(
    IfId id,
    String name,
    String type,
    boolean virtual,
    Optional<Integer> link,
    Optional<IfId> parent,
    String description,
    Optional<InterfaceIp> ipv4,
    Optional<InterfaceIp> ipv6,
    Optional<Integer> mtu,
    Optional<String> role,
    List<Neighbor> neighbors,
    Value.Fields attributes) {
  public Interface {
    neighbors = List.copyOf(neighbors);
  }

  /** This interface with another name and other attributes. */
  public Interface renamed(String newName, Value.Fields newAttributes) {
    return with(newName, description, ipv6, neighbors, newAttributes);
  }

  /** This interface with another description. */
  public Interface described(String text) {
    return with(name, text, ipv6, neighbors, attributes);
  }

  /** This interface with another IPv6 address. */
  public Interface withIpv6(InterfaceIp other) {
    return with(name, description, Optional.of(other), neighbors, attributes);
  }

  /** This interface with other data about its neighbors. */
  public Interface withNeighbors(List<Neighbor> others) {
    return with(name, description, ipv6, others, attributes);
  }

  /** The same with another MTU, in octets of an IP packet. */
  public Interface withMtu(int other) {
    return new Interface(
        id,
        name,
        type,
        virtual,
        link,
        parent,
        description,
        ipv4,
        ipv6,
        Optional.of(other),
        role,
        neighbors,
        attributes);
  }

  private Interface with(
      String newName,
      String newDescription,
      Optional<InterfaceIp> newIpv6,
      List<Neighbor> newNeighbors,
      Value.Fields newAttributes) {
    return new Interface(
        id,
        newName,
        type,
        virtual,
        link,
        parent,
        newDescription,
        ipv4,
        newIpv6,
        mtu,
        role,
        newNeighbors,
        newAttributes);
  }

  /** The VRF it is in; empty for the global routing table. */
  public Optional<VrfId> vrf() {
    return attributes.textAt("vrf").map(name -> new VrfId(id.node(), name));
  }

  /** True when the lab wants it to be there, and down. */
  public boolean isShutDown() {
    return attributes.boolAt("shutdown").orElse(false);
  }

  /** How a family is used here. */
  public Optional<InterfaceIp> ip(Family family) {
    return family == Family.IPV4 ? ipv4 : ipv6;
  }

  /** The address of a family when the interface has one of its own. */
  public Optional<InterfaceAddress> address(Family family) {
    return ip(family)
        .flatMap(ip ->
            ip instanceof InterfaceIp.Numbered n ? Optional.of(n.address()) : Optional.empty());
  }
}
