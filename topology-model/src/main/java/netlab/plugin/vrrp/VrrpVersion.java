package netlab.plugin.vrrp;

import java.util.List;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.protocol.gateway.Gateway;
import netlab.schema.Value;

/**
 * Configures {@code gateway.vrrp.version}, which the module hands from lab to node to interface.
 * Other devices speak one version only.
 */
public final class VrrpVersion implements Plugin {
  private static final Set<String> DEVICES = Set.of("cumulus_nvue", "dellos10");

  @Override
  public String name() {
    return "vrrp.version";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of(name(), Phase.RESULT, this::run));
  }

  private void run(Draft draft, Diagnostics diagnostics) {
    for (NodeDraft node : draft.nodes()) {
      if (!speaksVrrp(draft, node)) {
        continue;
      }
      if (DEVICES.contains(node.device().name())) {
        node.configuredBy(name());
        continue;
      }
      Span version =
          node.attributes().at("gateway.vrrp.version").map(Value::span).orElse(Span.NONE);
      diagnostics.error(
          Code.FEATURE_MISSING,
          version.or(node.span()),
          "device `"
              + node.device().name()
              + "` of node `"
              + node
              + "` cannot be told the version of VRRP",
          "devices that can: " + String.join(", ", DEVICES.stream().sorted().toList()));
    }
  }

  private static boolean speaksVrrp(Draft draft, NodeDraft node) {
    return node.runs("gateway")
        && node.interfaces().stream()
            .anyMatch(port ->
                draft
                    .find(Gateway.INTERFACE, port.id())
                    .flatMap(gateway -> gateway.protocol())
                    .filter("vrrp"::equals)
                    .isPresent());
  }
}
