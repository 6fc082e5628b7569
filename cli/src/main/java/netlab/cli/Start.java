package netlab.cli;

import java.util.List;
import java.util.stream.Collectors;
import netlab.plan.Applier;
import netlab.plan.Journal;
import netlab.plan.LabLock;
import netlab.plan.Plan;
import netlab.plan.Report;
import netlab.provider.NodeStatus;
import netlab.provider.Provider;
import netlab.provider.RunInfo;

/** Makes a plan so, going on from whatever an earlier run has left. */
record Start(Provider provider, RunInfo run, LabLock lock, Journal journal, Out out) {
  Report apply(Plan plan) throws InterruptedException {
    try (Out.Live live = out.live()) {
      Applier applier =
          new Applier(
              lock, journal, provider.shell(run), provider.effects(run), new UpView(out, live));
      List<Journal.Entry> before = journal.entries();
      boolean complete =
          !before.isEmpty() && before.stream().allMatch(e -> e.state() == Journal.State.DONE);
      if (complete) {
        List<NodeStatus> gone =
            provider.status(run).stream()
                .filter(n -> n.state() != NodeStatus.State.RUNNING)
                .toList();
        if (!gone.isEmpty()) {
          out.line("  was up, but " + names(gone) + " not any more: starting anew");
          Report undone = applier.undo();
          if (!undone.ok()) {
            return undone;
          }
        }
      } else if (!before.isEmpty()) {
        out.line("  going on from an earlier run that did not end");
      }
      Report report = applier.apply(plan);
      if (report.skipped() > 0) {
        out.line(
            "  %d of %d steps were done before".formatted(report.skipped(), plan.steps().size()));
      }
      return report;
    }
  }

  private static String names(List<NodeStatus> nodes) {
    String list =
        nodes.stream().limit(5).map(n -> n.node().name()).collect(Collectors.joining(", "));
    return nodes.size() > 5
        ? list + " and " + (nodes.size() - 5) + " more are"
        : list + (nodes.size() == 1 ? " is" : " are");
  }
}
