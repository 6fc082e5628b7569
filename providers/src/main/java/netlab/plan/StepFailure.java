package netlab.plan;

import java.util.List;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.exec.Command;
import netlab.exec.Result;

/**
 * A step, or the inverse of one, that did not do what it should.
 *
 * @param undoing true when it was the inverse
 * @param message what went wrong, one or more lines
 * @param commands the commands that failed, for those who can read more out of their answers
 */
public record StepFailure(
    StepId step, String title, boolean undoing, String message, List<FailedCommand> commands) {
  /** A command that did not do what it should, and its answer. */
  public record FailedCommand(Command command, Result result) {}

  public StepFailure {
    commands = List.copyOf(commands);
  }

  /** A failure without commands. */
  public StepFailure(StepId step, String title, boolean undoing, String message) {
    this(step, title, undoing, message, List.of());
  }

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
