package netlab.protocol.isis;

import java.util.Optional;
import java.util.function.Predicate;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.draft.RouterIds;
import netlab.lab.VrfId;
import netlab.net.Family;
import netlab.protocol.igp.BfdUse;
import netlab.protocol.igp.FamilyFlags;
import netlab.protocol.igp.Igp;
import netlab.protocol.igp.IgpProcess;
import netlab.protocol.igp.RouteImports;
import netlab.schema.Value;

/** Fills the columns of IS-IS. */
final class IsisPass {
  private static final String[] READ_ON_NODE = {
    "af", "area", "net", "type", "instance", "bfd", "import", "router_id"
  };
  private static final String[] READ_ON_INTERFACE = {
    "network_type", "metric", "cost", "type", "bfd", "passive"
  };

  private final Draft draft;
  private final Diagnostics diagnostics;

  private IsisPass(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new IsisPass(draft, diagnostics);
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("isis")) {
        IgpProcess.of(draft, node, "isis", diagnostics).forEach(pass::process);
      }
    }
  }

  private void process(IgpProcess process) {
    NodeDraft node = process.node();
    Value.Fields settings = process.settings();
    Optional<EntityTitle> title = title(node, settings);
    if (title.isEmpty()) {
      return;
    }
    Optional<FamilyFlags> bfd = BfdUse.ofNode(process);
    checkUnnumbered(process);
    for (InterfaceDraft port : process.ports().keySet()) {
      draft.put(Isis.INTERFACE, port.id(), port(process, port, bfd));
    }
    process.put(
        draft,
        Isis.NODE,
        Isis.VRF,
        new IsisNode(
            title.get().toString(),
            title.get().area(),
            title.get().systemId(),
            settings.textAt("type").orElse("level-2"),
            settings.textAt("instance").map(i -> process.vrf().map(VrfId::name).orElse(i)),
            process.af(),
            node.runs("sr") ? RouterIds.of(draft, node, "isis", diagnostics) : Optional.empty(),
            bfd,
            RouteImports.of(draft, process, diagnostics),
            settings.without(READ_ON_NODE)));
  }

  private Optional<EntityTitle> title(NodeDraft node, Value.Fields settings) {
    Optional<String> written = settings.textAt("net");
    if (written.isEmpty()) {
      String area = settings.textAt("area").orElse("49.0001");
      return Optional.of(EntityTitle.numbered(area, node.number()));
    }
    Optional<EntityTitle> title = written.flatMap(EntityTitle::tryParse);
    if (title.isEmpty()) {
      diagnostics.error(
          Code.ISIS_TITLE,
          settings.at("net").orElse(settings).span(),
          "`" + written.get() + "` is not the network entity title of a router",
          "write area, system id of six octets, and selector 00: 49.0001.0000.0000.0007.00");
    }
    return title;
  }

  private IsisInterface port(
      IgpProcess process, InterfaceDraft port, Optional<FamilyFlags> bfdOfNode) {
    Value.Fields settings = process.ports().getOrDefault(port, Value.Fields.NONE);
    checkType(port, settings);
    return new IsisInterface(
        Igp.networkType(port, settings),
        metric(port, settings),
        settings.textAt("type"),
        BfdUse.ofInterface(process, port, bfdOfNode),
        Igp.isPassive(draft, port, settings, "isis"),
        settings.without(READ_ON_INTERFACE));
  }

  private Optional<Integer> metric(InterfaceDraft port, Value.Fields settings) {
    Optional<Integer> metric = settings.intAt("metric");
    if (metric.isPresent() && settings.at("cost").isPresent()) {
      diagnostics.warning(
          Code.ATTRIBUTE_CONFLICT,
          settings.keySpan("cost"),
          "`isis.cost` and `isis.metric` are the same; the metric of `" + port + "` counts",
          "take one of them away");
    }
    return metric.or(() -> settings.intAt("cost"));
  }

  private void checkType(InterfaceDraft port, Value.Fields settings) {
    NodeDraft node = port.node();
    boolean on = draft.defaults().boolAt("isis.warnings.circuit_type").orElse(true);
    if (on && settings.at("type").isPresent() && !node.device().can("isis.circuit_type")) {
      Lack.report(
          node,
          settings.at("type").orElse(settings).span(),
          "cannot set the IS-IS level of an interface",
          "`defaults.isis.warnings.circuit_type: false` lets it pass",
          other -> other.can("isis.circuit_type"),
          diagnostics);
    }
  }

  private void checkUnnumbered(IgpProcess process) {
    for (InterfaceDraft port : process.ports().keySet()) {
      for (Family family : Family.values()) {
        if (Igp.isUnnumbered(port, family)) {
          checkUnnumbered(port, family);
        }
      }
    }
  }

  private void checkUnnumbered(InterfaceDraft port, Family family) {
    boolean several = family == Family.IPV4 && port.neighbors().size() > 1;
    Predicate<Device> able =
        device ->
            device.can("isis.unnumbered." + family.text())
                && (!several || device.can("isis.unnumbered.network"));
    if (!able.test(port.node().device())) {
      Lack.report(
          port.node(),
          port.link().map(l -> l.span()).orElse(port.node().span()),
          "cannot run IS-IS on interfaces without own "
              + family
              + " address"
              + (several ? " that have more than one neighbor" : "")
              + " (`"
              + port.name()
              + "`)",
          "give the link a prefix",
          able,
          diagnostics);
    }
  }
}
