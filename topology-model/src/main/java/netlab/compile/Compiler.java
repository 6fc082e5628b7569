package netlab.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.intent.Intent;
import netlab.lab.Lab;
import netlab.quirk.Quirks;

/** Turns an intent into a lab: all passes, phase by phase. Equal intents give equal labs. */
public final class Compiler {
  private Compiler() {}

  /** The lab; empty when something is wrong, which is reported. */
  public static Optional<Lab> compile(Intent intent, Diagnostics diagnostics) {
    var draft = new Draft(intent, Modules.ALL);
    for (Phase phase : Phase.values()) {
      for (Pass pass : passes(phase)) {
        draft.run(pass, diagnostics);
      }
      if (diagnostics.hasErrors()) {
        return Optional.empty();
      }
    }
    Lab lab = Quirks.apply(draft.freeze(), diagnostics);
    for (Module module : Modules.ALL) {
      if (lab.modules().contains(module.name())) {
        module.check(lab, diagnostics);
      }
    }
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(lab);
  }

  private static List<Pass> passes(Phase phase) {
    var passes = new ArrayList<Pass>();
    for (Pass pass : CorePasses.ALL) {
      if (pass.phase() == phase) {
        passes.add(pass);
      }
    }
    for (Module module : Modules.ALL) {
      for (Pass pass : module.passes()) {
        if (pass.phase() == phase) {
          passes.add(pass);
        }
      }
    }
    return passes;
  }
}
