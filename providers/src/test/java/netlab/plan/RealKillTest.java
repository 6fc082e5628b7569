package netlab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import netlab.diag.Diagnostics;
import netlab.exec.Backoff;
import netlab.exec.Deadline;
import netlab.exec.HostShell;
import netlab.exec.Poll;
import netlab.exec.Running;
import netlab.exec.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of a process that is in the middle of a plan, with real commands. */
class RealKillTest {
  @TempDir Path path;

  /** Another process: applies the plan, whose third step waits for a pipe. */
  static final class Up {
    public static void main(String[] arguments) throws Exception {
      try (HostShell shell = new HostShell()) {
        up(Path.of(arguments[0]), shell);
      }
    }
  }

  private static Report up(Path path, Shell shell) throws IOException, InterruptedException {
    try (LabLock lock = LabLock.acquire(LabFolder.at(path), "up", new Diagnostics()).orElseThrow();
        Journal journal = Journal.open(lock, new Diagnostics()).orElseThrow()) {
      return new Applier(lock, journal, shell, Effects.NONE, Progress.SILENT).apply(plan(path));
    }
  }

  private static Plan plan(Path path) {
    TreeMap<SafePath, FileContent> files = new TreeMap<>();
    files.put(SafePath.of("configs", "r1"), FileContent.of("router"));
    String folder = path.resolve("made").toString();
    String pipe = path.resolve("pipe").toString();
    return Plan.of(
        new Step.WriteFiles(new StepId("write"), "write", files, false),
        new Step.RunCommands(
            new StepId("folder"),
            "make a folder",
            List.of(Action.of("mkdir", folder)),
            false,
            List.of(Undo.Run.of(Action.of("rmdir", folder).tolerating("No such file")))),
        new Step.RunCommands(
            new StepId("pipe"),
            "read the pipe",
            List.of(Action.of("touch", folder + "/half-way"), Action.of("cat", pipe)),
            false,
            List.of(Undo.Run.of(Action.of("rm", "-f", folder + "/half-way")))));
  }

  @Test
  void isGoneOnFromAndCanBeTakenDown() throws Exception {
    try (HostShell shell = new HostShell()) {
      assertThat(shell.run(netlab.exec.Command.of("mkfifo", path + "/pipe")).ok()).isTrue();
      Running process = shell.start(LabLockTest.java(Up.class, path.toString()), line -> {});
      Path halfWay = path.resolve("made/half-way");
      Optional<Boolean> reached =
          Poll.until(
              Deadline.after(Duration.ofSeconds(60)),
              Backoff.LOCAL,
              () -> Files.exists(halfWay) ? Optional.of(true) : Optional.empty());
      assertThat(reached).isPresent();
      long pid = LabLock.holder(LabFolder.at(path)).orElseThrow().pid();
      List<ProcessHandle> tree =
          ProcessHandle.of(pid).map(p -> p.descendants().toList()).orElseThrow();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      tree.forEach(ProcessHandle::destroyForcibly);
      assertThat(process.await().exit()).isEqualTo(137);

      Files.delete(path.resolve("pipe"));
      Files.writeString(path.resolve("pipe"), "");
      assertThat(up(path, shell)).isEqualTo(new Report(1, 2, 1, List.of()));
      assertThat(halfWay).exists();

      try (LabLock lock =
              LabLock.acquire(LabFolder.at(path), "down", new Diagnostics()).orElseThrow();
          Journal journal = Journal.open(lock, new Diagnostics()).orElseThrow()) {
        Applier applier = new Applier(lock, journal, shell, Effects.NONE, Progress.SILENT);
        assertThat(applier.undo()).isEqualTo(new Report(0, 0, 3, List.of()));
      }
    }
    assertThat(path.resolve("made")).doesNotExist();
    assertThat(path.resolve("configs")).doesNotExist();
  }
}
