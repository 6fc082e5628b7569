package netlab.compile;

import java.util.List;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.schema.Value;

/** What a lab asks of nodes and their devices cannot be: roles, ways to be configured. */
final class NodeChecks implements Pass {
  @Override
  public String name() {
    return "node checks";
  }

  @Override
  public Phase phase() {
    return Phase.EXPAND;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    boolean checksRoles = draft.defaults().boolAt("warnings.nodes.roles").orElse(true);
    for (NodeDraft node : draft.nodes()) {
      if (checksRoles) {
        check(node, "role", "roles", List.of("router"), diagnostics);
      }
      plugins(draft, node, diagnostics);
      check(node, "netlab_config_mode", "config_mode", List.of(), diagnostics);
    }
  }

  private static void plugins(Draft draft, NodeDraft node, Diagnostics diagnostics) {
    for (String plugin : node.device().facts().textsAt("plugin")) {
      if (!draft.intent().plugins().contains(plugin)) {
        String device = node.device().name();
        diagnostics.error(
            Code.MODULE_REQUIRES,
            node.attributes().keySpan("device").or(node.span()),
            "device `" + device + "` of `" + node + "` needs plugin `" + plugin + "`",
            "add it to the list `plugin`");
      }
    }
  }

  /** Compares what the lab says with the list of the device; devices are right about themselves. */
  private static void check(
      NodeDraft node,
      String attribute,
      String feature,
      List<String> usual,
      Diagnostics diagnostics) {
    List<String> able = node.device().facts().textsAt("features.initial." + feature);
    List<String> accepted = able.isEmpty() ? usual : able;
    Value wish = node.attributes().at(attribute).orElse(Value.Fields.NONE);
    String text = node.attributes().textAt(attribute).orElse("");
    boolean own = node.device().facts().textAt(attribute).filter(text::equals).isPresent();
    if (!text.isEmpty() && !own && !accepted.contains(text)) {
      diagnostics.error(
          Code.FEATURE_MISSING,
          wish.span().or(node.span()),
          "device `"
              + node.device().name()
              + "` of `"
              + node
              + "` cannot have `"
              + attribute
              + ": "
              + text
              + "`",
          accepted.isEmpty() ? "remove it" : "it can have " + String.join(", ", accepted));
    }
  }
}
