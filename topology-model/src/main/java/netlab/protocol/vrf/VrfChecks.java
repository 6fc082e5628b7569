package netlab.protocol.vrf;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.diag.Suggest;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.schema.Value;

/** Reports VRFs that cannot be, and names of VRFs that nobody defines. */
final class VrfChecks {
  private final Draft draft;
  private final Diagnostics diagnostics;

  VrfChecks(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  /** Looks at the lab and at the nodes that run the module. */
  void run(List<NodeDraft> nodes) {
    Value.Fields lab = draft.globals().fieldsAt("vrfs");
    reserved(lab, Optional.empty());
    loopbacks(lab);
    for (NodeDraft node : nodes) {
      reserved(node.attributes().fieldsAt("vrfs"), Optional.of(node));
      vlans(node, node.attributes().fieldsAt("vlans"));
    }
    for (LinkDraft link : draft.links()) {
      for (EndDraft end : link.ends()) {
        if (end.node().runs("vrf")) {
          end.attributes()
              .at("vrf")
              .or(() -> link.attributes().at("vrf"))
              .ifPresent(v -> known(end.node(), v));
        }
      }
    }
  }

  private void vlans(NodeDraft node, Value.Fields vlans) {
    for (String vlan : vlans.fields().keySet()) {
      vlans
          .at(vlan + ".vrf")
          .or(() -> draft.globals().at("vlans." + vlan + ".vrf"))
          .ifPresent(v -> known(node, v));
    }
  }

  private void known(NodeDraft node, Value written) {
    if (!(written instanceof Value.Scalar scalar) || !(scalar.data() instanceof String name)) {
      return;
    }
    var known = new LinkedHashSet<>(node.attributes().fieldsAt("vrfs").fields().keySet());
    known.addAll(draft.globals().fieldsAt("vrfs").fields().keySet());
    if (!known.contains(name)) {
      diagnostics.report(
          Severity.ERROR,
          Code.UNKNOWN_VRF,
          written.span().or(node.span()),
          "there is no VRF `" + name + "` in the lab or on node `" + node + "`",
          Suggest.hint(name, known).or(() -> Optional.of("define it under `vrfs`")),
          List.of());
    }
  }

  private void reserved(Value.Fields vrfs, Optional<NodeDraft> node) {
    List<String> reserved = draft.defaults().textsAt("vrf.reserved");
    for (String name : vrfs.fields().keySet()) {
      if (reserved.contains(name)) {
        diagnostics.error(
            Code.INVALID_NAME,
            vrfs.keySpan(name),
            "a VRF"
                + node.map(n -> " of node `" + n + "`").orElse("")
                + " cannot be called `"
                + name
                + "`: devices give that name a meaning of their own",
            "`defaults.vrf.attributes.reserved` lists these names: " + String.join(", ", reserved));
      }
    }
  }

  /** The loopback of a VRF of the lab is on many nodes, so that it cannot have one address. */
  private void loopbacks(Value.Fields vrfs) {
    for (String name : vrfs.fields().keySet()) {
      Optional<Value> wish = vrfs.at(name + ".loopback");
      if (wish.filter(VrfChecks::isAddressed).isPresent()) {
        diagnostics.error(
            Code.VRF_LOOPBACK,
            wish.get().span(),
            "VRF `" + name + "` is on several nodes, so its loopback cannot have one address",
            "give nodes their addresses under `nodes.<node>.vrfs." + name + ".loopback`");
      }
    }
  }

  private static boolean isAddressed(Value loopback) {
    return switch (loopback) {
      case Value.Scalar s -> !(s.data() instanceof Boolean);
      case Value.Fields f -> f.textAt("ipv4").isPresent() || f.textAt("ipv6").isPresent();
      case Value.Items i -> false;
      case Value.Empty e -> false;
    };
  }
}
