package netlab.plan;

import static netlab.plan.TestLab.make;
import static netlab.plan.TestLab.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import netlab.diag.Diagnostics;
import netlab.exec.Command;
import netlab.exec.FakeShell;
import netlab.exec.Line;
import netlab.exec.Result;
import netlab.exec.Running;
import netlab.exec.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplierTest {
  private static final StepId PUSH = new StepId("push/a");

  @TempDir Path path;
  private TestLab lab;

  @BeforeEach
  void open() throws IOException {
    lab = new TestLab(path);
  }

  @Test
  void doesTheStepsInOrderAndUndoesThemInReverse() throws Exception {
    FakeShell shell = lab.world.shell();
    Report up = lab.up(Plan.of(make("a"), make("b", "c")), shell, Progress.SILENT);
    assertThat(up).isEqualTo(new Report(2, 0, 0, List.of()));
    assertThat(shell.asked()).containsExactly("make a", "make b", "make c");

    List<String> undone = new ArrayList<>();
    Report down =
        lab.down(event -> {
          if (event instanceof Progress.Event.Undone(StepId step, String title)) {
            undone.add(step + ": " + title);
          }
        });
    assertThat(down).isEqualTo(new Report(0, 0, 2, List.of()));
    assertThat(undone).containsExactly("make/b: make b and c", "make/a: make a");
    assertThat(lab.world.things).isEmpty();
    assertThat(lab.inEffect()).isEmpty();
  }

  @Test
  void aSecondApplyOfTheSamePlanDoesNothing() throws Exception {
    Plan plan = Plan.of(write("configs/r1", "x"), make("a"), push("cfg"));
    assertThat(lab.up(plan).ok()).isTrue();
    FakeShell shell = lab.world.shell();
    Report again = lab.up(plan, shell, Progress.SILENT);
    assertThat(again).isEqualTo(new Report(0, 3, 0, List.of()));
    assertThat(shell.asked()).isEmpty();
  }

  @Test
  void aFailureStopsAfterItsStageAndTheNextApplyGoesOn() throws Exception {
    Plan plan =
        Plan.builder()
            .then(make("a"))
            .together(List.of(make("b"), make("c"), make("d")))
            .then(make("e"))
            .build();
    lab.world.broken.add("make c");
    Report first = lab.up(plan);
    assertThat(first.failures())
        .extracting(StepFailure::step, StepFailure::message)
        .containsExactly(tuple(new StepId("make/c"), "`make c`: exit status 1: out of order"));
    assertThat(first.failures().getFirst().commands())
        .extracting(failed -> failed.result().err())
        .containsExactly("out of order");
    assertThat(first.done()).isEqualTo(3);
    assertThat(lab.world.things).containsExactly("a", "b", "d");

    lab.world.broken.clear();
    Report second = lab.up(plan);
    assertThat(second).isEqualTo(new Report(2, 3, 1, List.of()));
    assertThat(lab.world.things).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void aChangedStepIsUndoneTogetherWithAllAfterIt() throws Exception {
    lab.up(Plan.of(make("a"), make("b"), push("old"), make("c")));
    FakeShell shell = lab.world.shell();
    Report report =
        lab.up(Plan.of(make("a"), make("b"), push("new"), make("c")), shell, Progress.SILENT);
    assertThat(report).isEqualTo(new Report(3, 1, 3, List.of()));
    assertThat(shell.asked()).containsExactly("drop c", "drop b", "make b", "make c");
  }

  @Test
  void aStepWithoutAnInverseThatFailedTakesTheOneBeforeItAlong() throws Exception {
    Action[] drops =
        Stream.of("b", "c", "d")
            .map(thing -> Action.of("drop", thing).tolerating("not there"))
            .toArray(Action[]::new);
    Step namespace =
        new Step.RunCommands(
            new StepId("b"),
            "make b, with which c and d go",
            List.of(Action.of("make", "b")),
            false,
            List.of(Undo.Run.of(drops)));
    Plan plan = Plan.of(make("a"), namespace, once("c"), once("d"), make("e"));
    lab.world.broken.add("make d");
    assertThat(lab.up(plan).failures()).hasSize(1);
    lab.world.broken.clear();
    FakeShell shell = lab.world.shell();
    assertThat(lab.up(plan, shell, Progress.SILENT).ok()).isTrue();
    assertThat(shell.asked())
        .containsExactly("drop b", "drop c", "drop d", "make b", "make c", "make d", "make e");
  }

  @Test
  void aWaitThatWasInVainIsRepeatedAlone() throws Exception {
    Plan plan = Plan.of(make("a"), once("b"), wait("z"), make("c"));
    assertThat(lab.up(plan).failures()).hasSize(1);
    lab.world.things.add("z");
    FakeShell shell = lab.world.shell();
    assertThat(lab.up(plan, shell, Progress.SILENT).ok()).isTrue();
    assertThat(shell.asked()).containsExactly("make c");
  }

  private static Step once(String thing) {
    return new Step.RunCommands(
        new StepId("once/" + thing),
        "make " + thing,
        List.of(Action.of("make", thing)),
        false,
        List.of());
  }

  @Test
  void aStepThatIsNoLongerPlannedIsUndoneTogetherWithAllAfterIt() throws Exception {
    lab.up(Plan.of(make("a"), make("b"), make("c")));
    FakeShell shell = lab.world.shell();
    lab.up(Plan.of(make("a"), make("c")), shell, Progress.SILENT);
    assertThat(shell.asked()).containsExactly("drop c", "drop b", "make c");
    assertThat(lab.world.things).containsExactly("a", "c");
  }

  @Test
  void aNewStepInTheMiddleHasAllAfterItDoneAnew() throws Exception {
    lab.up(Plan.of(make("a"), make("c")));
    FakeShell shell = lab.world.shell();
    lab.up(Plan.of(make("a"), make("b"), make("c")), shell, Progress.SILENT);
    assertThat(shell.asked()).containsExactly("drop c", "make b", "make c");
  }

  @Test
  void afterARebootNothingCountsAsDone() throws Exception {
    Plan plan = Plan.of(make("a"), make("b"));
    lab.up(plan);
    TestLab rebooted = new TestLab(path, "boot 2");
    assertThat(rebooted.up(plan)).isEqualTo(new Report(2, 0, 2, List.of()));
    assertThat(rebooted.up(plan)).isEqualTo(new Report(0, 2, 0, List.of()));
  }

  @Test
  void undoGoesOnOverFailuresAndReportsAllOfThem() throws Exception {
    lab.up(Plan.of(make("a"), make("b", "c"), make("d")));
    lab.world.broken.addAll(List.of("drop b", "drop d"));
    Report down = lab.down();
    assertThat(down.failures().stream().map(StepFailure::step))
        .containsExactly(new StepId("make/d"), new StepId("make/b"));
    assertThat(down.undone()).isEqualTo(1);
    assertThat(lab.world.things).containsExactly("b", "d");

    lab.world.broken.clear();
    assertThat(lab.down()).isEqualTo(new Report(0, 0, 2, List.of()));
    assertThat(lab.world.things).isEmpty();
  }

  @Test
  void applyDoesNotBuildOnWhatItCouldNotUndo() throws Exception {
    lab.up(Plan.of(make("a"), make("b")));
    lab.world.broken.add("drop a");
    Report report = lab.up(Plan.of(make("c")));
    assertThat(report.failures()).extracting(StepFailure::undoing).containsExactly(true);
    assertThat(lab.world.things).containsExactly("a");
  }

  @Test
  void anInterruptLeavesATrueJournal() throws Exception {
    Shell interrupted =
        new Shell() {
          @Override
          public Running start(Command command, java.util.function.Consumer<Line> onLine) {
            return new Running() {
              @Override
              public Result await() throws InterruptedException {
                throw new InterruptedException();
              }

              @Override
              public void stop() {}
            };
          }

          @Override
          public Result interactive(Command command) {
            throw new AssertionError();
          }
        };
    Plan plan = Plan.of(write("f", "x"), make("a"), make("b"));
    assertThatThrownBy(() -> lab.up(plan, interrupted, Progress.SILENT))
        .isInstanceOf(InterruptedException.class);
    assertThat(lab.inEffect())
        .extracting(Journal.Entry::state)
        .containsExactly(Journal.State.DONE, Journal.State.STARTED);
    assertThat(lab.up(plan)).isEqualTo(new Report(2, 1, 1, List.of()));
  }

  @Test
  void anInterruptWhileFilesAreWrittenIsNoFailureOfTheFile() throws Exception {
    Plan plan = Plan.of(write("f", "x"));
    Progress ctrlC =
        event -> {
          if (event instanceof Progress.Event.Started) {
            Thread.currentThread().interrupt();
          }
        };
    assertThatThrownBy(() -> lab.up(plan, lab.world.shell(), ctrlC))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(lab.up(plan).ok()).isTrue();
    assertThat(lab.files()).containsExactly("f");
  }

  @Test
  void waitsUntilAConditionHoldsAndSaysWhyItDoesNot() throws Exception {
    lab.world.things.add("up");
    assertThat(lab.up(Plan.of(wait("up"), wait("never"))).failures())
        .containsExactly(
            new StepFailure(
                new StepId("wait/never"),
                "wait for never",
                false,
                "not so after 0 s: never is not there"));
  }

  @Test
  void commandsThatMayRunTogetherAllRunAndAllFailuresAreTold() throws Exception {
    lab.world.broken.addAll(List.of("make a", "make c"));
    Step step =
        new Step.RunCommands(
            new StepId("make"),
            "make all",
            List.of(Action.of("make", "a"), Action.of("make", "b"), Action.of("make", "c")),
            true,
            List.of());
    Report report = lab.up(Plan.of(step));
    assertThat(report.failures().getFirst().message())
        .isEqualTo("`make a`: exit status 1: out of order\n`make c`: exit status 1: out of order");
    assertThat(lab.world.things).containsExactly("b");
  }

  @Test
  void writtenFilesGoAwayWithTheirFoldersUnlessSomebodyChangedThem() throws Exception {
    lab.up(Plan.of(write("configs/r1/bgp.cfg", "router"), write("configs/r2/x/y.cfg", "y")));
    assertThat(Files.readString(path.resolve("configs/r1/bgp.cfg"))).isEqualTo("router");
    Files.writeString(path.resolve("configs/r1/bgp.cfg"), "edited by hand");
    List<SafePath> kept = new ArrayList<>();
    lab.down(event -> {
      if (event instanceof Progress.Event.Kept(SafePath file)) {
        kept.add(file);
      }
    });
    assertThat(lab.files()).containsExactly("configs", "configs/r1", "configs/r1/bgp.cfg");
    assertThat(kept).containsExactly(SafePath.of("configs", "r1", "bgp.cfg"));
  }

  @Test
  void filesThatStayAreNotRemoved() throws Exception {
    Step.WriteFiles write = (Step.WriteFiles) write("clab.yml", "x");
    lab.up(Plan.of(new Step.WriteFiles(write.id(), write.title(), write.files(), true)));
    lab.down();
    assertThat(lab.files()).containsExactly("clab.yml");
  }

  @Test
  void aFileThatCannotBeWrittenIsAFailureWithItsReason() throws Exception {
    Files.createDirectories(path.resolve("f/folder"));
    Report report = lab.up(Plan.of(write("f", "x")));
    assertThat(report.failures().getFirst().message()).startsWith("cannot write f: ");
    assertThat(lab.files()).containsExactly("f", "f/folder");
  }

  @Test
  void hostKeysGoAwayWithTheNodes() throws Exception {
    lab.up(Plan.of(make("a")));
    Files.writeString(lab.folder.knownHosts(), "r1 ssh-ed25519 AAAA\n");
    lab.up(Plan.of(make("a")));
    assertThat(lab.folder.knownHosts()).exists();
    lab.down();
    assertThat(lab.folder.knownHosts()).doesNotExist();
  }

  @Test
  void failuresAreReportedWithWhatToDo() {
    Diagnostics diag = new Diagnostics();
    new StepFailure(new StepId("a"), "start r1", false, "no image").report(diag);
    new StepFailure(new StepId("a"), "start r1", true, "docker is gone").report(diag);
    assertThat(diag.sorted())
        .extracting(d -> d.line())
        .containsExactly(
            "error[NL0701]: could not start r1: no image",
            "error[NL0702]: could not undo `start r1`: docker is gone");
  }

  @Test
  void stepsHaveDifferentIds() {
    assertThatThrownBy(() -> Plan.of(make("a"), make("a", "b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two steps are called make/a");
  }

  private static Step push(String text) {
    return new Step.PushConfig(PUSH, "configure a", "a", text);
  }

  private static Step wait(String condition) {
    return new Step.WaitFor(
        new StepId("wait/" + condition), "wait for " + condition, condition, Duration.ZERO);
  }
}
