package netlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import netlab.cli.Out.Style;
import netlab.diag.Diagnostics;
import netlab.exec.Deadline;
import netlab.plan.LabFolder;
import netlab.report.Finding;
import netlab.report.JUnitReport;
import netlab.report.Paint;
import netlab.report.SarifReport;
import netlab.report.VerdictText;
import netlab.state.LabState;
import netlab.validate.TestResult;
import netlab.verify.Verdict;
import picocli.CommandLine.Option;

/** Proves a running lab and shows how it goes; the options that belong to it are a mixin. */
final class Verification {
  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write the result as JUnit XML as well.")
  private Optional<Path> junit = Optional.empty();

  @Option(
      names = "--sarif",
      paramLabel = "FILE",
      description = "Write what failed as SARIF as well.")
  private Optional<Path> sarif = Optional.empty();

  /** Waits until the lab is as expected or time is over; prints each adjacency once. */
  static Verdict run(RunningLab running, Deadline deadline, Out out) throws InterruptedException {
    try (Out.Live live = out.live();
        Proof proof = new Proof(running, out, live)) {
      return proof.finish(deadline);
    }
  }

  /** The lines of a verdict that were not printed while it was made. */
  static List<String> rest(LabState lab, Verdict verdict, Out out) {
    return new VerdictText(lab.expectations(), paint(out)).rest(verdict);
  }

  static Paint paint(Out out) {
    return (tone, text) -> out.styled(Style.valueOf(tone.name()), text);
  }

  /** Writes the files that were asked for, and marks what failed where that can be seen. */
  void write(
      LabState lab,
      Optional<Verdict> verdict,
      List<TestResult> results,
      Session session,
      Out out,
      Diagnostics diag) {
    List<Finding> findings = Finding.of(verdict, results, lab.tests());
    out.findings(findings);
    junit.ifPresent(
        file -> write(session, file, JUnitReport.text(lab.name(), verdict, results), diag));
    sarif.ifPresent(file -> write(session, file, SarifReport.of(findings, Version.netlab()), diag));
  }

  private static void write(Session session, Path file, String text, Diagnostics diag) {
    try {
      LabFolder.replace(session.folder().resolve(file).toAbsolutePath(), text, "rw-r--r--", false);
    } catch (IOException e) {
      Problems.disk(e, diag);
    }
  }
}
