package netlab.protocol.ospf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.draft.RouterIds;
import netlab.net.Ip;
import netlab.net.Ip4;
import netlab.protocol.igp.BfdUse;
import netlab.protocol.igp.Igp;
import netlab.protocol.igp.IgpProcess;
import netlab.protocol.igp.RouteImports;
import netlab.schema.Value;

/** Fills the columns of OSPF. */
final class OspfPass {
  private static final String[] READ_ON_NODE = {
    "af", "area", "areas", "router_id", "unnumbered", "active", "bfd", "import"
  };
  private static final String[] READ_IN_VRF = {
    "af", "area", "areas", "router_id", "unnumbered", "bfd", "import"
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
    IgpProcess.of(draft, node, "ospf", diagnostics).forEach(this::process);
  }

  private void process(IgpProcess process) {
    NodeDraft node = process.node();
    Value.Fields settings = process.settings();
    Ip area = settings.at("area").flatMap(RouterIds::parse).orElse(new Ip4(0));
    Set<Ip> areas = new TreeSet<>();
    boolean unnumbered = false;
    for (InterfaceDraft port : process.ports().keySet()) {
      unnumbered = unnumbered || Igp.isUnnumbered(port);
      OspfInterface made = port(process, port, area);
      areas.add(made.area());
      draft.put(Ospf.INTERFACE, port.id(), made);
    }
    boolean bfd = BfdUse.isOn(process);
    Value.Fields extra =
        DefaultRoute.in(settings, node, diagnostics)
            .without(process.vrf().isPresent() ? READ_IN_VRF : READ_ON_NODE);
    if (areas.size() > 1) {
      extra = extra.with("_abr", Value.of(true));
    }
    process.put(
        draft,
        Ospf.NODE,
        Ospf.VRF,
        new OspfNode(
            process.af(),
            routerId(process),
            area,
            areas(areas),
            unnumbered ? Optional.of(true) : Optional.empty(),
            bfd ? Optional.of(true) : Optional.empty(),
            bfd ? strict(node, settings) : Optional.empty(),
            bfd && strict(node, settings).isPresent()
                ? Optional.of(settings.intAt("bfd.strict_delay").orElse(0))
                : Optional.empty(),
            RouteImports.of(draft, process, diagnostics),
            extra));
  }

  private Optional<Ip> routerId(IgpProcess process) {
    return process
        .settings()
        .at("router_id")
        .flatMap(RouterIds::parse)
        .or(() -> RouterIds.of(draft, process.node(), "ospf", diagnostics));
  }

  /** True where a neighbor must not come up before its BFD session (RFC 9355). */
  private Optional<Boolean> strict(NodeDraft node, Value.Fields settings) {
    Optional<Boolean> strict = settings.boolAt("bfd.strict").filter(on -> on);
    if (strict.isPresent() && !node.device().can("ospf.strict_bfd")) {
      Lack.report(
          node,
          settings.at("bfd.strict").orElse(settings).span(),
          "has no strict BFD for OSPF",
          other -> other.can("ospf.strict_bfd"),
          diagnostics);
    }
    return strict;
  }

  private static List<OspfArea> areas(Set<Ip> areas) {
    var list = new ArrayList<OspfArea>();
    for (Ip area : areas) {
      list.add(OspfArea.of(area, "regular", Value.Fields.NONE));
    }
    return list;
  }

  private OspfInterface port(IgpProcess process, InterfaceDraft port, Ip areaOfNode) {
    Value.Fields settings = process.ports().getOrDefault(port, Value.Fields.NONE);
    checkUnnumbered(port);
    checkFeatures(port, settings);
    return new OspfInterface(
        settings.at("area").flatMap(RouterIds::parse).orElse(areaOfNode),
        settings.intAt("cost"),
        Igp.networkType(port, settings),
        Igp.isPassive(draft, port, settings, "ospf") || isPassiveLoopback(port),
        timers(port, settings),
        port.isLoopback() ? Optional.empty() : settings.intAt("priority"),
        BfdUse.isOn(process, port) ? Optional.of(true) : Optional.empty(),
        settings.without(READ_ON_INTERFACE));
  }

  /** Some devices want to be told that nobody is behind a loopback. */
  private static boolean isPassiveLoopback(InterfaceDraft port) {
    return port.node().loopback().filter(port::equals).isPresent()
        && port.node().device().can("ospf.loopback.passive");
  }

  private Optional<OspfTimers> timers(InterfaceDraft port, Value.Fields settings) {
    Optional<Integer> hello = settings.intAt("timers.hello");
    Optional<Integer> dead = settings.intAt("timers.dead");
    if ((hello.isEmpty() && dead.isEmpty()) || port.isLoopback()) {
      return Optional.empty();
    }
    int everySeconds =
        hello.orElseGet(
            () -> Math.max((int) Math.rint(dead.orElseThrow() / (double) DEAD_FACTOR), 1));
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

  private void checkFeatures(InterfaceDraft port, Value.Fields settings) {
    for (String feature : List.of("timers", "priority", "password")) {
      Optional<Value> value = settings.at(feature);
      if (value.isPresent() && !port.isLoopback() && !port.node().device().can("ospf." + feature)) {
        Lack.report(
            port.node(),
            value.get().span(),
            "cannot set OSPF " + feature,
            other -> other.can("ospf." + feature),
            diagnostics);
      }
    }
  }

  private void checkUnnumbered(InterfaceDraft port) {
    if (!Igp.isUnnumbered(port)) {
      return;
    }
    Span at = port.link().map(l -> l.span()).orElse(port.node().span());
    if (!port.node().device().can("ospf.unnumbered")) {
      Lack.report(
          port.node(),
          at,
          "cannot run OSPF over unnumbered interfaces",
          other -> other.can("ospf.unnumbered"),
          diagnostics);
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
