package netlab.plan;

import java.time.Duration;
import netlab.exec.Line;

/** Hears what the applier does, one event at a time, from whichever thread does it. */
public interface Progress {
  /** A listener that does not care. */
  Progress SILENT = event -> {};

  /** Takes an event. */
  void on(Event event);

  /** Something happened. */
  sealed interface Event {
    /** The step was done in an earlier run. */
    record Skipped(Step step) implements Event {}

    /** The step begins. */
    record Started(Step step) implements Event {}

    /** A command of the step wrote a line. */
    record Output(Step step, Line line) implements Event {}

    /** The step is done. */
    record Done(Step step, Duration took) implements Event {}

    /** The step, or an inverse, failed. */
    record Failed(StepFailure failure) implements Event {}

    /** A step is no longer in effect. */
    record Undone(StepId step, String title) implements Event {}

    /** A file was left in place because somebody changed it since it was written. */
    record Kept(SafePath file) implements Event {}
  }
}
