package netlab.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import netlab.plan.Applier;
import netlab.plan.Journal;
import netlab.plan.LabLock;
import netlab.plan.Plan;
import netlab.plan.Progress;
import netlab.plan.Report;
import netlab.plan.Step;
import netlab.plan.StepId;
import netlab.provider.NodeStatus;
import netlab.provider.Provider;
import netlab.provider.RunInfo;

/** Makes a plan so, going on from whatever an earlier run has left. */
record Start(
    Provider provider, RunInfo run, LabLock lock, Journal journal, Out out, Out.Live live) {
  /**
   * Takes the steps that are not done yet.
   *
   * @param waking called when nodes begin to come up one by one, if they do
   */
  Report apply(Plan plan, Runnable waking) throws InterruptedException {
    Applier applier =
        new Applier(lock, journal, provider.shell(run), provider.effects(run), view(plan, waking));
    List<Journal.Entry> before = journal.entries();
    boolean complete =
        !before.isEmpty() && before.stream().allMatch(e -> e.state() == Journal.State.DONE);
    if (complete) {
      List<NodeStatus> gone =
          provider.status(run).stream().filter(n -> n.state() != NodeStatus.State.RUNNING).toList();
      if (!gone.isEmpty()) {
        live.keep("  was up, but " + names(gone) + " not any more: starting anew");
        Report undone = applier.undo();
        if (!undone.ok()) {
          return undone;
        }
      }
    } else if (!before.isEmpty()) {
      live.keep("  going on from an earlier run that did not end");
    }
    Report report = applier.apply(plan);
    if (report.skipped() > 0) {
      live.keep(
          "  %d of %d steps were done before".formatted(report.skipped(), plan.steps().size()));
    }
    return report;
  }

  /** What an earlier run left has been undone when the first step is taken. */
  private Progress view(Plan plan, Runnable waking) {
    Progress view = new UpView(out, live);
    Optional<StepId> step = provider.waking(plan);
    return event -> {
      view.on(event);
      if (event instanceof Progress.Event.Started(Step begun)
          && step.filter(begun.id()::equals).isPresent()) {
        waking.run();
      }
    };
  }

  private static String names(List<NodeStatus> nodes) {
    String list =
        nodes.stream().limit(5).map(n -> n.node().name()).collect(Collectors.joining(", "));
    return nodes.size() > 5
        ? list + " and " + (nodes.size() - 5) + " more are"
        : list + (nodes.size() == 1 ? " is" : " are");
  }
}
