package netlab.plugin.bgplabs;

import java.util.ArrayList;
import java.util.List;
import netlab.custom.LabFolders;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.schema.Value;

/** Adds the template {@code fix-config} to nodes for which there is one. */
public final class EnableFixConfig implements Plugin {
  private static final String FOLDER = "fix-config";

  @Override
  public String name() {
    return "enable_fix_config";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("fix-config", Phase.RESULT, EnableFixConfig::run));
  }

  private static void run(Draft draft, Diagnostics diagnostics) {
    LabFolders folders = LabFolders.of(draft.nodes().stream().map(NodeDraft::span).toList());
    for (NodeDraft node : draft.nodes()) {
      if (folders.has(FOLDER + "/" + node.name() + "." + node.device().name() + ".j2")) {
        var templates = new ArrayList<>(node.attributes().fields().itemsAt("config"));
        templates.add(Value.of(FOLDER));
        node.attributes().refine("config", new Value.Items(templates, node.span()));
      }
    }
  }
}
