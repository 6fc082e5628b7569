package netlab.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import netlab.diag.Span;
import netlab.intent.LinkIntent;
import netlab.schema.Value;

/** A link under construction. */
public final class LinkDraft {
  private final int index;
  private final String name;
  private final Value.Fields written;
  private final Attributes attributes;
  private final Span span;
  private final List<EndDraft> ends = new ArrayList<>();
  private Optional<Value.Fields> prefix = Optional.empty();
  private List<LinkIntent> members = List.of();
  private boolean passing;

  LinkDraft(int index, String name, Value.Fields attributes, Span span) {
    this.index = index;
    this.name = name;
    this.written = attributes;
    this.attributes = new Attributes(attributes);
    this.span = span;
  }

  public int index() {
    return index;
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** The attributes before any pass refined them. */
  Value.Fields written() {
    return written;
  }

  public Attributes attributes() {
    return attributes;
  }

  public Span span() {
    return span;
  }

  public List<EndDraft> ends() {
    return Collections.unmodifiableList(ends);
  }

  EndDraft addEnd(NodeDraft node, LinkIntent.EndIntent end) {
    var made = new EndDraft(this, node, end.attributes(), end.span());
    ends.add(made);
    return made;
  }

  /** The wires that the link stands for, as they are asked for; none for a plain link. */
  public List<LinkIntent> members() {
    return members;
  }

  /** Says which wires the link stands for. */
  public void bundles(List<LinkIntent> wires) {
    members = List.copyOf(wires);
  }

  /** {@code p2p}, {@code lan}, ...; empty before SHAPE. */
  public String type() {
    return attributes.textAt("type").orElse("");
  }

  /** The prefixes in use, {@code {ipv4, ipv6, allocation}}; empty before ADDRESS. */
  public Optional<Value.Fields> prefix() {
    return prefix;
  }

  /** Gives the link its prefixes, once. */
  public void setPrefix(Value.Fields prefix) {
    if (this.prefix.isPresent()) {
      throw new IllegalStateException(name + " has a prefix");
    }
    this.prefix = Optional.of(prefix);
  }

  public Optional<String> role() {
    return attributes.textAt("role");
  }

  /** The number of ends whose node is a host. */
  public int hostCount() {
    int hosts = 0;
    for (EndDraft end : ends) {
      hosts += end.node().isHost() ? 1 : 0;
    }
    return hosts;
  }

  /** True when hosts or DHCP clients are on it: then it is no link between two routers. */
  public boolean servesHosts() {
    return hostCount() > 0 || attributes.at("dhcp.subnet.ipv4").isPresent();
  }

  /**
   * The link exists only while numbers and addresses are given; it is not in the frozen lab.
   *
   * @return this link
   */
  public LinkDraft passing() {
    passing = true;
    return this;
  }

  public boolean isPassing() {
    return passing;
  }

  @Override
  public String toString() {
    return name;
  }
}
