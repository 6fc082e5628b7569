package netlab.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import netlab.diag.Code;
import netlab.diag.DiagnosticMap;
import netlab.diag.Diagnostics;
import netlab.diag.Span;

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

  /** Reports that the user, or another program, stopped a command half-way. */
  static void interrupted(String command, Diagnostics diag) {
    diag.error(
        Code.INTERRUPTED,
        Span.NONE,
        "interrupted",
        "`netlab "
            + command
            + "` goes on from here"
            + (command.equals("down") ? "" : ", `netlab down` takes away what was made"));
  }

  /** Reports that the disk did not do what it should. */
  static void disk(IOException e, Diagnostics diag) {
    diag.error(
        Code.FILE_NOT_WRITTEN,
        Span.NONE,
        "cannot read or write: " + e.getMessage(),
        "check the folder, the rights and the space on the disk");
  }

  /** Adds the key {@code diagnostics} to a document; nothing when there are none. */
  static void put(SequencedMap<String, Object> tree, Diagnostics diag) {
    if (!diag.sorted().isEmpty()) {
      tree.put("diagnostics", DiagnosticMap.toMaps(diag.sorted()));
    }
  }
}
