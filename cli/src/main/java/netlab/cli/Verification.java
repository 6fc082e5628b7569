package netlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import netlab.cli.Out.Style;
import netlab.compile.Modules;
import netlab.diag.Diagnostics;
import netlab.exec.Deadline;
import netlab.plan.LabFolder;
import netlab.report.JUnitReport;
import netlab.report.Paint;
import netlab.report.SarifReport;
import netlab.report.VerdictText;
import netlab.state.LabState;
import netlab.verify.Check;
import netlab.verify.Ends;
import netlab.verify.LabAccess;
import netlab.verify.Listener;
import netlab.verify.Verdict;
import netlab.verify.Verifier;
import picocli.CommandLine.Option;

/** Proves a running lab and shows how it goes; the options that belong to it are a mixin. */
final class Verification {
  private static final int MOST_OPEN = 20;

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
    LabState lab = running.state();
    VerdictText text = new VerdictText(lab.expectations(), paint(out));
    try (LabAccess access = new LabAccess(lab, running.run(), running.provider());
        Out.Live live = out.live()) {
      Verifier verifier = new Verifier(access, Modules::reason);
      return verifier.verify(lab.expectations(), deadline, listener(lab, text, live));
    }
  }

  private static Listener listener(LabState lab, VerdictText text, Out.Live live) {
    boolean folded = Ends.fold(lab.expectations(), e -> e).size() > VerdictText.FOLD;
    return new Listener() {
      @Override
      public void held(Ends<Check> adjacency) {
        if (!folded) {
          live.keep(text.held(adjacency));
        }
      }

      @Override
      public void open(List<Ends<Check>> open, List<Ends<Check>> all) {
        live.show(
            folded && open.size() > MOST_OPEN
                ? text.counts(all)
                : open.stream().limit(MOST_OPEN).map(text::open).toList());
      }
    };
  }

  /** The lines of a verdict that were not printed while it was made. */
  static List<String> rest(LabState lab, Verdict verdict, Out out) {
    return new VerdictText(lab.expectations(), paint(out)).rest(verdict);
  }

  private static Paint paint(Out out) {
    return (tone, text) -> out.styled(Style.valueOf(tone.name()), text);
  }

  /** Writes the files that were asked for; reports when one cannot be written. */
  void write(LabState lab, Verdict verdict, Session session, Diagnostics diag) {
    junit.ifPresent(file -> write(session, file, JUnitReport.text(lab.name(), verdict), diag));
    sarif.ifPresent(file -> write(session, file, SarifReport.of(verdict, Version.netlab()), diag));
  }

  private static void write(Session session, Path file, String text, Diagnostics diag) {
    try {
      LabFolder.replace(session.folder().resolve(file).toAbsolutePath(), text, "rw-r--r--", false);
    } catch (IOException e) {
      Problems.disk(e, diag);
    }
  }
}
