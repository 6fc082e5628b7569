package netlab.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.InterfaceIp;
import netlab.lab.Lab;
import netlab.lab.Link;
import netlab.lab.LinkEnd;
import netlab.lab.Management;
import netlab.lab.Neighbor;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.lab.VrfId;
import netlab.net.Family;
import netlab.schema.Value;

/**
 * The lab as a tree of maps, lists, texts, {@link Long}s and {@link Boolean}s under the names of
 * the lab language. Columns stand under their name on the thing they are about.
 */
public final class PublicModel {
  /** The column with the own data of VRFs. */
  private static final String VRF = "vrfs";

  /** Where an interface keeps its own name for the one below it, it counts. */
  private static final String PARENT_NAME = "parent_ifname";

  private static final SequencedMap<Object, Object> NOTHING =
      Collections.unmodifiableSequencedMap(new LinkedHashMap<>());

  private final Lab lab;
  private final Plain plain = new Plain();
  private final Map<NodeId, SequencedSet<VrfId>> vrfs = new HashMap<>();

  /** A value as it would be in the model; empty when there is nothing to show. */
  public static Optional<Object> of(Value value) {
    return new Plain().of(value);
  }

  private PublicModel(Lab lab) {
    this.lab = lab;
    lab.columns()
        .forEach((column, cells) -> {
          if (column.key() == VrfId.class) {
            cells.keySet().forEach(key -> add((VrfId) key));
          }
        });
  }

  private void add(VrfId vrf) {
    vrfs.computeIfAbsent(vrf.node(), n -> new LinkedHashSet<>()).add(vrf);
  }

  /** The whole lab. */
  public static SequencedMap<String, Object> of(Lab lab) {
    return new PublicModel(lab).lab();
  }

  /** A value as such a tree; fields that are written but empty are left out. */
  public static Optional<Object> plain(Value value) {
    return new Plain().of(value);
  }

  private SequencedMap<String, Object> lab() {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("name", lab.name());
    lab.provider().ifPresent(p -> tree.put("provider", p));
    if (!lab.modules().isEmpty()) {
      tree.put("module", new ArrayList<>(lab.modules()));
    }
    plain.fields(lab.globals()).forEach(tree::putIfAbsent);
    columns(tree, Column.Global.class, Column.Global.LAB);
    var nodes = new LinkedHashMap<String, Object>();
    lab.nodes().forEach((id, node) -> nodes.put(id.name(), node(node)));
    tree.put("nodes", nodes);
    var links = new ArrayList<Object>();
    lab.links().forEach(link -> links.add(link(link)));
    if (!links.isEmpty()) {
      tree.put("links", links);
    }
    return tree;
  }

  /** Puts the facts about a thing over its attributes; raw settings of columns are taken away. */
  private void columns(Map<String, Object> tree, Class<?> kind, Object key) {
    for (Column<?, ?> column : lab.columns().keySet()) {
      if (column.key() == kind) {
        tree.remove(column.name());
      }
    }
    for (Map.Entry<Column<?, ?>, SequencedMap<Object, Object>> e : lab.columns().entrySet()) {
      Column<?, ?> column = e.getKey();
      Object fact = column.key() == kind ? e.getValue().get(key) : null;
      if (fact != null) {
        plain.of(fact).ifPresent(t -> tree.put(column.name(), t));
      }
    }
  }

  private SequencedMap<String, Object> node(Node node) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("name", node.id().name());
    tree.put("id", (long) node.number());
    tree.put("device", node.device());
    node.image().ifPresent(i -> tree.put("box", i));
    node.provider().ifPresent(p -> tree.put("provider", p));
    if (!node.modules().isEmpty() || node.attributes().at("module").isPresent()) {
      tree.put("module", new ArrayList<>(node.modules()));
    }
    var families = new LinkedHashMap<String, Object>();
    for (Family family : Family.values()) {
      if (node.families().contains(family)) {
        families.put(family.text(), true);
      }
    }
    tree.put("af", families);
    plain.fields(node.attributes().fieldsAt("af")).forEach(families::put);
    node.mtu().ifPresent(m -> tree.put("mtu", m.longValue()));
    node.management().ifPresent(m -> tree.put("mgmt", management(m)));
    plain.fields(node.attributes()).forEach(tree::putIfAbsent);
    columns(tree, NodeId.class, node.id());
    vrfs(tree, node);
    node.loopback().ifPresent(l -> tree.put("loopback", port(l)));
    var interfaces = new ArrayList<Object>();
    node.interfaces().forEach(i -> interfaces.add(port(i)));
    tree.put("interfaces", interfaces);
    return tree;
  }

  private static SequencedMap<String, Object> management(Management management) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("ifname", management.interfaceName());
    management.ipv4().ifPresent(ip -> tree.put("ipv4", ip.toString()));
    management.ipv6().ifPresent(ip -> tree.put("ipv6", ip.toString()));
    management.mac().ifPresent(mac -> tree.put("mac", mac.toString()));
    return tree;
  }

  private SequencedMap<String, Object> port(Interface port) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("ifindex", (long) port.id().shown());
    tree.put("ifname", port.name());
    tree.put("type", port.type());
    if (!port.description().isEmpty()) {
      tree.put("name", port.description());
    }
    if (port.virtual()) {
      tree.put("virtual_interface", true);
    }
    port.link().ifPresent(l -> tree.put("linkindex", l.longValue()));
    port.parent().ifPresent(p -> parent(tree, port, p));
    addresses(tree, port.ipv4(), port.ipv6());
    port.mtu().ifPresent(m -> tree.put("mtu", m.longValue()));
    port.role().ifPresent(r -> tree.put("role", r));
    plain.fields(port.attributes()).forEach(tree::putIfAbsent);
    columns(tree, IfId.class, port.id());
    if (port.vrf().isPresent()) {
      ofInstances().forEach(column -> tree.remove(column.name()));
    }
    tree.put("neighbors", neighbors(port.neighbors()));
    return tree;
  }

  private List<Column<?, ?>> ofInstances() {
    return lab.columns().keySet().stream().filter(Column::ofInstance).toList();
  }

  /** The VRFs of a node with what each protocol says about them. */
  private void vrfs(Map<String, Object> tree, Node node) {
    tree.remove(VRF);
    if (!vrfs.containsKey(node.id())) {
      return;
    }
    var ports = new HashMap<VrfId, List<Interface>>();
    for (Interface port : node.interfaces()) {
      port.vrf().ifPresent(v -> ports.computeIfAbsent(v, k -> new ArrayList<>()).add(port));
    }
    var trees = new LinkedHashMap<String, Object>();
    for (VrfId vrf : vrfs.get(node.id())) {
      trees.put(vrf.name(), vrf(vrf, ports.getOrDefault(vrf, List.of())));
    }
    tree.put(VRF, trees);
  }

  private SequencedMap<String, Object> vrf(VrfId vrf, List<Interface> ports) {
    var facts = new LinkedHashMap<String, Object>();
    columns(facts, VrfId.class, vrf);
    var tree = new LinkedHashMap<String, Object>();
    if (facts.remove(VRF) instanceof Map<?, ?> own) {
      own.forEach((key, value) -> tree.put(key.toString(), value));
    }
    lab.columns().keySet().stream()
        .filter(c -> c.key() == VrfId.class)
        .forEach(c -> tree.remove(c.name()));
    for (Column<?, ?> column : ofInstances()) {
      if (facts.get(column.name()) instanceof Map<?, ?> fact) {
        var instance = new LinkedHashMap<String, Object>();
        fact.forEach((key, value) -> instance.put(key.toString(), value));
        instance.put("interfaces", ports(column, ports));
        facts.put(column.name(), instance);
      }
    }
    tree.putAll(facts);
    return tree;
  }

  /** Those interfaces that an instance runs on. */
  private List<Object> ports(Column<?, ?> column, List<Interface> ports) {
    var trees = new ArrayList<Object>();
    for (Interface port : ports) {
      Object fact = lab.columns().getOrDefault(column, NOTHING).get(port.id());
      if (fact != null) {
        SequencedMap<String, Object> copy = port(port);
        plain.of(fact).ifPresent(t -> copy.put(column.name(), t));
        trees.add(copy);
      }
    }
    return trees;
  }

  private void parent(Map<String, Object> tree, Interface port, IfId parent) {
    tree.put("parent_ifindex", (long) parent.shown());
    port.attributes()
        .textAt(PARENT_NAME)
        .or(() -> lab.node(parent.node()).find(parent).map(Interface::name))
        .ifPresent(name -> tree.put(PARENT_NAME, name));
  }

  private static void addresses(
      Map<String, Object> tree, Optional<InterfaceIp> ipv4, Optional<InterfaceIp> ipv6) {
    ipv4.filter(PublicModel::isFixed).ifPresent(ip -> tree.put("ipv4", Plain.ip(ip)));
    ipv6.filter(PublicModel::isFixed).ifPresent(ip -> tree.put("ipv6", Plain.ip(ip)));
  }

  /** What comes from a DHCP server is not known; the interface says that it asks. */
  private static boolean isFixed(InterfaceIp ip) {
    return !(ip instanceof InterfaceIp.Dhcp);
  }

  private List<Object> neighbors(List<Neighbor> neighbors) {
    var list = new ArrayList<Object>(neighbors.size());
    neighbors.forEach(n -> list.add(plain.neighbor(n)));
    return list;
  }

  private SequencedMap<String, Object> link(Link link) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("linkindex", (long) link.index());
    tree.put("type", link.type());
    link.role().ifPresent(r -> tree.put("role", r));
    link.bridge().ifPresent(b -> tree.put("bridge", b));
    tree.put("node_count", (long) link.ends().size());
    plain.fields(link.attributes()).forEach(tree::putIfAbsent);
    columns(tree, Integer.class, link.index());
    var ends = new ArrayList<Object>();
    link.ends().forEach(end -> ends.add(end(end)));
    tree.put("interfaces", ends);
    return tree;
  }

  private SequencedMap<String, Object> end(LinkEnd end) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("node", end.port().node().name());
    tree.put("ifindex", (long) end.port().shown());
    tree.put("ifname", end.name());
    addresses(tree, end.ipv4(), end.ipv6());
    plain.fields(end.attributes()).forEach(tree::putIfAbsent);
    return tree;
  }
}
