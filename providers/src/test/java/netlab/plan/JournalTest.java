package netlab.plan;

import static netlab.plan.TestLab.make;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import netlab.diag.Diagnostics;
import netlab.exec.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path path;
  private LabFolder folder;
  private final Diagnostics diag = new Diagnostics();

  @BeforeEach
  void open() throws IOException {
    folder = LabFolder.at(path);
  }

  @Test
  void givesBackEveryInverseAsItWas() throws IOException {
    SequencedMap<SafePath, String> files = new LinkedHashMap<>();
    files.put(SafePath.of("b"), "hash b");
    files.put(SafePath.of("a", "b c"), "hash a");
    Command command =
        Command.of("login", "-p", "secret")
            .hiding(2)
            .hiding(Command.INPUT)
            .in(path)
            .with(Map.of("A", "1"))
            .input("line\nline é\n")
            .within(Duration.ofMillis(1500))
            .keeping(99);
    List<Undo> undo =
        List.of(
            Undo.Run.of(new Action(command, List.of("not there", "gone")), Action.of("true")),
            new Undo.RemoveFiles(files),
            new Undo.EndProcesses(List.of("x-r1", "x-r2")));
    Step step =
        new Step.RunCommands(new StepId("all"), "do all", List.of(Action.of("true")), false, undo);
    try (Journal journal = journal()) {
      journal.begin("up");
      journal.started(step, 3);
    }
    try (Journal journal = journal()) {
      Journal.Entry entry = journal.entries().getFirst();
      assertThat(entry.undo()).isEqualTo(undo);
      assertThat(entry.undo().getFirst())
          .isInstanceOfSatisfying(
              Undo.Run.class,
              run ->
                  assertThat(run.actions().getFirst().command().redact())
                      .containsExactly(Command.INPUT, 2));
      assertThat(entry.id()).isEqualTo(new StepId("all"));
      assertThat(entry.title()).isEqualTo("do all");
      assertThat(entry.group()).isEqualTo(new Journal.Group(1, 3));
      assertThat(entry.state()).isEqualTo(Journal.State.STARTED);
    }
  }

  @Test
  void isOneRecordALineAndClosedToOthers() throws IOException {
    try (Journal journal = journal()) {
      journal.begin("up");
      journal.started(make("a\nb"), 0);
      journal.failed(new StepId("make/a\nb"), "two\nlines");
    }
    assertThat(Files.readAllLines(folder.journal())).hasSize(3);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.journal())))
        .isEqualTo("rw-------");
  }

  @Test
  void anInterruptDoesNotKeepRecordsFromBeingWritten() throws IOException {
    try (Journal journal = journal()) {
      journal.begin("up");
      journal.started(make("a"), 0);
      Thread.currentThread().interrupt();
      journal.done(new StepId("make/a"));
      assertThat(Thread.interrupted()).isTrue();
      journal.started(make("b"), 1);
    }
    try (Journal journal = journal()) {
      assertThat(journal.entries())
          .extracting(Journal.Entry::state)
          .containsExactly(Journal.State.DONE, Journal.State.STARTED);
    }
  }

  @Test
  void startsAfreshOnceNothingIsInEffect() throws IOException {
    try (Journal journal = journal()) {
      journal.begin("up");
      journal.started(make("a"), 0);
      journal.done(new StepId("make/a"));
      journal.undone(new StepId("make/a"));
    }
    try (Journal journal = journal()) {
      journal.begin("up");
    }
    assertThat(Files.readAllLines(folder.journal())).hasSize(1);
  }

  @Test
  void aTornRecordIsOverwritten() throws IOException {
    try (Journal journal = journal()) {
      journal.begin("up");
      journal.started(make("a"), 0);
    }
    String whole = Files.readString(folder.journal());
    for (String torn : List.of("{\"at\":\"2026-01-01T00:", "\0\0\0\0", "{\"at\":1}\n", "\n")) {
      Files.writeString(folder.journal(), whole + torn);
      try (Journal journal = journal()) {
        assertThat(journal.entries()).hasSize(1);
        journal.done(new StepId("make/a"));
      }
      assertThat(Files.readString(folder.journal())).startsWith(whole).endsWith("}\n");
      assertThat(Files.readAllLines(folder.journal())).hasSize(3);
    }
    assertThat(diag.sorted()).isEmpty();
  }

  @Test
  void damageInTheMiddleIsReportedWithItsLineAndLeftAlone() throws IOException {
    try (Journal journal = journal()) {
      journal.begin("up");
      journal.started(make("a"), 0);
      journal.done(new StepId("make/a"));
    }
    List<String> lines = Files.readAllLines(folder.journal());
    String damaged = lines.get(0) + "\n" + lines.get(1).substring(9) + "\n" + lines.get(2) + "\n";
    Files.writeString(folder.journal(), damaged);
    assertThat(Journal.open(folder, "boot", diag)).isEmpty();
    assertThat(diag.sorted().getFirst().line())
        .isEqualTo(
            ".netlab/journal.ndjson:2:1: error[NL0902]: this record of the journal cannot be"
                + " understood: it is not a JSON record of the expected form");
    assertThat(Files.readString(folder.journal())).isEqualTo(damaged);
  }

  @Test
  void anInverseThatLeadsOutOfTheFolderIsDamage() throws IOException {
    try (Journal journal = journal()) {
      journal.begin("up");
      journal.started(TestLab.write("inside", "x"), 0);
      journal.done(new StepId("write/inside"));
    }
    String text = Files.readString(folder.journal(), StandardCharsets.UTF_8);
    Files.writeString(
        folder.journal(), text.replace("\"remove\":{\"inside\"", "\"remove\":{\"../x\""));
    assertThat(Journal.open(folder, "boot", diag)).isEmpty();
    assertThat(diag.hasErrors()).isTrue();
  }

  @Test
  void aJournalOfALaterVersionIsNotTouched() throws IOException {
    folder.prepare();
    String later =
        "{\"event\":\"run\",\"version\":2,\"run\":1,\"boot\":\"\"}\n{\"event\":\"moved\"}\n";
    Files.writeString(folder.journal(), later);
    assertThat(Journal.open(folder, "boot", diag)).isEmpty();
    assertThat(diag.sorted().getFirst().message()).contains("written by a later netlab");
    assertThat(Files.readString(folder.journal())).isEqualTo(later);
  }

  private Journal journal() throws IOException {
    return Journal.open(folder, "boot", diag).orElseThrow();
  }
}
