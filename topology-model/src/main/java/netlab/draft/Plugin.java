package netlab.draft;

import java.util.List;
import netlab.diag.Diagnostics;
import netlab.intent.Expansion;
import netlab.intent.LabText;
import netlab.lab.Lab;
import netlab.source.Yaml;

/**
 * A module that works when the lab names it under {@code plugin:} instead of {@code module:}. It
 * can also change the text of the lab before that is read, and the lab when it is done. Its data
 * file {@code netlab/plugin/<name>.yml} says what it needs ({@code requires}, {@code after}) and
 * what it adds to the defaults, attributes included.
 */
public interface Plugin extends Module, Expansion {
  /** In every phase these run behind those of all modules. */
  @Override
  default List<Pass> passes() {
    return List.of();
  }

  @Override
  default Yaml.Map expand(LabText lab) {
    return lab.root();
  }

  /** False when a lab must get the same numbers wherever it is compiled, whatever ran there. */
  default boolean keepsNumbers() {
    return true;
  }

  /** Changes the lab when all modules are done with it, before devices get their way. */
  default Lab finish(Lab lab, Diagnostics diagnostics) {
    return lab;
  }
}
