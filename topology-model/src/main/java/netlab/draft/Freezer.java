package netlab.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Span;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Link;
import netlab.lab.LinkEnd;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.schema.ModuleOrder;
import netlab.schema.Value;

/** Turns a finished draft into a lab. */
final class Freezer {
  private Freezer() {}

  static Lab freeze(Draft draft) {
    var nodes = new LinkedHashMap<NodeId, Node>();
    for (NodeDraft node : draft.nodes()) {
      nodes.put(node.id(), node(draft, node));
    }
    var links = new ArrayList<Link>();
    for (LinkDraft link : draft.links()) {
      if (!link.isPassing()) {
        links.add(link(link));
      }
    }
    return new Lab(
        draft.intent().name(),
        draft.intent().provider(),
        modules(draft),
        globals(draft),
        nodes,
        links,
        draft.columns());
  }

  private static Value.Fields globals(Draft draft) {
    Value.Fields globals = draft.globals().fields().without("module", "name", "provider");
    if (!draft.intent().plugins().isEmpty()) {
      var plugins = new ArrayList<Value>();
      draft.intent().plugins().forEach(p -> plugins.add(Value.of(p)));
      globals = globals.with("plugin", new Value.Items(plugins, Span.NONE));
    }
    var groups = new LinkedHashMap<String, Value.Field>();
    draft.groups().forEach((name, group) -> groups.put(name, new Value.Field(group, group.span())));
    var pools = new LinkedHashMap<String, Value.Field>();
    draft.intent().pools().forEach((name, p) -> pools.put(name, new Value.Field(p, p.span())));
    globals = globals.with("addressing", new Value.Fields(pools, Span.NONE));
    return groups.isEmpty() ? globals : globals.with("groups", new Value.Fields(groups, Span.NONE));
  }

  /** Those of the request, and those that passes added to nodes; dependencies first. */
  private static List<String> modules(Draft draft) {
    Set<String> used = new LinkedHashSet<>(draft.intent().modules());
    for (NodeDraft node : draft.nodes()) {
      used.addAll(node.modules());
    }
    return ModuleOrder.sort(used, m -> dependencies(draft, m, "config_after"));
  }

  private static List<String> dependencies(Draft draft, String module, String kind) {
    var dependencies = new ArrayList<>(draft.defaults().textsAt(module + ".requires"));
    dependencies.addAll(draft.defaults().textsAt(module + "." + kind));
    return dependencies;
  }

  private static Node node(Draft draft, NodeDraft node) {
    Value.Fields attributes = node.attributes().fields();
    attributes =
        node.hasModuleList()
            ? attributes.with("module", new Value.Items(List.of(), node.span()))
            : attributes.without("module");
    attributes = attributes.without(node.modulesLeft().toArray(String[]::new));
    var interfaces = new ArrayList<Interface>();
    node.interfaces().forEach(i -> interfaces.add(port(i)));
    return new Node(
        node.id(),
        node.number(),
        node.device().name(),
        attributes.textAt("box"),
        node.role(),
        attributes
            .textAt("provider")
            .filter(p -> !draft.intent().provider().filter(p::equals).isPresent()),
        ModuleOrder.sort(node.modules(), m -> dependencies(draft, m, "config_after")),
        node.families(),
        node.management(),
        attributes.intAt("mtu"),
        node.loopback().map(Freezer::port),
        interfaces,
        attributes.without(
            "id", "device", "name", "box", "provider", "mgmt", "mtu", "loopback", "interfaces"),
        node.span());
  }

  private static Interface port(InterfaceDraft port) {
    Value.Fields attributes = port.attributes().fields();
    return new Interface(
        port.id(),
        port.name(),
        port.type(),
        port.isVirtual(),
        port.link().filter(l -> !l.isPassing()).map(LinkDraft::index),
        port.parent().map(InterfaceDraft::id),
        port.description(),
        port.configuredIp(Family.IPV4),
        port.configuredIp(Family.IPV6),
        attributes.intAt("mtu"),
        attributes.textAt("role"),
        port.neighbors(),
        attributes.without("type", "name", "ipv4", "ipv6", "mtu", "role", "ifname", "ifindex"));
  }

  private static Link link(LinkDraft link) {
    var ends = new ArrayList<LinkEnd>();
    for (EndDraft end : link.ends()) {
      ends.add(
          new LinkEnd(
              new IfId(end.node().id(), end.index()),
              end.name(),
              end.ip(Family.IPV4),
              end.ip(Family.IPV6),
              end.attributes().fields().without("ipv4", "ipv6", "ifindex", "ifname", "node")));
    }
    Value.Fields attributes = link.attributes().fields();
    if (link.prefix().isPresent()) {
      attributes = attributes.with("prefix", link.prefix().get());
    }
    return new Link(
        link.index(),
        link.name(),
        link.type(),
        ends,
        link.hostCount(),
        Optional.of(attributes.textAt("bridge").orElse("")).filter(b -> !b.isEmpty()),
        link.role(),
        attributes.without(
            "type", "bridge", "role", "interfaces", "linkindex", "unnumbered", "vlan_name"),
        link.span());
  }
}
