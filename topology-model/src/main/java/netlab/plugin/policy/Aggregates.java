package netlab.plugin.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.lab.VrfId;
import netlab.protocol.bgp.BgpSessions;
import netlab.protocol.bgp.PrefixPair;
import netlab.protocol.routing.Kind;
import netlab.protocol.routing.RoutingObjects;
import netlab.schema.Value;

/** Aggregates of routes that BGP advertises, in the global routing table and in VRFs. */
final class Aggregates {
  private final Draft draft;
  private final NodeDraft node;
  private final Diagnostics diagnostics;

  private Aggregates(Draft draft, NodeDraft node, Diagnostics diagnostics) {
    this.draft = draft;
    this.node = node;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("bgp")) {
        new Aggregates(draft, node, diagnostics).run();
      }
    }
  }

  private void run() {
    Value.Fields attributes = node.attributes().fields();
    of(attributes.fieldsAt("bgp"))
        .ifPresent(list -> BgpSessions.set(draft, node, "aggregate", list));
    Value.Fields vrfs = attributes.fieldsAt("vrfs");
    for (String vrf : vrfs.fields().keySet()) {
      of(vrfs.fieldsAt(vrf).fieldsAt("bgp"))
          .ifPresent(list -> BgpSessions.set(draft, new VrfId(node.id(), vrf), "aggregate", list));
    }
  }

  private Optional<Value> of(Value.Fields settings) {
    List<Value> written = settings.itemsAt("aggregate");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    if (!node.device().can("bgp.aggregate")) {
      Lack.report(
          node,
          settings.keySpan("aggregate"),
          "cannot aggregate BGP routes",
          other -> other.can("bgp.aggregate"),
          diagnostics);
    }
    var all = new ArrayList<Value>();
    written.forEach(item -> all.add(one(item)));
    return Optional.of(new Value.Items(all, settings.at("aggregate").orElseThrow().span()));
  }

  private Value one(Value item) {
    Value.Fields options = item instanceof Value.Fields f ? f : Value.Fields.NONE;
    for (String key : List.of("suppress_policy", "attributes")) {
      Optional<String> name = options.textAt(key);
      if (name.isPresent()) {
        RoutingObjects.of(draft)
            .take(node, Kind.POLICY, name.get(), options.at(key).orElseThrow().span());
      }
    }
    Optional<PrefixPair> prefixes = PrefixPair.of(draft, item);
    if (prefixes.isEmpty()) {
      diagnostics.error(
          Code.UNKNOWN_PREFIX, item.span(), "an aggregate of `" + node + "` has no prefix");
      return options;
    }
    Value.Fields full = Value.Fields.NONE;
    if (prefixes.get().ipv4().isPresent()) {
      full = full.with("ipv4", Value.of(prefixes.get().ipv4().get()));
    }
    if (prefixes.get().ipv6().isPresent()) {
      full = full.with("ipv6", Value.of(prefixes.get().ipv6().get()));
    }
    return options.over(full);
  }
}
