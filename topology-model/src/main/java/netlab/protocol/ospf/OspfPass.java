package netlab.protocol.ospf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.draft.RouterIds;
import netlab.net.Family;
import netlab.net.Ip;
import netlab.net.Ip4;
import netlab.protocol.igp.Igp;
import netlab.schema.Value;

/** Fills the columns of OSPF. */
final class OspfPass {
  private static final String[] READ_ON_NODE = {
    "af", "area", "areas", "router_id", "unnumbered", "passive", "priority", "timers", "active"
  };
  private static final String[] READ_ON_INTERFACE = {
    "area", "cost", "network_type", "passive", "timers", "priority", "bfd"
  };
  private static final int DEAD_FACTOR = 4;

  private final Draft draft;
  private final Diagnostics diagnostics;

  private OspfPass(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new OspfPass(draft, diagnostics);
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("ospf")) {
        pass.node(node);
      }
    }
  }

  private void node(NodeDraft node) {
    Value.Fields settings = node.attributes().fieldsAt("ospf");
    Map<InterfaceDraft, Value.Fields> ports = new LinkedHashMap<>();
    boolean active = false;
    for (InterfaceDraft port : node.allInterfaces()) {
      Optional<Value.Fields> found =
          port.attributes().at("vrf").isPresent()
              ? Optional.empty()
              : Igp.settings(draft, port, "ospf");
      found.ifPresent(s -> ports.put(port, s));
      active = active || (found.isPresent() && !port.id().isLoopback());
    }
    if (!active) {
      Igp.leave(draft, node, "ospf", diagnostics);
      return;
    }
    Ip area = settings.at("area").flatMap(RouterIds::parse).orElse(new Ip4(0));
    Set<Ip> areas = new TreeSet<>();
    boolean unnumbered = false;
    for (Map.Entry<InterfaceDraft, Value.Fields> e : ports.entrySet()) {
      InterfaceDraft port = e.getKey();
      unnumbered = unnumbered || Igp.isUnnumbered(port);
      OspfInterface made = port(port, e.getValue(), area);
      areas.add(made.area());
      draft.put(Ospf.INTERFACE, port.id(), made);
    }
    var families = new LinkedHashMap<Family, Boolean>();
    Igp.families(node, settings, ports.keySet()).forEach(f -> families.put(f, true));
    Value.Fields extra = settings.without(READ_ON_NODE);
    if (!node.runs("bfd")) {
      extra = extra.without("bfd");
    }
    if (areas.size() > 1) {
      extra = extra.with("_abr", Value.of(true));
    }
    draft.put(
        Ospf.NODE,
        node.id(),
        new OspfNode(
            families,
            RouterIds.of(draft, node, "ospf", diagnostics),
            area,
            areas(areas),
            unnumbered ? Optional.of(true) : Optional.empty(),
            extra));
  }

  private static List<OspfArea> areas(Set<Ip> areas) {
    var list = new ArrayList<OspfArea>();
    for (Ip area : areas) {
      long number = area instanceof Ip4 ip ? Integer.toUnsignedLong(ip.value()) : 0;
      list.add(
          new OspfArea(area, "regular", Value.Fields.NONE.with("_area_int", Value.of(number))));
    }
    return list;
  }

  private OspfInterface port(InterfaceDraft port, Value.Fields settings, Ip areaOfNode) {
    checkUnnumbered(port);
    checkFeatures(port, settings);
    return new OspfInterface(
        settings.at("area").flatMap(RouterIds::parse).orElse(areaOfNode),
        settings.intAt("cost"),
        networkType(port, settings),
        Igp.isPassive(draft, port, settings, "ospf"),
        timers(port, settings),
        port.isLoopback() ? Optional.empty() : settings.intAt("priority"),
        bfd(port, settings),
        settings.without(READ_ON_INTERFACE));
  }

  private static Optional<String> networkType(InterfaceDraft port, Value.Fields settings) {
    if (settings.at("network_type").isPresent()) {
      return settings.boolAt("network_type").isPresent()
          ? Optional.empty()
          : settings.textAt("network_type");
    }
    return port.neighbors().size() == 1 ? Optional.of("point-to-point") : Optional.empty();
  }

  private Optional<OspfTimers> timers(InterfaceDraft port, Value.Fields settings) {
    Optional<Integer> hello = settings.intAt("timers.hello");
    Optional<Integer> dead = settings.intAt("timers.dead");
    if ((hello.isEmpty() && dead.isEmpty()) || port.isLoopback()) {
      return Optional.empty();
    }
    int everySeconds =
        hello.orElseGet(() -> Math.max(Math.round(dead.orElseThrow() / (float) DEAD_FACTOR), 1));
    int gone = dead.orElse(everySeconds * DEAD_FACTOR);
    if (everySeconds >= gone) {
      diagnostics.error(
          Code.OUT_OF_RANGE,
          settings.at("timers").orElseThrow().span(),
          "the OSPF hello interval of `"
              + port
              + "` ("
              + everySeconds
              + " s) is not shorter than its dead interval ("
              + gone
              + " s)");
    }
    return Optional.of(new OspfTimers(everySeconds, gone));
  }

  /** What the interface or else the router says about BFD, when the router runs it. */
  private static Optional<Object> bfd(InterfaceDraft port, Value.Fields settings) {
    Optional<Value> own = settings.at("bfd");
    Optional<Value> wanted = own.isPresent() ? own : port.node().attributes().at("ospf.bfd");
    boolean off =
        port.attributes().is("bfd", false)
            || wanted
                .filter(v -> v instanceof Value.Scalar s && Boolean.FALSE.equals(s.data()))
                .isPresent();
    boolean alone = port.isLoopback() || port.neighbors().isEmpty();
    return off || alone || !port.node().runs("bfd")
        ? Optional.empty()
        : wanted.map(v -> (Object) v);
  }

  private void checkFeatures(InterfaceDraft port, Value.Fields settings) {
    for (String feature : List.of("timers", "priority", "password")) {
      Optional<Value> value = settings.at(feature);
      if (value.isPresent() && !port.isLoopback() && !port.node().device().can("ospf." + feature)) {
        diagnostics.error(
            Code.FEATURE_MISSING,
            value.get().span(),
            "device `"
                + port.node().device().name()
                + "` of `"
                + port.node()
                + "` cannot set OSPF "
                + feature);
      }
    }
  }

  private void checkUnnumbered(InterfaceDraft port) {
    if (!Igp.isUnnumbered(port)) {
      return;
    }
    Span at = port.link().map(l -> l.span()).orElse(port.node().span());
    if (!port.node().device().can("ospf.unnumbered")) {
      diagnostics.error(
          Code.FEATURE_MISSING,
          at,
          "device `"
              + port.node().device().name()
              + "` of `"
              + port.node()
              + "` cannot run OSPF over unnumbered interfaces");
    } else if (port.neighbors().size() != 1) {
      diagnostics.error(
          Code.OSPF_INTERFACE,
          at,
          "OSPF cannot run on `"
              + port
              + "`: it is unnumbered and has "
              + port.neighbors().size()
              + " neighbors, it needs one");
    }
  }
}
