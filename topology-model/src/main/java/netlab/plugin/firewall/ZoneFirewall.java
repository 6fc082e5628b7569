package netlab.plugin.firewall;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.diag.Suggest;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.schema.Value;

/** Collects the zones of each firewall and checks that its rules are about them. */
public final class ZoneFirewall implements Plugin {
  @Override
  public String name() {
    return "firewall.zonebased";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of(name(), Phase.PROTOCOL, this::run));
  }

  private void run(Draft draft, Diagnostics diagnostics) {
    for (NodeDraft node : draft.nodes()) {
      Set<String> zones = new TreeSet<>();
      for (InterfaceDraft port : node.interfaces()) {
        port.attributes().textAt("firewall.zone").ifPresent(zones::add);
        supported(node, port, diagnostics);
      }
      if (!zones.isEmpty()) {
        Value.Fields known = Value.Fields.NONE;
        for (String zone : zones) {
          known = known.with(zone, Value.Fields.NONE);
        }
        Value.Fields firewall = node.attributes().fieldsAt("firewall");
        Value.Fields own = firewall.fieldsAt("zonebased").with("_zones", known);
        node.attributes().refine("firewall", firewall.with("zonebased", own));
        node.configuredBy(name());
      }
      rules(node, zones, diagnostics);
    }
  }

  private static void supported(NodeDraft node, InterfaceDraft port, Diagnostics diagnostics) {
    Optional<Value> zone = port.attributes().at("firewall.zone");
    if (zone.isPresent() && !node.device().can("firewall.zonebased")) {
      Lack.report(
          node,
          zone.get().span(),
          "has no zones",
          other -> other.can("firewall.zonebased"),
          diagnostics);
    }
  }

  private static void rules(NodeDraft node, Set<String> zones, Diagnostics diagnostics) {
    for (Value rule : node.attributes().fieldsAt("firewall.zonebased").itemsAt("default_rules")) {
      if (!(rule instanceof Value.Fields fields)) {
        continue;
      }
      for (String end : List.of("from_zone", "to_zone")) {
        Optional<String> zone = fields.textAt(end).filter(z -> !zones.contains(z));
        if (zone.isPresent()) {
          diagnostics.report(
              Severity.ERROR,
              Code.UNKNOWN_NAME,
              fields.at(end).orElseThrow().span(),
              "no interface of node `" + node + "` is in zone `" + zone.get() + "`",
              Suggest.hint(zone.get(), zones),
              List.of());
        }
      }
    }
  }
}
