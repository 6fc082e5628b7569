package netlab.plan;

import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;

/**
 * A step, or the inverse of one, that did not do what it should.
 *
 * @param undoing true when it was the inverse
 * @param message what went wrong, one or more lines
 */
public record StepFailure(StepId step, String title, boolean undoing, String message) {
  /** Reports this failure to the user. */
  public void report(Diagnostics diag) {
    if (undoing) {
      diag.error(
          Code.UNDO_FAILED,
          Span.NONE,
          "could not undo `" + title + "`: " + message,
          "`netlab down` tries again; what was undone already is passed over");
    } else {
      diag.error(
          Code.STEP_FAILED,
          Span.NONE,
          "could not " + title + ": " + message,
          "`netlab up` goes on from here, `netlab down` takes away what was made");
    }
  }
}
