package netlab.draft;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Span;
import netlab.lab.InterfaceIp;
import netlab.net.Family;
import netlab.schema.Value;

/** A node's end of a link under construction. Its address may be carried by another interface. */
public final class EndDraft {
  /** What becomes of an end. */
  public enum Use {
    /** An interface with everything the end has. */
    INTERFACE,
    /** A port without address or protocols; those are on another interface. */
    PORT,
    /** One of several ports that make one interface; that one has the addresses. */
    MEMBER,
    /** No interface: the end only takes an index, a name and an address. */
    NUMBERS
  }

  private final LinkDraft link;
  private final NodeDraft node;
  private final Attributes attributes;
  private final Span span;
  private final Map<Family, InterfaceIp> addresses = new EnumMap<>(Family.class);
  private final Set<Family> leased = EnumSet.noneOf(Family.class);
  private Use use = Use.INTERFACE;
  private boolean addressed = true;
  private Value.Fields merged = Value.Fields.NONE;
  private int index = -1;
  private String name = "";
  private Optional<InterfaceDraft> port = Optional.empty();

  EndDraft(LinkDraft link, NodeDraft node, Value.Fields attributes, Span span) {
    this.link = link;
    this.node = node;
    this.attributes = new Attributes(attributes);
    this.span = span;
  }

  public LinkDraft link() {
    return link;
  }

  public NodeDraft node() {
    return node;
  }

  /** What the lab file says about this end alone. */
  public Attributes attributes() {
    return attributes;
  }

  /** What the end does not take from its link. */
  public Set<String> refused() {
    Set<String> refused = new LinkedHashSet<>();
    attributes
        .fields()
        .fields()
        .forEach((key, field) -> {
          if (field.value() instanceof Value.Empty) {
            refused.add(key);
          }
        });
    return refused;
  }

  public Span span() {
    return span;
  }

  public Use use() {
    return use;
  }

  /** Says that the end is no full interface. */
  public void setUse(Use use) {
    this.use = use;
  }

  /** True when the end takes part in addressing. */
  public boolean isAddressed() {
    return addressed;
  }

  /** The end gets no address. */
  public void leaveUnaddressed() {
    addressed = false;
  }

  /** Its own attributes over those of the link; what the interface has. Known after ADDRESS. */
  public Value.Fields merged() {
    return merged;
  }

  /** Notes the merged attributes. */
  public void setMerged(Value.Fields attributes) {
    merged = attributes;
  }

  /** The interface index; -1 before it is given. */
  public int index() {
    return index;
  }

  /** The interface name the device gives; empty before it is given. */
  public String name() {
    return name;
  }

  /** Gives index and name, once. */
  public void setPort(int index, String name) {
    if (this.index >= 0) {
      throw new IllegalStateException(this + " has index " + this.index);
    }
    this.index = index;
    this.name = name;
  }

  /** Says that the link calls the end otherwise than the device calls its port. */
  public void rename(String onLink) {
    name = onLink;
  }

  public Optional<InterfaceIp> ip(Family family) {
    return Optional.ofNullable(addresses.get(family));
  }

  /** The interface asks a DHCP server; the address of the end is the one it could get. */
  public void lease(Family family) {
    leased.add(family);
  }

  /** What the interface of the end is configured with. */
  public Optional<InterfaceIp> interfaceIp(Family family) {
    return ip(family).map(ip -> leased.contains(family) ? new InterfaceIp.Dhcp() : ip);
  }

  /** Gives the end its address of a family, once. */
  public void setIp(Family family, InterfaceIp ip) {
    if (addresses.putIfAbsent(family, ip) != null) {
      throw new IllegalStateException(this + " has an address of " + family);
    }
  }

  /** The interface made of this end; empty before ADDRESS and for {@link Use#NUMBERS}. */
  public Optional<InterfaceDraft> port() {
    return port;
  }

  void setInterface(InterfaceDraft made) {
    port = Optional.of(made);
  }

  /** The port stays with the node, but nothing of the link's network is on it. */
  public void unplug() {
    port = Optional.empty();
  }

  @Override
  public String toString() {
    return link.name() + "/" + node;
  }
}
