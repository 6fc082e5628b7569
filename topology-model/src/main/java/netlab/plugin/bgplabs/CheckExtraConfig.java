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

/** Leaves out templates of which there is none for the device of a node, and says so. */
public final class CheckExtraConfig implements Plugin {
  @Override
  public String name() {
    return "check_extra_config";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("extra templates", Phase.RESULT, CheckExtraConfig::run));
  }

  private static void run(Draft draft, Diagnostics diagnostics) {
    LabFolders folders = LabFolders.of(draft.nodes().stream().map(NodeDraft::span).toList());
    for (NodeDraft node : draft.nodes()) {
      var kept = new ArrayList<Value>();
      List<Value> templates = node.attributes().fields().itemsAt("config");
      for (Value template : templates) {
        String folder = template instanceof Value.Scalar s ? s.data().toString() : "";
        String device = node.device().name();
        boolean missing =
            folders.hasFolder(folder)
                && !folders.has(folder + "/" + device + ".j2")
                && !folders.has(folder + "/" + node.name() + "." + device + ".j2");
        if (missing) {
          Messages.append(
              draft,
              "There is no extra configuration `"
                  + folder
                  + "` for device "
                  + device
                  + " of node "
                  + node
                  + "; you will have to configure it yourself.");
        } else {
          kept.add(template);
        }
      }
      if (kept.size() < templates.size()) {
        node.attributes().refine("config", new Value.Items(kept, node.span()));
      }
    }
  }
}
