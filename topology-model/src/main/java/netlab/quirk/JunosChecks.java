package netlab.quirk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Span;
import netlab.lab.Interface;
import netlab.lab.Node;
import netlab.lab.VrfId;
import netlab.protocol.bgp.Bgp;
import netlab.protocol.bgp.BgpNeighbor;
import netlab.protocol.routing.Routing;
import netlab.protocol.routing.RoutingNode;
import netlab.schema.Value;

/** Junos: one loopback in each routing instance; paths and communities in words of its own. */
final class JunosChecks implements Quirk {
  /** The kinds of communities, in the order in which their lists are made. */
  private static final List<String> KINDS = List.of("standard", "extended", "large");

  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    loopbacks(node, notices);
    lab.find(Bgp.NODE, node.id())
        .ifPresent(bgp -> bgp.neighbors().forEach(n -> evpn(node, n, notices)));
    if (node.modules().contains("routing")) {
      RoutingNode routing =
          lab.find(Routing.NODE, node.id()).orElseGet(() -> RoutingNode.of(Value.Fields.NONE));
      lab.put(
          Routing.NODE,
          node.id(),
          node.modules().contains("bgp") ? policies(node, lab, routing, notices) : routing);
    }
  }

  private static void loopbacks(Node node, Notices notices) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    node.loopback().ifPresent(l -> counts.put("default", 1));
    for (Interface port : node.interfaces()) {
      if (port.type().equals("loopback")) {
        counts.merge(port.vrf().map(VrfId::name).orElse("default"), 1, Integer::sum);
      }
    }
    counts.forEach((instance, count) -> {
      if (count > 1) {
        notices.error(
            "multi_loopback",
            node.span(),
            "`"
                + node.id()
                + "` has "
                + count
                + " loopbacks in routing instance `"
                + instance
                + "`",
            "Junos has one in each instance");
      }
    });
  }

  private static void evpn(Node node, BgpNeighbor neighbor, Notices notices) {
    if (neighbor.type().equals("ebgp")
        && neighbor.extra().at("evpn").isPresent()
        && neighbor.activate().containsValue(true)) {
      notices.error(
          "evpn_ebgp",
          node.span(),
          "`" + node.id() + "` cannot run EVPN on the EBGP session to `" + neighbor.name() + "`",
          "with EBGP, Junos has EVPN on sessions of their own; use IBGP between loopbacks");
    }
  }

  private static RoutingNode policies(
      Node node, LabEdit lab, RoutingNode routing, Notices notices) {
    String as = lab.find(Bgp.NODE, node.id()).map(b -> b.as().toString()).orElse("");
    Value.Fields policies = routing.extra().fieldsAt("policy");
    Value.Fields communities = routing.extra().fieldsAt("community");
    for (String name : policies.fields().keySet()) {
      var entries = new ArrayList<Value>();
      for (Value item : policies.itemsAt(name)) {
        if (item instanceof Value.Fields entry) {
          entries.add(prepended(node, name, entry, as, notices));
          communities = lists(communities, entry);
        } else {
          entries.add(item);
        }
      }
      policies = policies.with(name, new Value.Items(entries, policies.keySpan(name)));
    }
    Value.Fields extra = routing.extra().with("community", communities);
    return routing.with(policies.isEmpty() ? extra : extra.with("policy", policies));
  }

  /** A path that does not begin with the AS of the node gets that in front. */
  private static Value.Fields prepended(
      Node node, String policy, Value.Fields entry, String as, Notices notices) {
    Optional<String> path = entry.textAt("set.prepend.path");
    if (path.isEmpty() || path.get().split(" ")[0].equals(as)) {
      return entry;
    }
    notices.warning(
        "routing_as_prepend_nonlocal_as",
        entry.span(),
        "policy `" + policy + "` of `" + node.id() + "` prepends AS " + as + ", too",
        "Junos needs the AS of the router first");
    Value.Fields set = entry.fieldsAt("set");
    Value.Fields prepend = set.fieldsAt("prepend").with("path", Value.of(as + " " + path.get()));
    return entry.with("set", set.with("prepend", prepend));
  }

  /** Junos refers to communities by the names of lists. */
  private static Value.Fields lists(Value.Fields communities, Value.Fields entry) {
    Value.Fields all = communities;
    boolean permits = entry.textAt("action").filter("permit"::equals).isPresent();
    for (String operation : List.of("set", "delete")) {
      Value.Fields wish = entry.fieldsAt(operation).fieldsAt("community");
      for (String kind : KINDS) {
        boolean first = operation.equals("set") && !wish.boolAt("append").orElse(false);
        for (String community : wish.textsAt(kind)) {
          String how = operation.equals("delete") ? "del" : first ? "set" : "add";
          all =
              all.with(
                  "x_comm_" + how + "_" + community.replace(':', '_').replace('.', '_'),
                  list(kind, community, first && permits));
          first = false;
        }
      }
    }
    return all;
  }

  private static Value.Fields list(String kind, String community, boolean replaces) {
    boolean prefixed = kind.equals("large") && !community.startsWith("large:");
    var entries = new ArrayList<Value>();
    entries.add(permit((prefixed ? "large:" : "") + community));
    if (replaces) {
      entries.add(permit("large:65535:0:65536"));
    }
    return Value.Fields.NONE
        .with("type", Value.of(kind))
        .with("value", new Value.Items(entries, Span.NONE));
  }

  private static Value.Fields permit(String community) {
    return Value.Fields.NONE.with("action", Value.of("permit")).with("_value", Value.of(community));
  }
}
