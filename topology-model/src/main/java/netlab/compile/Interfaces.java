package netlab.compile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import netlab.device.NameFormat;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.InterfaceDraft;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Ports;
import netlab.net.Family;
import netlab.schema.Value;

/** Makes the interface of every end; it takes over the attributes of the link. */
final class Interfaces implements Pass {
  /** Link attributes that are about the link as a whole. */
  private static final Set<String> STAYS_ON_LINK =
      Set.of("prefix", "interfaces", "vlan", "dhcp", "unnumbered", "type", "disable", "vlan_name");

  /** Modules that are about ports and not about networks. */
  private static final Set<String> PHYSICAL = Set.of("stp", "lag");

  /** Attributes of the network on a port. */
  private static final Set<String> NETWORK =
      Set.of("ipv4", "ipv6", "pool", "ra", "gateway", "vrf", "linkid", "vlan_name");

  /** What a VLAN says about its interface, and its ports find on their links. */
  private static final Set<String> IN_VLAN = Set.of("role", "shutdown", "tc");

  /** Attributes that ports lend to the one interface which they make. */
  private static final Set<String> OF_BUNDLE = Set.of("ipv4", "ipv6", "gateway");

  @Override
  public String name() {
    return "interfaces";
  }

  @Override
  public Phase phase() {
    return Phase.PORTS;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    for (LinkDraft link : draft.links()) {
      for (EndDraft end : link.ends()) {
        make(draft, end);
      }
    }
  }

  private static void make(Draft draft, EndDraft end) {
    LinkDraft link = end.link();
    boolean virtual = Ports.isVirtual(link.type());
    Value.Fields inherited = inherited(draft, link, end.node());
    Value.Fields all = end.attributes().fields().over(inherited);
    for (String refused : end.refused()) {
      all = all.without(refused);
      end.attributes().drop(refused);
    }
    Value.Fields attributes = withMtu(end.node(), link.type(), all);
    end.setMerged(attributes);
    if (end.use() == EndDraft.Use.NUMBERS) {
      return;
    }
    boolean whole = end.use() == EndDraft.Use.INTERFACE;
    Value.Fields own =
        switch (end.use()) {
          case INTERFACE, NUMBERS -> attributes;
          case PORT -> ofPort(draft, link, attributes);
          case MEMBER -> ofMember(draft, attributes);
        };
    InterfaceDraft made = draft.addInterface(end, link.type(), virtual, own);
    for (Family family : Family.values()) {
      end.interfaceIp(family).filter(ip -> whole).ifPresent(ip -> made.setIp(family, ip));
    }
    if (!virtual) {
      provider(draft, made);
    }
  }

  /** What is left of the attributes on a port without address. */
  private static Value.Fields ofPort(Draft draft, LinkDraft link, Value.Fields all) {
    boolean inVlan = link.attributes().at("vlan_name").isPresent();
    var kept = new LinkedHashMap<String, Value.Field>();
    for (Map.Entry<String, Value.Field> e : all.fields().entrySet()) {
      String key = e.getKey();
      boolean network = NETWORK.contains(key) || (inVlan && IN_VLAN.contains(key));
      if (PHYSICAL.contains(key) || (!draft.isModule(key) && !network)) {
        kept.put(key, e.getValue());
      }
    }
    return new Value.Fields(kept, all.span());
  }

  /** What is left on one of the ports that make one interface. */
  private static Value.Fields ofMember(Draft draft, Value.Fields all) {
    var kept = new LinkedHashMap<String, Value.Field>();
    for (Map.Entry<String, Value.Field> e : all.fields().entrySet()) {
      String key = e.getKey();
      boolean port = PHYSICAL.contains(key) || key.equals("vrf") || !draft.isModule(key);
      if (port && !OF_BUNDLE.contains(key)) {
        kept.put(key, e.getValue());
      }
    }
    return new Value.Fields(kept, all.span()).with("prefix", Value.of(false));
  }

  private static Value.Fields inherited(Draft draft, LinkDraft link, NodeDraft node) {
    Value.Fields all = link.attributes().fields();
    Set<String> providers = draft.defaults().fieldsAt("providers").fields().keySet();
    var kept = new LinkedHashMap<String, Value.Field>();
    for (Map.Entry<String, Value.Field> e : all.fields().entrySet()) {
      String key = e.getKey();
      boolean stays =
          STAYS_ON_LINK.contains(key)
              || providers.contains(key)
              || (key.equals("bridge") && Ports.isVirtual(link.type()));
      if (!stays && (!draft.isModule(key) || node.runs(key))) {
        kept.put(key, e.getValue());
      }
    }
    return new Value.Fields(kept, all.span());
  }

  /** The node's MTU is the interface's, unless the device applies it to the whole system. */
  private static Value.Fields withMtu(NodeDraft node, String type, Value.Fields attributes) {
    if (type.equals("loopback")) {
      return attributes.without("mtu");
    }
    var ofNode = node.attributes().intAt("mtu");
    if (ofNode.isEmpty()) {
      return attributes;
    }
    if (node.device().can("initial.system_mtu")) {
      return attributes.intAt("mtu").equals(ofNode) ? attributes.without("mtu") : attributes;
    }
    return attributes.at("mtu").isPresent() || type.equals("tunnel")
        ? attributes
        : attributes.with("mtu", node.attributes().at("mtu").orElseThrow());
  }

  /** What the provider calls the interface, where that is not what the device calls it. */
  private static void provider(Draft draft, InterfaceDraft made) {
    NodeDraft node = made.node();
    var provider = node.attributes().textAt("provider").or(() -> draft.intent().provider());
    if (provider.isEmpty()) {
      return;
    }
    node.device()
        .facts()
        .textAt(provider.get() + ".interface.name")
        .flatMap(p ->
            NameFormat.format(
                p,
                made.attributes()
                    .fields()
                    .with("ifindex", Value.of((long) made.index()))
                    .with("ifname", Value.of(made.name()))))
        .ifPresent(n ->
            made.attributes()
                .addMissing(
                    Value.Fields.NONE.with(
                        provider.get(), Value.Fields.NONE.with("name", Value.of(n)))));
  }
}
