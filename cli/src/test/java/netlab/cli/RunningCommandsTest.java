package netlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import netlab.diag.Diagnostics;
import netlab.exec.HostShell;
import netlab.plan.Applier;
import netlab.plan.Effects;
import netlab.plan.FileContent;
import netlab.plan.Journal;
import netlab.plan.LabFolder;
import netlab.plan.LabLock;
import netlab.plan.Plan;
import netlab.plan.Progress;
import netlab.plan.SafePath;
import netlab.plan.Step;
import netlab.plan.StepId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What up, verify and down say when there is nothing to run; real labs are tested elsewhere. */
final class RunningCommandsTest {
  @TempDir private Path folder;

  @BeforeEach
  void labFile() throws IOException {
    Files.writeString(folder.resolve("lab.yml"), CreateTest.SEED);
  }

  @Test
  void downOfNothingIsFine() {
    Console console = run(ExitCode.OK, "down");
    assertThat(console.out()).contains("nothing is up");
    assertThat(JsonParser.parseString(run(ExitCode.OK, "down", "-o", "json").out()))
        .isEqualTo(JsonParser.parseString("{\"ok\": true, \"undone\": 0}"));
    assertThat(folder.resolve(".netlab")).doesNotExist();
  }

  @Test
  void downNeedsNothingButTheJournal() throws Exception {
    SequencedMap<SafePath, FileContent> files = new LinkedHashMap<>();
    files.put(SafePath.of("made", "by-up"), FileContent.of("x\n"));
    apply(new Step.WriteFiles(new StepId("files"), "write files", files, false));
    assertThat(folder.resolve("made/by-up")).exists();
    Files.writeString(folder.resolve(".netlab/lab.json"), "damaged");

    Console console = run(ExitCode.OK, "down");
    assertThat(console.out()).contains("down, nothing is left");
    assertThat(folder.resolve("made")).doesNotExist();
  }

  @Test
  void cleanupLeavesOnlyTheUsersOwnFiles() throws Exception {
    run(ExitCode.OK, "create", "lab.yml", "-p", "clab", "-d", "frr");
    assertThat(names()).contains("clab.yml", "configs", ".netlab");
    Path own = Files.writeString(folder.resolve("configs/r1/notes.txt"), "mine\n");
    Console console = run(ExitCode.OK, "down", "--cleanup");
    assertThat(console.out()).contains("cleaned up");
    assertThat(names()).containsExactlyInAnyOrder("lab.yml", "configs");
    assertThat(folder.resolve("configs")).isDirectoryRecursivelyContaining("glob:**/notes.txt");
    assertThat(folder.resolve("configs/r2")).doesNotExist();
    assertThat(own).hasContent("mine");
    assertThat(run(ExitCode.OK, "down", "--cleanup").out()).contains("nothing is up");
  }

  @Test
  void forceForgetsALabWhoseJournalIsDamaged() throws Exception {
    apply(
        new Step.WriteFiles(new StepId("a"), "write", files("a"), false),
        new Step.WriteFiles(new StepId("b"), "write", files("b"), false));
    Path journal = folder.resolve(".netlab/journal.ndjson");
    Files.writeString(journal, "{broken\n" + Files.readString(journal));
    Console console = run(ExitCode.FAILED, "down", "--force");
    assertThat(console.err()).contains("NL0902");
    assertThat(console.out()).contains("forgotten");
    assertThat(run(ExitCode.OK, "down").out()).contains("nothing is up");
  }

  @Test
  void aDamagedJournalIsToldAndNothingIsForgotten() throws Exception {
    apply(
        new Step.WriteFiles(new StepId("a"), "write", files("a"), false),
        new Step.WriteFiles(new StepId("b"), "write", files("b"), false));
    Path journal = folder.resolve(".netlab/journal.ndjson");
    Files.writeString(journal, "{broken\n" + Files.readString(journal));
    Console console = run(ExitCode.FAILED, "down");
    assertThat(console.err()).contains("NL0902");
    assertThat(folder.resolve("a")).exists();
  }

  @Test
  void createLeavesWhatCommandsKnowOfARunningLabAsItIs() throws Exception {
    apply(new Step.WriteFiles(new StepId("a"), "write", files("a"), false));
    Path state = folder.resolve(".netlab/lab.json");
    Files.writeString(state, "of the running lab");
    Console console = run(ExitCode.OK, "create", "lab.yml", "-p", "netns");
    assertThat(console.out()).contains("stays as it is until then");
    assertThat(state).hasContent("of the running lab");
  }

  @Test
  void verifyOfALabThatIsOnlyCompiledSaysHowToStartIt() {
    run(ExitCode.OK, "create", "lab.yml", "-p", "netns");
    Console console = run(ExitCode.FAILED, "verify");
    assertThat(console.err()).contains("NL0914").contains("netlab up lab.yml");
  }

  @Test
  void verifyWithoutALabSaysHowToGetOne() {
    Console console = run(ExitCode.FAILED, "verify", "-o", "json");
    JsonObject document = JsonParser.parseString(console.out()).getAsJsonObject();
    assertThat(document.get("ok").getAsBoolean()).isFalse();
    assertThat(console.out()).contains("NL0911");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void verifyOfALabThatIsGoneNamesEachSessionAndWhy() throws Exception {
    startedButGone();
    Console console = run(ExitCode.FAILED, "verify", "--timeout", "0");
    assertThat(console.out())
        .contains("bgp   r1 - r2     unknown")
        .contains("10.1.0.1 AS65000 <-> 10.1.0.2 AS65001")
        .contains("lab.yml:10:")
        .contains("r1 says     nothing: r1 does not run any more")
        .contains("0 of 1 session up");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void verifyWritesReportsForMachines() throws Exception {
    startedButGone();
    run(ExitCode.FAILED, "verify", "--timeout", "0", "-q", "--junit", "j.xml", "--sarif", "s.json");
    assertThat(folder.resolve("j.xml")).content().contains("<testsuite name=\"seed\"");
    assertThat(folder.resolve("s.json")).content().contains("\"ruleId\": \"NL0801\"");
  }

  @Test
  void quietVerifySaysNothing() throws Exception {
    startedButGone();
    Console console = run(ExitCode.FAILED, "verify", "--timeout", "0", "-q");
    assertThat(console.out()).isEmpty();
  }

  @Test
  void upOfAWrongLabChangesNothing() throws Exception {
    Files.writeString(folder.resolve("lab.yml"), CreateTest.SEED.replace("bgp.as_list", "bgp.ass"));
    Console console = run(ExitCode.FAILED, "up", "lab.yml");
    assertThat(console.err()).contains("lab.yml:4:");
    assertThat(names()).containsExactly("lab.yml");
  }

  @Test
  void upOfADeviceThatNamespacesCannotRunIsTheEnvironmentsFault() throws Exception {
    Console console = run(ExitCode.ENVIRONMENT, "up", "lab.yml", "-p", "netns", "-d", "eos");
    assertThat(console.err()).contains("NL0725").contains("r2");
    assertThat(names()).containsExactly("lab.yml");
  }

  @Test
  void downWaitsForNobodyWhoHoldsTheLab() throws Exception {
    startedButGone();
    try (LabLock held =
        LabLock.acquire(LabFolder.at(folder), "up", new Diagnostics()).orElseThrow()) {
      assertThat(held.folder().root()).exists();
      Console console = run(ExitCode.FAILED, "down");
      assertThat(console.err())
          .contains("NL0901")
          .contains("`netlab up`")
          .contains("process " + ProcessHandle.current().pid());
    }
  }

  /** A lab whose state says that it was started, though nothing of it is there. */
  private void startedButGone() throws IOException {
    run(ExitCode.OK, "create", "lab.yml", "-p", "netns");
    Warmup.pretend(LabFolder.at(folder));
  }

  private static SequencedMap<SafePath, FileContent> files(String name) {
    SequencedMap<SafePath, FileContent> files = new LinkedHashMap<>();
    files.put(SafePath.of(name), FileContent.of("x\n"));
    return files;
  }

  private void apply(Step... steps) throws Exception {
    Diagnostics diag = new Diagnostics();
    try (LabLock lock = LabLock.acquire(LabFolder.at(folder), "up", diag).orElseThrow();
        Journal journal = Journal.open(lock, diag).orElseThrow();
        HostShell shell = new HostShell()) {
      Applier applier = new Applier(lock, journal, shell, Effects.NONE, Progress.SILENT);
      assertThat(applier.apply(Plan.of(steps)).ok()).isTrue();
    }
  }

  private Console run(int status, String... args) {
    try (HostShell shell = new HostShell()) {
      Console console = Console.in(folder, shell);
      assertThat(console.run(args)).as(console.out() + console.err()).isEqualTo(status);
      return console;
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
