package netlab.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import netlab.diag.Diagnostics;
import netlab.exec.Deadline;
import netlab.report.Times;
import netlab.report.VerdictText;
import netlab.report.VerdictTree;
import netlab.state.LabState;
import netlab.verify.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code netlab verify}. */
@Command(
    description = "Proves that every adjacency the lab file implies is up in the running lab.",
    footer = {
      "  netlab verify",
      "  netlab verify --timeout 120              while the lab still converges",
      "  netlab verify -o json                    for scripts",
      "  netlab verify -q --junit result.xml      for continuous integration",
    })
final class Verify implements Callable<Integer> {
  private final Session session;
  @Mixin private LabChoice lab = new LabChoice();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private Verification verification = new Verification();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long to wait for what is not up yet: ${DEFAULT-VALUE}.")
  private int timeout = 20;

  Verify(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Out out = session.out(output);
    Diagnostics diag = new Diagnostics();
    Optional<RunningLab> running = RunningLab.of(lab, session, diag);
    if (running.isEmpty()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    LabState state = running.get().state();
    Deadline deadline = Deadline.after(Duration.ofSeconds(timeout));
    Verdict verdict = Verification.run(running.get(), deadline, out);
    Verification.rest(state, verdict, out).forEach(out::line);
    verification.write(state, Optional.of(verdict), List.of(), session, out, diag);
    SequencedMap<String, Object> tree = VerdictTree.of(verdict);
    Problems.put(tree, diag);
    out.tree(tree);
    out.diagnostics(diag.sorted());
    out.line(VerdictText.summary(verdict) + " up, " + Times.text(verdict.took()) + next(verdict));
    return verdict.ok() && !diag.hasErrors() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static String next(Verdict verdict) {
    if (verdict.ok()) {
      return "";
    }
    return verdict.settled()
        ? ", the rest cannot come up by itself"
        : "          next: netlab verify --timeout 120 waits longer";
  }
}
