package netlab.cli;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import netlab.custom.CustomTemplates;
import netlab.plan.LabFolder;
import netlab.report.Detail;
import netlab.report.TestText;
import netlab.validate.Failures;
import netlab.validate.LabTest;
import netlab.validate.NodeResult;
import netlab.validate.TestListener;
import netlab.validate.TestResult;
import netlab.validate.Validation;
import netlab.verify.LabAccess;

/**
 * Runs tests on a running lab and prints each result as soon as it is known.
 *
 * @param model the public model of the lab
 * @param templates where templates are that tests apply
 * @param waits false to try every test once
 * @param detail how much is printed
 */
record TestRun(
    RunningLab running, JsonObject model, CustomTemplates templates, boolean waits, Detail detail) {
  /** Runs the tests, in their order. */
  List<TestResult> results(List<LabTest> tests, Out out) throws InterruptedException {
    TestText text = new TestText(tests, detail, Verification.paint(out));
    try (Out.Live live = out.live();
        LabAccess access = new LabAccess(running.state(), running.run(), running.provider())) {
      TestListener listener =
          new TestListener() {
            @Override
            public void begun(LabTest test) {}

            @Override
            public void waiting(LabTest test, List<NodeResult> open, Duration left) {
              live.show(this, List.of(text.open(test, open, left)));
            }

            @Override
            public void ended(TestResult result) {
              live.show(this, List.of());
              if (detail != Detail.ERRORS || result.status() != TestResult.Status.PASSED) {
                text.ended(result).forEach(live::keep);
              }
            }
          };
      Failures failures = new Failures(running.state(), model, running.run(), running.provider());
      if (failures.some()) {
        live.keep("  repairing what a validation broke that did not come to its end");
        failures.repairAll();
      }
      return Validation.of(
              running.state(), model, access, templates, failures, listener, age(), waits)
          .run(tests);
    }
  }

  /** For how long the lab has been up, as its state is written when it is brought up. */
  private Duration age() {
    try {
      Instant since =
          Files.getLastModifiedTime(new LabFolder(running.run().folder()).lab()).toInstant();
      return Duration.between(since, Instant.now());
    } catch (IOException e) {
      return Duration.ZERO;
    }
  }
}
