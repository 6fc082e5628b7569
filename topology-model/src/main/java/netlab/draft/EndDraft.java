package netlab.draft;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Span;
import netlab.lab.InterfaceIp;
import netlab.net.Family;
import netlab.schema.Value;

/** A node's end of a link under construction. Its address may be carried by another interface. */
public final class EndDraft {
  private final LinkDraft link;
  private final NodeDraft node;
  private final Attributes attributes;
  private final Span span;
  private final Map<Family, InterfaceIp> addresses = new EnumMap<>(Family.class);
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

  public Span span() {
    return span;
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

  public Optional<InterfaceIp> ip(Family family) {
    return Optional.ofNullable(addresses.get(family));
  }

  /** Gives the end its address of a family, once. */
  public void setIp(Family family, InterfaceIp ip) {
    if (addresses.putIfAbsent(family, ip) != null) {
      throw new IllegalStateException(this + " has an address of " + family);
    }
  }

  /** The interface made of this end; empty before ADDRESS and on ends that only lent numbers. */
  public Optional<InterfaceDraft> port() {
    return port;
  }

  void setInterface(InterfaceDraft made) {
    port = Optional.of(made);
  }

  @Override
  public String toString() {
    return link.name() + "/" + node;
  }
}
