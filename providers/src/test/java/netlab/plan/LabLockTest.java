package netlab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.exec.Backoff;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.HostShell;
import netlab.exec.Line;
import netlab.exec.Poll;
import netlab.exec.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabLockTest {
  @TempDir Path path;
  private final Diagnostics diag = new Diagnostics();

  /** Another process: takes the lock of the folder, says so, and keeps it until it is ended. */
  static final class Keeper {
    public static void main(String[] arguments) throws Exception {
      LabFolder folder = LabFolder.at(Path.of(arguments[0]));
      try (LabLock lock = LabLock.acquire(folder, "up", new Diagnostics()).orElseThrow()) {
        System.out.println("locked " + lock.folder().root());
        System.in.transferTo(System.out);
        Deadline never = Deadline.after(Duration.ofMinutes(5));
        Poll.until(never, Backoff.STANDARD, Optional::empty);
      }
    }
  }

  @Test
  void anotherProcessIsToldWhoHasTheLockUntilThatEnds() throws Exception {
    LabFolder folder = LabFolder.at(path);
    List<Line> lines = Collections.synchronizedList(new ArrayList<>());
    try (HostShell shell = new HostShell()) {
      Running keeper = shell.start(java(Keeper.class, path.toString()), lines::add);
      Optional<Boolean> locked =
          Poll.until(
              Deadline.after(Duration.ofSeconds(60)),
              Backoff.LOCAL,
              () -> lines.isEmpty() ? Optional.empty() : Optional.of(true));
      assertThat(locked).isPresent();
      assertThat(lines.getFirst().text()).startsWith("locked ");

      assertThat(LabLock.acquire(folder, "down", diag)).isEmpty();
      Diagnostic refusal = diag.sorted().getFirst();
      assertThat(refusal.code()).isEqualTo(Code.LAB_LOCKED);
      assertThat(refusal.message())
          .matches(
              "the lab is being changed by `netlab up` \\(process \\d+ on .+,"
                  + " since \\d\\d:\\d\\d:\\d\\d\\)");

      keeper.stop();
      keeper.await();
    }
    try (LabLock lock = LabLock.acquire(folder, "down", diag).orElseThrow()) {
      assertThat(LabLock.holder(folder))
          .hasValueSatisfying(holder -> {
            assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(holder.command()).isEqualTo("down");
          });
      assertThat(lock.folder()).isEqualTo(folder);
    }
  }

  @Test
  void oneProcessDoesNotHaveItTwice() throws IOException {
    LabFolder folder = LabFolder.at(path);
    try (LabLock lock = LabLock.acquire(folder, "up", diag).orElseThrow()) {
      assertThat(lock.folder()).isEqualTo(folder);
      assertThat(LabLock.acquire(folder, "up", diag)).isEmpty();
    }
    try (LabLock again = LabLock.acquire(folder, "up", diag).orElseThrow()) {
      assertThat(again.folder()).isEqualTo(folder);
    }
  }

  @Test
  void aHolderThatCannotBeReadIsStillAHolder() throws IOException {
    LabFolder folder = LabFolder.at(path);
    try (LabLock lock = LabLock.acquire(folder, "up", diag).orElseThrow()) {
      Files.writeString(lock.folder().lock(), "?");
      assertThat(LabLock.acquire(folder, "up", diag)).isEmpty();
      assertThat(diag.sorted().getFirst().message())
          .isEqualTo("the lab is being changed by another netlab process");
    }
  }

  /** A Java program of this test, with the same JVM and class path. */
  static Command java(Class<?> main, String... arguments) {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    argv.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    argv.add(System.getProperty("java.class.path", ""));
    argv.add(main.getName());
    argv.addAll(List.of(arguments));
    return Command.of(argv);
  }
}
