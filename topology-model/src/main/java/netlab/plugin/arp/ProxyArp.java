package netlab.plugin.arp;

import java.util.List;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.schema.Value;

/** Marks the interfaces in VRFs with {@code proxy_arp}. */
public final class ProxyArp implements Plugin {
  @Override
  public String name() {
    return "proxy_arp";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of(name(), Phase.PROTOCOL, this::run));
  }

  private void run(Draft draft, Diagnostics diagnostics) {
    for (NodeDraft node : draft.nodes()) {
      for (InterfaceDraft port : node.interfaces()) {
        if (port.attributes().textAt("vrf").filter(vrf -> answers(draft, node, vrf)).isPresent()) {
          port.attributes().refine("proxy_arp", Value.of(true));
          node.configuredBy(name());
        }
      }
    }
  }

  private static boolean answers(Draft draft, NodeDraft node, String vrf) {
    String path = vrf + ".proxy_arp";
    return node.attributes()
        .fieldsAt("vrfs")
        .boolAt(path)
        .or(() -> draft.globals().fieldsAt("vrfs").boolAt(path))
        .orElse(false);
  }
}
