package netlab.protocol.vlan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.intent.LinkIntent.EndIntent;
import netlab.schema.Value;

/**
 * Nodes of role {@code bridge} switch frames between all their ports. A multi-access link that
 * names such a node as its bridge becomes a link to it for each attached node, in a VLAN of its
 * own.
 */
final class BridgeNodes {
  private static final int FIRST_INTERNAL = 100;

  private static final List<String> OF_WIRE = List.of("bandwidth", "mtu", "stp");

  private final Draft draft;
  private final Diagnostics diagnostics;
  private int next;

  private BridgeNodes(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
    this.next = draft.defaults().intAt("const.bridge.internal_vlan.start").orElse(FIRST_INTERNAL);
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    boolean any = false;
    for (NodeDraft node : draft.nodes()) {
      if (isBridge(node)) {
        any = true;
        node.addModule("vlan");
        node.attributes()
            .addMissing(fields("vlan", fields("mode", Value.of(Mode.BRIDGE.toString()))));
        node.attributes().addMissing(fields("vlans", defaultVlan(draft)));
      }
    }
    if (any) {
      var pass = new BridgeNodes(draft, diagnostics);
      for (LinkDraft link : List.copyOf(draft.links())) {
        pass.replace(link);
      }
    }
  }

  /** Ports without a VLAN are in the default one. */
  static void ports(Draft draft, Diagnostics diagnostics) {
    var pass = new BridgeNodes(draft, diagnostics);
    for (LinkDraft link : draft.links()) {
      link.ends().forEach(pass::port);
    }
  }

  static boolean isBridge(NodeDraft node) {
    return node.role().equals("bridge");
  }

  static String defaultName(Draft draft) {
    return draft.defaults().textAt("const.bridge.default_vlan.name").orElse("br_default");
  }

  private static Value.Fields defaultVlan(Draft draft) {
    long id = draft.defaults().longAt("const.bridge.default_vlan.id").orElse(1L);
    return fields(defaultName(draft), fields("id", Value.of(id)));
  }

  private static Value.Fields fields(String key, Value value) {
    return Value.Fields.NONE.with(key, value);
  }

  private void replace(LinkDraft link) {
    Optional<NodeDraft> bridge =
        link.attributes().textAt("bridge").flatMap(draft::findNode).filter(BridgeNodes::isBridge);
    if (bridge.isEmpty()) {
      notBridge(link);
      return;
    }
    if (link.attributes().at("type").isPresent()) {
      diagnostics.error(
          Code.BRIDGE_LINK,
          link.attributes().at("type").orElseThrow().span(),
          "link `"
              + link.name()
              + "` over bridge node `"
              + bridge.get()
              + "` cannot have a type: it becomes several links");
    }
    Value.Fields vlans = bridge.get().attributes().fieldsAt("vlans");
    while (isTaken(vlans, next)) {
      next++;
    }
    String vlan = "br_vlan_" + next;
    bridge
        .get()
        .attributes()
        .addMissing(fields("vlans", fields(vlan, network(link, bridge.get(), next))));
    next++;
    draft.replaced(link);
    int number = 1;
    for (EndDraft end : link.ends()) {
      draft.addLink(
          link.name() + "." + number++,
          kept(link, true),
          List.of(
              new EndIntent(
                  bridge.get().name(),
                  fields("vlan", fields("access", Value.of(vlan))),
                  link.span()),
              new EndIntent(
                  end.node().name(),
                  end.attributes().fields().over(modules(link, end.node())),
                  end.span())),
          link.span());
    }
  }

  private boolean isTaken(Value.Fields vlans, int id) {
    for (Value.Fields all : List.of(vlans, draft.globals().fieldsAt("vlans"))) {
      for (String name : all.fields().keySet()) {
        if (all.intAt(name + ".id").filter(i -> i == id).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The VLAN that stands for the network of a link, with all that the link says. */
  private Value.Fields network(LinkDraft link, NodeDraft bridge, int id) {
    Value.Fields all = link.attributes().fields().without("bridge");
    for (String key : all.fields().keySet()) {
      all = draft.isModule(key) && !bridge.runs(key) ? all.without(key) : all;
    }
    return fields("id", Value.of((long) id)).over(all);
  }

  /** Attributes of the wire itself go to every new wire, all others to the VLAN or the ends. */
  private static Value.Fields kept(LinkDraft link, boolean ofWire) {
    var kept = new LinkedHashMap<String, Value.Field>();
    for (Map.Entry<String, Value.Field> e : link.attributes().fields().fields().entrySet()) {
      boolean wire = OF_WIRE.contains(e.getKey());
      if (wire == ofWire) {
        kept.put(e.getKey(), e.getValue());
      }
    }
    return new Value.Fields(kept, link.span());
  }

  private Value.Fields modules(LinkDraft link, NodeDraft node) {
    Value.Fields all = kept(link, false);
    for (String key : all.fields().keySet()) {
      if (!draft.isModule(key) || !node.runs(key)) {
        all = all.without(key);
      }
    }
    return all.isEmpty() ? all : new Value.Fields(all.fields(), Span.NONE);
  }

  private void notBridge(LinkDraft link) {
    Optional<Value> written = link.attributes().at("bridge");
    if (link.attributes().textAt("bridge").flatMap(draft::findNode).isPresent()) {
      diagnostics.error(
          Code.BRIDGE_LINK,
          written.orElseThrow().span(),
          "node `"
              + link.attributes().textAt("bridge").orElseThrow()
              + "` is the bridge of link `"
              + link.name()
              + "`, but its role is not `bridge`");
    }
  }

  private void port(EndDraft end) {
    int ends = end.link().ends().size();
    if (isBridge(end.node()) && ends != 2) {
      diagnostics.error(
          Code.BRIDGE_LINK,
          end.span(),
          "bridge node `"
              + end.node()
              + "` is on link `"
              + end.link().name()
              + "` with "
              + ends
              + (ends == 1 ? " node" : " nodes")
              + ", its links have two",
          ends == 1
              ? "a bridge needs no stub link"
              : "name it as the `bridge` of the link instead");
    }
    boolean vlan =
        end.attributes().at("vlan").isPresent() || end.link().attributes().at("vlan").isPresent();
    if (isBridge(end.node()) && !vlan) {
      end.attributes().add("vlan", fields("access", Value.of(defaultName(draft))));
    }
  }
}
