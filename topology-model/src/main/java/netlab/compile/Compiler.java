package netlab.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.device.Device;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.intent.Intent;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.lab.Numbering;
import netlab.quirk.Quirks;

/** Turns an intent into a lab: all passes, phase by phase. Equal inputs give equal labs. */
public final class Compiler {
  /**
   * A lab and how it is numbered.
   *
   * @param kept true when something has another address than it had got in a new lab
   */
  public record Outcome(Lab lab, Numbering numbering, boolean kept) {}

  private Compiler() {}

  /**
   * Compiles.
   *
   * @param before how the lab was numbered when it ran before
   * @return empty when something is wrong, which is reported
   */
  public static Optional<Outcome> compile(
      Intent intent, Numbering before, Diagnostics diagnostics) {
    List<Plugin> plugins = Plugins.all(intent.plugins());
    var modules = new ArrayList<Module>(Modules.ALL);
    modules.addAll(plugins);
    var passes = new ArrayList<Pass>(CorePasses.ALL);
    modules.forEach(m -> passes.addAll(m.passes()));
    boolean keep = plugins.stream().allMatch(Plugin::keepsNumbers);
    var draft = new Draft(intent, modules, keep ? before : Numbering.NONE);
    for (Phase phase : Phase.values()) {
      for (Pass pass : passes) {
        if (pass.phase() == phase) {
          draft.run(pass, diagnostics);
        }
      }
      if (phase != Phase.LINKS && diagnostics.hasErrors()) {
        return Optional.empty();
      }
    }
    Lab lab = draft.freeze();
    for (Plugin plugin : plugins) {
      lab = plugin.finish(lab, diagnostics);
    }
    lab = Quirks.apply(lab, node -> device(intent, node), intent.defaults(), diagnostics);
    for (Module module : Modules.of(lab)) {
      module.check(lab, diagnostics);
    }
    return diagnostics.hasErrors()
        ? Optional.empty()
        : Optional.of(new Outcome(lab, draft.numbers().taken(), draft.numbers().differ()));
  }

  private static Device device(Intent intent, Node node) {
    return Optional.ofNullable(intent.nodes().get(node.id().name())).orElseThrow().device();
  }
}
