package netlab.plan;

import java.util.List;

/**
 * What a run of the applier came to.
 *
 * @param done steps done in this run
 * @param skipped steps that were done before
 * @param undone steps undone in this run
 * @param failures what did not work, in the order of the steps
 */
public record Report(int done, int skipped, int undone, List<StepFailure> failures) {
  public Report {
    failures = List.copyOf(failures);
  }

  /** True when nothing failed. */
  public boolean ok() {
    return failures.isEmpty();
  }
}
