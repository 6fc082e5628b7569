package netlab.protocol.vlan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.device.Device;
import netlab.device.NameFormat;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.LinkDraft;
import netlab.draft.Neighborhood;
import netlab.draft.NodeDraft;
import netlab.draft.Ports;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.InterfaceIp;
import netlab.lab.Neighbor;
import netlab.net.Family;
import netlab.schema.Value;

/** Makes the interfaces of VLANs and of trunks, and fills the columns. */
final class VlanInterfaces {
  /** Attributes of VLANs that their interfaces have. */
  private static final Set<String> OF_INTERFACE =
      Set.of("role", "mtu", "bandwidth", "ra", "vrf", "name", "linkid", "shutdown", "tc");

  private final Draft draft;
  private final Diagnostics diagnostics;
  private final Plan plan;
  private final Members members;
  private final List<OneNode> work = new ArrayList<>();

  private VlanInterfaces(Draft draft, Plan plan, Diagnostics diagnostics) {
    this.draft = draft;
    this.plan = plan;
    this.diagnostics = diagnostics;
    this.members = new Members(draft, plan);
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    Optional<Plan> plan = draft.noted(Plan.class);
    if (plan.isEmpty()) {
      return;
    }
    var pass = new VlanInterfaces(draft, plan.get(), diagnostics);
    Map<NodeDraft, List<EndDraft>> ends = new HashMap<>();
    for (LinkDraft link : draft.links()) {
      for (EndDraft end : link.ends()) {
        ends.computeIfAbsent(end.node(), n -> new ArrayList<>()).add(end);
      }
    }
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("vlan")) {
        OneNode one = pass.new OneNode(node);
        ends.getOrDefault(node, List.of()).forEach(one::end);
        one.trunks();
        pass.work.add(one);
      }
    }
    pass.members.collect();
    pass.members.tell();
    draft.note(VlanInterfaces.class, pass);
  }

  /** Fills the columns about VLANs, when all that other modules say about them is known. */
  static void tables(Draft draft, Diagnostics diagnostics) {
    draft.noted(VlanInterfaces.class).ifPresent(VlanInterfaces::columns);
  }

  private void columns() {
    work.forEach(OneNode::columns);
    VlanTable table = table();
    if (!table.vlans().isEmpty()) {
      draft.put(Vlan.LAB, Column.Global.LAB, table);
    }
  }

  private VlanTable table() {
    var table = new LinkedHashMap<String, VlanData>();
    for (Plan.Domain domain : plan.domains.values()) {
      Optional<List<Neighbor>> all = members.of(domain);
      table.put(
          domain.name(),
          new VlanData(
              Optional.of(domain.id()),
              Domains.mode(domain.written().textAt("mode")),
              domain.prefix(),
              Optional.empty(),
              all,
              all.map(members::hosts),
              now(domain).without("id", "mode", "prefix", "links")));
    }
    String ofBridges = BridgeNodes.defaultName(draft);
    for (NodeDraft node : draft.nodes()) {
      if (BridgeNodes.isBridge(node) && !hasPort(node, ofBridges)) {
        table.putIfAbsent(ofBridges, VlanData.NONE);
      }
    }
    return new VlanTable(table);
  }

  private boolean hasPort(NodeDraft node, String vlan) {
    for (InterfaceDraft port : node.interfaces()) {
      Optional<VlanInterface> vlans = draft.find(Vlan.INTERFACE, port.id());
      if (vlans.flatMap(VlanInterface::access).filter(vlan::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** A VLAN of the lab with what other modules added to it. */
  private Value.Fields now(Plan.Domain domain) {
    return domain.owner().isPresent()
        ? domain.written()
        : draft.globals().fieldsAt("vlans").fieldsAt(domain.name());
  }

  private Value.Fields now(NodeDraft node, Plan.OnNode vlan) {
    Value.Fields all =
        vlan.domain().owner().isPresent()
            ? node.attributes().fieldsAt("vlans").fieldsAt(vlan.name())
            : Vlan.onNode(draft, node, vlan.name());
    return all.without("id", "mode", "prefix", "links");
  }

  /** The work on one node. */
  private final class OneNode {
    private final NodeDraft node;
    private final Device device;
    private final String model;
    private final SequencedMap<String, Integer> groups = new LinkedHashMap<>();
    private final SequencedMap<String, InterfaceDraft> svis = new LinkedHashMap<>();
    private final Map<EndDraft, Integer> subinterfaces = new HashMap<>();
    private final Map<EndDraft, Map<String, Boolean>> switched = new HashMap<>();

    OneNode(NodeDraft node) {
      this.node = node;
      this.device = node.device();
      this.model = model(device);
    }

    /** Looks at an end; ends come in the order of links, members of trunks behind all others. */
    void end(EndDraft end) {
      Optional<Plan.Carried> found = plan.carriedBy(end);
      boolean elsewhere = end.use() == EndDraft.Use.MEMBER && end.port().isEmpty();
      if (found.isEmpty() || elsewhere) {
        return;
      }
      Plan.Carried carried = found.get();
      int group = groups.computeIfAbsent(carried.vlan().name(), n -> groups.size() + 1);
      if (carried.kind() == Plan.Kind.MEMBER) {
        member(end, carried, group);
      } else {
        port(end, carried, group);
      }
    }

    private void port(EndDraft end, Plan.Carried carried, int group) {
      InterfaceDraft port = end.port().orElseThrow();
      Plan.OnNode vlan = carried.vlan();
      if (carried.mode() == Mode.ROUTE) {
        port.attributes().add("bridge_group", Value.of((long) group));
        draft.put(Vlan.INTERFACE, port.id(), VlanInterface.only(Mode.ROUTE));
        members.routed(end, port, vlan);
        return;
      }
      svi(end, carried, group);
      if (carried.kind() == Plan.Kind.ACCESS) {
        draft.put(Vlan.INTERFACE, port.id(), VlanInterface.access(vlan.name(), vlan.domain().id()));
        describe(port, "[Access VLAN " + vlan.name() + "] ", end);
      }
    }

    private void describe(InterfaceDraft port, String label, EndDraft end) {
      List<Neighbor> neighbors = Neighborhood.ofLink(draft, end);
      port.setNeighbors(neighbors);
      port.setDescription(
          Neighborhood.cut(draft, label + Neighborhood.describe(draft, node, neighbors)));
    }

    /** A VLAN on a trunk: a subinterface where frames or packets leave the switching part. */
    private void member(EndDraft end, Plan.Carried carried, int group) {
      boolean routes = carried.mode() == Mode.ROUTE;
      Optional<EndDraft> parent = carried.parent();
      if (!routes) {
        svi(end, carried, group);
      }
      if (parent.isEmpty()) {
        return;
      }
      boolean tagged = !routes && !model.equals("router");
      switched
          .computeIfAbsent(parent.get(), p -> new HashMap<>())
          .put(carried.vlan().name(), tagged);
      if (!tagged) {
        subinterface(end, carried, group, parent.get());
      }
    }

    private static String model(Device device) {
      return device.facts().textAt("features.vlan.model").orElse("");
    }

    private static boolean routesTrunks(String model) {
      return model.equals("router") || model.equals("l3-switch");
    }

    private void subinterface(EndDraft end, Plan.Carried carried, int group, EndDraft parent) {
      Plan.OnNode vlan = carried.vlan();
      boolean routes = carried.mode() == Mode.ROUTE;
      if (routes && !routesTrunks(model)) {
        Lack.report(
            node,
            end.span(),
            "cannot route VLAN `" + vlan.name() + "` on a trunk",
            other -> routesTrunks(model(other)),
            diagnostics);
        return;
      }
      int first = device.facts().intAt("features.vlan.first_subif_id").orElse(1);
      int number = subinterfaces.merge(parent, first, (a, b) -> a + 1);
      InterfaceDraft port = parent.port().orElseThrow();
      int id = vlan.domain().id();
      Value.Fields names =
          Value.Fields.NONE
              .with("ifname", Value.of(port.name()))
              .with("ifindex", Value.of((long) port.index()))
              .with("subif_index", Value.of((long) number))
              .with("vlan", Value.Fields.NONE.with("access_id", Value.of((long) id)));
      String name =
          device
              .facts()
              .textAt("features.vlan.subif_name")
              .flatMap(p -> NameFormat.format(p, names))
              .orElse(port.name() + "." + id);
      Value.Fields attributes = routes ? ofNetwork(vlan, end.merged()) : Value.Fields.NONE;
      if (routes) {
        attributes = attributes.with("bridge_group", Value.of((long) group));
      }
      InterfaceDraft made =
          draft.addVirtual(end, name, "vlan_member", Optional.of(port), attributes);
      if (routes) {
        boolean everywhere = plan.isRouted(end.link());
        addresses(end, made);
        draft.put(Vlan.INTERFACE, made.id(), VlanInterface.routed(vlan.name(), id, everywhere));
        members.routed(end, made, vlan);
      } else {
        draft.put(Vlan.INTERFACE, made.id(), VlanInterface.access(vlan.name(), id));
        describe(made, "[SubIf VLAN " + vlan.name() + "] ", end);
      }
    }

    private void addresses(EndDraft end, InterfaceDraft to) {
      for (Family family : Family.values()) {
        Optional<InterfaceIp> ip = end.interfaceIp(family);
        if (ip.isPresent() && to.ip(family).isEmpty()) {
          to.setIp(family, ip.get());
        }
      }
    }

    /** The interface of a VLAN; the first end in the VLAN gives it its address. */
    private void svi(EndDraft end, Plan.Carried carried, int group) {
      Plan.OnNode vlan = carried.vlan();
      if (svis.containsKey(vlan.name())) {
        return;
      }
      int index = Ports.firstIndex(device, "svi") + svis.size();
      Value.Fields names =
          Value.Fields.NONE
              .with("vlan", Value.of((long) vlan.domain().id()))
              .with("bvi", Value.of((long) group))
              .with("ifname", Value.of(end.name()))
              .with("ifindex", Value.of((long) svis.size()));
      String name =
          device
              .facts()
              .textAt("features.vlan.svi_interface_name")
              .flatMap(p -> NameFormat.format(p, names))
              .orElse("Vlan" + vlan.domain().id());
      Value.Fields attributes =
          ofNetwork(vlan, end.merged()).with("bridge_group", Value.of((long) group));
      if (carried.mode() != Mode.BRIDGE) {
        attributes = withMtu(attributes);
      }
      InterfaceDraft made =
          draft.addVirtual(
              node, new IfId(node.id(), index), name, "svi", Optional.empty(), attributes);
      if (carried.mode() != Mode.BRIDGE) {
        addresses(end, made);
        leases(made);
      }
      draft.put(Vlan.INTERFACE, made.id(), VlanInterface.svi(vlan.name(), carried.mode()));
      svis.put(vlan.name(), made);
      members.svi(made, vlan);
    }

    /** An interface in a VLAN of DHCP clients is one of them unless it passes their requests on. */
    private static void leases(InterfaceDraft svi) {
      for (Family family : Family.values()) {
        if (svi.attributes().is("dhcp.client." + family.text(), true)
            && svi.attributes().at("dhcp.server").isEmpty()) {
          svi.shareIp(family);
        }
      }
    }

    private Value.Fields withMtu(Value.Fields attributes) {
      Optional<Value> mtu = node.attributes().at("mtu");
      return mtu.isEmpty() || attributes.at("mtu").isPresent() || device.can("initial.system_mtu")
          ? attributes
          : attributes.with("mtu", mtu.get());
    }

    /** Settings of modules and of the network, as the VLAN on this node and the end have them. */
    private Value.Fields ofNetwork(Plan.OnNode vlan, Value.Fields end) {
      var kept = new LinkedHashMap<String, Value.Field>();
      Value.Fields all = with(end, "vrf").over(with(end, "gateway")).over(now(node, vlan));
      all.fields()
          .forEach((key, field) -> {
            boolean module =
                draft.isModule(key) && node.runs(key) && !Domains.OF_VLAN.contains(key);
            if (module || OF_INTERFACE.contains(key)) {
              kept.put(key, field);
            }
          });
      return new Value.Fields(kept, all.span());
    }

    private static Value.Fields with(Value.Fields end, String key) {
      return end.at(key).map(v -> Value.Fields.NONE.with(key, v)).orElse(Value.Fields.NONE);
    }

    /** Says what is left on trunk ports when subinterfaces have taken their VLANs away. */
    void trunks() {
      plan.trunks.forEach((end, vlans) -> {
        if (end.node().equals(node) && end.port().isPresent()) {
          trunk(end, end.port().get(), vlans);
        }
      });
      subinterfaces.forEach((end, last) ->
          end.port().orElseThrow().attributes().add("subif_index", Value.of((long) last)));
    }

    private void trunk(
        EndDraft end, InterfaceDraft port, SequencedMap<String, Value.Fields> vlans) {
      var ids = new ArrayList<Integer>();
      Optional<Plan.Carried> untagged = plan.carriedBy(end);
      Optional<String> switched =
          untagged.filter(u -> u.mode() != Mode.ROUTE).map(u -> u.vlan().name());
      Map<String, Boolean> tagged = this.switched.getOrDefault(end, Map.of());
      var names = new LinkedHashMap<String, Value.Field>();
      vlans.forEach((name, settings) -> {
        if (switched.filter(name::equals).isPresent() || tagged.getOrDefault(name, false)) {
          plan.vlan(node, name).ifPresent(v -> ids.add(v.domain().id()));
        }
        names.put(name, new Value.Field(settings, settings.span()));
      });
      if (ids.isEmpty()) {
        if (untagged.isEmpty()) {
          bare(end, port);
        }
        return;
      }
      if (untagged.filter(u -> u.mode() == Mode.ROUTE).isPresent()) {
        routedNative(end, untagged.get().vlan().name());
        return;
      }
      ids.sort(null);
      draft.put(
          Vlan.INTERFACE,
          port.id(),
          VlanInterface.trunk(
              new Value.Fields(names, end.span()),
              ids,
              untagged.map(u -> u.vlan().name()),
              untagged.map(u -> u.vlan().domain().id())));
    }

    /** A switch has one kind of port: it bridges all frames, or it routes those without a tag. */
    private void routedNative(EndDraft end, String vlan) {
      Lack.report(
          node,
          end.attributes().at("vlan.native").map(Value::span).orElse(end.span()),
          "cannot route VLAN `" + vlan + "` without tag on a trunk that carries bridged VLANs",
          "give it a tag",
          other -> model(other).equals("router"),
          diagnostics);
    }

    /** A port whose VLANs are all on subinterfaces sees the VLAN without tag as a plain port. */
    private void bare(EndDraft end, InterfaceDraft port) {
      Plan.Domain there = plan.untagged.get(end.link());
      if (there != null && !plan.isRouted(end.link())) {
        Mode mode = plan.vlan(node, there.name()).map(Plan.OnNode::mode).orElse(there.mode());
        draft.put(Vlan.INTERFACE, port.id(), VlanInterface.only(mode));
        members.plain(end, port);
      }
    }

    void columns() {
      var table = new LinkedHashMap<String, VlanData>();
      for (String name : node.attributes().fieldsAt("vlans").fields().keySet()) {
        plan.vlan(node, name).ifPresent(vlan -> table.put(name, data(vlan)));
      }
      plan.vlans(node).forEach((name, vlan) -> table.putIfAbsent(name, data(vlan)));
      if (!table.isEmpty()) {
        draft.put(Vlan.NODE_VLANS, node.id(), new VlanTable(table));
      }
      Value.Fields own = node.attributes().fieldsAt("vlan");
      if (!own.isEmpty() || !groups.isEmpty()) {
        draft.put(
            Vlan.NODE,
            node.id(),
            new VlanNode(
                Domains.mode(own.textAt("mode")),
                Optional.of(groups.size()).filter(n -> n > 0),
                own.without("mode")));
      }
    }

    private VlanData data(Plan.OnNode vlan) {
      Plan.Domain domain = vlan.domain();
      boolean routedHere = vlan.own().textAt("mode").filter("route"::equals).isPresent();
      Optional<List<Neighbor>> all =
          domain.owner().isPresent() ? members.of(domain) : Optional.empty();
      return new VlanData(
          Optional.of(domain.id()),
          Optional.of(vlan.mode()),
          domain.prefix().filter(p -> !routedHere),
          Optional.ofNullable(groups.get(vlan.name())),
          Optional.empty(),
          all.map(members::hosts),
          now(node, vlan));
    }
  }
}
