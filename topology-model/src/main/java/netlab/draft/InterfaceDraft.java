package netlab.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.lab.IfId;
import netlab.lab.InterfaceIp;
import netlab.lab.Neighbor;
import netlab.lab.VrfId;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.schema.Value;

/** An interface under construction. */
public final class InterfaceDraft {
  private final NodeDraft node;
  private final IfId id;
  private final String name;
  private final String type;
  private final Optional<LinkDraft> link;
  private final Optional<InterfaceDraft> parent;
  private final Attributes attributes;
  private final Map<Family, InterfaceIp> addresses = new EnumMap<>(Family.class);
  private final List<Neighbor> neighbors = new ArrayList<>();
  private final Set<Family> shared = EnumSet.noneOf(Family.class);
  private final boolean virtual;
  private boolean neighborsKnown;
  private boolean linkLocalOnly;
  private String description = "";

  InterfaceDraft(
      NodeDraft node,
      IfId id,
      String name,
      String type,
      boolean virtual,
      Optional<LinkDraft> link,
      Optional<InterfaceDraft> parent,
      Value.Fields attributes) {
    this.node = node;
    this.id = id;
    this.name = name;
    this.type = type;
    this.virtual = virtual;
    this.link = link;
    this.parent = parent;
    this.attributes = new Attributes(attributes);
  }

  public NodeDraft node() {
    return node;
  }

  public IfId id() {
    return id;
  }

  /** The index the model shows: 0 for the main loopback. */
  public int index() {
    return id.shown();
  }

  public String name() {
    return name;
  }

  public String type() {
    return type;
  }

  public boolean isLoopback() {
    return type.equals("loopback");
  }

  public boolean isVirtual() {
    return virtual;
  }

  /** The link it is on, if any. */
  public Optional<LinkDraft> link() {
    return link;
  }

  /** The interface below a subinterface. */
  public Optional<InterfaceDraft> parent() {
    return parent;
  }

  /** Own attributes over those of the link. */
  public Attributes attributes() {
    return attributes;
  }

  /** The VRF it is in; empty for the global routing table. */
  public Optional<VrfId> vrf() {
    return attributes.textAt("vrf").map(vrf -> new VrfId(node.id(), vrf));
  }

  public Optional<String> role() {
    return attributes.textAt("role");
  }

  public Optional<InterfaceIp> ip(Family family) {
    return Optional.ofNullable(addresses.get(family));
  }

  /** The address of a family when the interface has one of its own. */
  public Optional<InterfaceAddress> address(Family family) {
    return addresses.get(family) instanceof InterfaceIp.Numbered n
        ? Optional.of(n.address())
        : Optional.empty();
  }

  /** True when no family is used here. */
  public boolean isUnaddressed() {
    return addresses.isEmpty();
  }

  /** Gives the interface its address of a family, once. */
  public void setIp(Family family, InterfaceIp ip) {
    if (addresses.putIfAbsent(family, ip) != null) {
      throw new IllegalStateException(id + " has an address of " + family);
    }
  }

  /** Switches IPv6 on for a session between link-local addresses, once. */
  public void useLinkLocal() {
    setIp(Family.IPV6, new InterfaceIp.Unnumbered());
    linkLocalOnly = true;
  }

  /** True when the lab uses a family here, and not just one protocol for itself. */
  boolean carries(Family family) {
    return ip(family).isPresent() && !(linkLocalOnly && family == Family.IPV6);
  }

  /**
   * The interface only has an address of the family that it shares with others. Its own one stays
   * with the link, and protocols run as before.
   */
  public void shareIp(Family family) {
    shared.add(family);
  }

  /** The address the interface is configured with. */
  Optional<InterfaceIp> configuredIp(Family family) {
    return shared.contains(family) ? Optional.empty() : ip(family);
  }

  public String description() {
    return description;
  }

  /** Gives the interface its description, once. */
  public void setDescription(String text) {
    if (!description.isEmpty()) {
      throw new IllegalStateException(id + " has a description");
    }
    description = text;
  }

  public List<Neighbor> neighbors() {
    return Collections.unmodifiableList(neighbors);
  }

  /** True when {@link #setNeighbors} was called. */
  public boolean knowsNeighbors() {
    return neighborsKnown;
  }

  /** Says who shares the network of the interface, once. */
  public void setNeighbors(List<Neighbor> all) {
    if (neighborsKnown) {
      throw new IllegalStateException(id + " knows its neighbors");
    }
    neighborsKnown = true;
    neighbors.addAll(all);
  }

  @Override
  public String toString() {
    return node + "." + name;
  }
}
