package netlab.plugin.vtep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.AddressPool;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.InterfaceDraft;
import netlab.draft.LinkDraft;
import netlab.draft.LinkPrefixes;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.intent.LinkIntent.EndIntent;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Prefix;
import netlab.protocol.vxlan.Vxlan;
import netlab.protocol.vxlan.VxlanNode;
import netlab.schema.Value;

/**
 * Gives the two switches of a pair loopbacks with one address. To others the pair is one VXLAN end
 * point, so that it does not matter which of the two a frame comes to.
 */
public final class MlagVtep implements Plugin {
  private static final String POOL = "mlag_vtep";
  private static final String SHARED = "_shared_vtep";

  @Override
  public String name() {
    return "mlag.vtep";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("shared VXLAN end points", Phase.EXPAND, MlagVtep::share),
        Pass.of("own VXLAN end points", Phase.ADDRESS, MlagVtep::keepOwn));
  }

  private static void share(Draft draft, Diagnostics diagnostics) {
    for (LinkDraft link : List.copyOf(draft.links())) {
      if (link.attributes().at("lag.mlag.peergroup").isEmpty()) {
        continue;
      }
      List<NodeDraft> pair = new ArrayList<>();
      for (EndDraft end : link.ends()) {
        if (end.node().runs("vxlan") && !end.node().attributes().is("lag.mlag.vtep", false)) {
          pair.add(end.node());
        }
      }
      if (!pair.isEmpty()) {
        Value.Fields address = address(draft, link, pair.getFirst(), diagnostics);
        pair.forEach(node -> loopback(draft, link, node, address));
      }
    }
  }

  private static Value.Fields address(
      Draft draft, LinkDraft link, NodeDraft node, Diagnostics diagnostics) {
    String ofNode = node.attributes().textAt("loopback.pool").orElse("loopback");
    Optional<AddressPool> pool = draft.pool(POOL).or(() -> draft.pool(ofNode));
    Value.Fields address = Value.Fields.NONE;
    if (pool.isPresent()) {
      Value.Fields prefixes =
          LinkPrefixes.next(
                  draft,
                  pool.get(),
                  draft.numbers().user("VXLAN end point of " + link.name()),
                  link.span(),
                  diagnostics)
              .orElse(Value.Fields.NONE);
      for (Family family : Family.values()) {
        Optional<Prefix> prefix = prefixes.textAt(family.text()).flatMap(Prefix::tryParse);
        if (prefix.isPresent()) {
          address = address.with(family.text(), Value.of(own(prefix.get())));
        }
      }
    }
    return address;
  }

  private static InterfaceAddress own(Prefix prefix) {
    boolean single = prefix.length() == prefix.family().bits();
    return prefix.host(single ? 0 : 1).with(prefix.length());
  }

  private static void loopback(Draft draft, LinkDraft link, NodeDraft node, Value.Fields address) {
    List<String> names = new ArrayList<>();
    link.ends().forEach(end -> names.add(end.node().name()));
    String pair = String.join(" - ", names);
    Value.Fields attributes =
        Value.Fields.NONE
            .with("type", Value.of("loopback"))
            .with("name", Value.of("MLAG VTEP VXLAN interface shared between " + pair))
            .with("vxlan", Value.Fields.NONE.with("vtep", Value.of(true)));
    draft.addLink(
        link.name() + ".vtep[" + node + "]",
        attributes,
        List.of(new EndIntent(node.name(), address, link.span())),
        link.span());
    address
        .textAt(Family.IPV4.text())
        .or(() -> address.textAt(Family.IPV6.text()))
        .ifPresent(text -> {
          String plain = text.replaceFirst("/.*", "");
          Value.Fields vxlan = node.attributes().fieldsAt("vxlan");
          node.attributes().refine("vxlan", vxlan.with(SHARED, Value.of(plain)));
        });
  }

  /** With EVPN some devices use the shared end point beside their own one. */
  private static void keepOwn(Draft draft, Diagnostics diagnostics) {
    for (NodeDraft node : draft.nodes()) {
      boolean both =
          node.runs("evpn")
              && node.device().can("lag.mlag.evpn_own_vtep")
              && node.attributes().at("vxlan." + SHARED).isPresent();
      Optional<VxlanNode> known = draft.find(Vxlan.NODE, node.id());
      if (both && known.isPresent() && node.loopback().isPresent()) {
        VxlanNode changed = at(known.get(), node.loopback().get());
        draft.revise(Vxlan.NODE, node.id(), before -> changed);
      }
    }
  }

  private static VxlanNode at(VxlanNode vxlan, InterfaceDraft own) {
    return own.address(vxlan.transport())
        .map(address ->
            new VxlanNode(
                vxlan.domain(),
                vxlan.flooding(),
                vxlan.vlans(),
                vxlan.l3vnis(),
                address.address(),
                own.name(),
                vxlan.transport(),
                vxlan.vtepList(),
                vxlan.extra()))
        .orElse(vxlan);
  }
}
