package netlab.cli;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import netlab.diag.DiagnosticMap;
import netlab.diag.Diagnostics;

/** How a command ends that cannot do what it was asked for. */
final class Problems {
  private Problems() {}

  /**
   * Prints everything that was reported: as text on standard error; under {@code -o json} as the
   * one document.
   *
   * @return the status, for the command to end with
   */
  static int fail(Out out, Diagnostics diag, int status) {
    out.diagnostics(diag.sorted());
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("ok", false);
    put(tree, diag);
    out.tree(tree);
    return status;
  }

  /** Adds the key {@code diagnostics} to a document; nothing when there are none. */
  static void put(SequencedMap<String, Object> tree, Diagnostics diag) {
    if (!diag.sorted().isEmpty()) {
      tree.put("diagnostics", DiagnosticMap.toMaps(diag.sorted()));
    }
  }
}
