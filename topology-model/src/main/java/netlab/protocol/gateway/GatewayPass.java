package netlab.protocol.gateway;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.protocol.igp.Igp;
import netlab.schema.Value;

/** Fills the columns: routers that share a gateway, hosts that use one. */
final class GatewayPass {
  private static final List<String> PROTOCOLS = List.of("anycast", "vrrp");

  /** Virtual router identifiers have one octet (RFC 5798, section 5.2.3). */
  private static final int LAST_GROUP = 255;

  private final Draft draft;
  private final Diagnostics diagnostics;

  private GatewayPass(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new GatewayPass(draft, diagnostics);
    for (NodeDraft node : draft.nodes()) {
      if (node.runs(GatewayLinks.NAME)) {
        pass.router(node);
      } else {
        pass.user(node);
      }
    }
  }

  private void router(NodeDraft node) {
    Value.Fields ofNode = node.attributes().fieldsAt(GatewayLinks.NAME);
    Set<String> used = new LinkedHashSet<>();
    for (InterfaceDraft port : node.interfaces()) {
      Value.Fields own = port.attributes().fieldsAt(GatewayLinks.NAME);
      Optional<String> protocol = own.textAt("protocol");
      if (protocol.isEmpty()) {
        known(port);
        continue;
      }
      used.add(protocol.get());
      supported(port, own, protocol.get());
      draft.put(Gateway.INTERFACE, port.id(), onRouter(port, own, ofNode, protocol.get()));
    }
    if (used.isEmpty()) {
      Igp.leave(draft, node, GatewayLinks.NAME, diagnostics);
      return;
    }
    Value.Fields settings = ofNode;
    for (String protocol : PROTOCOLS) {
      settings = used.contains(protocol) ? settings : settings.without(protocol);
    }
    draft.put(Gateway.NODE, node.id(), new GatewayNode(settings));
  }

  private GatewayInterface onRouter(
      InterfaceDraft port, Value.Fields own, Value.Fields ofNode, String protocol) {
    Value.Fields settings = own;
    for (String other : PROTOCOLS) {
      settings = other.equals(protocol) ? settings : settings.without(other);
    }
    Value.Fields parameters = own.fieldsAt(protocol).over(ofNode.fieldsAt(protocol));
    if (protocol.equals("vrrp")) {
      parameters = withAddresses(port, own, parameters);
    } else if (parameters.boolAt("unicast").filter(unicast -> !unicast).isPresent()) {
      port.shareIp(Family.IPV4);
    }
    return GatewayInterface.of(
        parameters.isEmpty() ? settings : settings.with(protocol, parameters));
  }

  /** The MAC addresses and the link-local address of a virtual router (RFC 5798, section 7.3). */
  private Value.Fields withAddresses(
      InterfaceDraft port, Value.Fields own, Value.Fields parameters) {
    int group = parameters.intAt("group").orElse(1);
    if (group < 1 || group > LAST_GROUP) {
      Span at = parameters.at("group").map(Value::span).orElse(Span.NONE);
      draft.warn(
          diagnostics,
          "gateway.warnings.vrrp_group",
          Code.GATEWAY,
          at.or(place(port)),
          "VRRP group " + group + " of `" + port + "` does not exist",
          "groups are 1 to " + LAST_GROUP);
    }
    String octet = String.format("%02x", group);
    var macs = new LinkedHashMap<String, Value.Field>();
    Value.Fields done = parameters;
    if (own.at("ipv4").isPresent()) {
      macs.put("ipv4", new Value.Field(Value.of("00:00:5e:00:01:" + octet), Span.NONE));
    }
    if (own.at("ipv6").isPresent()) {
      macs.put("ipv6", new Value.Field(Value.of("00:00:5e:00:02:" + octet), Span.NONE));
      done = done.with("lla", Value.of("fe80::200:5eff:fe00:02" + octet));
    }
    return macs.isEmpty() ? done : done.with("mac", new Value.Fields(macs, Span.NONE));
  }

  private static Span place(InterfaceDraft port) {
    return port.link().map(l -> l.span()).orElse(port.node().span());
  }

  private void supported(InterfaceDraft port, Value.Fields own, String protocol) {
    List<String> can = port.node().device().facts().textsAt("features.gateway.protocol");
    if (can.contains(protocol)) {
      return;
    }
    Span at = own.at("protocol").map(Value::span).orElse(Span.NONE);
    Lack.report(
        port.node(),
        at.or(place(port)),
        "has no " + protocol + " gateways, which `" + port + "` needs",
        can.isEmpty() ? "use another device" : "it has " + String.join(", ", can),
        other -> other.facts().textsAt("features.gateway.protocol").contains(protocol),
        diagnostics);
  }

  /** What a node knows of the gateways it uses, those its routes lead over included. */
  private void user(NodeDraft node) {
    node.interfaces().forEach(this::known);
  }

  private void known(InterfaceDraft port) {
    Value.Fields known = port.attributes().fieldsAt(GatewayLinks.NAME);
    if (!known.isEmpty()) {
      draft.put(Gateway.INTERFACE, port.id(), GatewayInterface.of(known));
    }
  }
}
