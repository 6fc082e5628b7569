package netlab.intent;

import netlab.source.Yaml;

/** What a plugin does to the text of a lab before anything else is read from it. */
public interface Expansion {
  /**
   * The lab as if its author had written everything that the plugin stands for. What a plugin makes
   * has the place of what asks for it. The mapping must not be changed when something is wrong with
   * it that others report.
   */
  Yaml.Map expand(LabText lab);
}
