package netlab.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostShellTest {
  private final HostShell shell = new HostShell();
  @TempDir Path folder;

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void returnsStatusAndBothStreams() throws InterruptedException {
    Result result = shell.run(sh("echo out; echo err >&2; exit 3"));
    assertThat(result.end()).isEqualTo(Result.End.EXITED);
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEqualTo("out\n");
    assertThat(result.err()).isEqualTo("err\n");
    assertThat(result.ok()).isFalse();
    assertThat(result.problem()).isEqualTo("exit status 3: err");
  }

  @Test
  void passesArgumentsUntouched() throws InterruptedException {
    Result result = shell.run(Command.of("printf", "%s|", "$HOME", "a b", "*", ";reboot", "é"));
    assertThat(result.out()).isEqualTo("$HOME|a b|*|;reboot|é|");
  }

  @Test
  void givesDirectoryEnvironmentAndInput() throws InterruptedException {
    Result result =
        shell.run(sh("pwd; echo $X; cat").in(folder).with(Map.of("X", "y")).input("text é"));
    assertThat(result.out()).isEqualTo(folder + "\ny\ntext é");
  }

  @Test
  void inputLargerThanAPipeDoesNotBlockAgainstOutput() throws InterruptedException {
    String big = "0123456789abcdef".repeat(64 * 1024);
    assertThat(shell.run(Command.of("cat").input(big)).out()).isEqualTo(big);
  }

  @Test
  void withoutInputAProgramReadsNothing() throws InterruptedException {
    assertThat(shell.run(Command.of("cat")).out()).isEmpty();
  }

  @Test
  void anInputNobodyReadsIsNoFailure() throws InterruptedException {
    assertThat(shell.run(Command.of("true").input("x".repeat(1 << 20))).ok()).isTrue();
  }

  @Test
  void saysWhyAProgramDidNotStart() throws InterruptedException {
    Result absent = shell.run(Command.of("no-such-program-here"));
    assertThat(absent.end()).isEqualTo(Result.End.NOT_STARTED);
    assertThat(absent.exit()).isEqualTo(127);
    assertThat(absent.problem())
        .isEqualTo("cannot start `no-such-program-here`: No such file or directory");

    Result nowhere = shell.run(Command.of("true").in(folder.resolve("absent")));
    assertThat(nowhere.problem())
        .isEqualTo("cannot run `true`: no folder " + folder.resolve("absent"));
  }

  @Test
  void keepsAtMostTheLimitAndSaysSo() throws InterruptedException {
    Result result = shell.run(sh("head -c 100000 /dev/zero | tr '\\0' x").keeping(10));
    assertThat(result.out()).isEqualTo("xxxxxxxxxx");
    assertThat(result.truncated()).isTrue();
    assertThat(result.ok()).isTrue();
  }

  @Test
  void handsOverLinesAsTheyCome() throws Exception {
    List<Line> lines = Collections.synchronizedList(new ArrayList<>());
    Path fifo = folder.resolve("go");
    assertThat(shell.run(Command.of("mkfifo", fifo.toString())).ok()).isTrue();
    Running running =
        shell.start(
            sh("echo one; read x < " + fifo + "; echo two >&2; printf 'three\\r\\nfour'"),
            lines::add);
    assertThat(
            Poll.until(
                Deadline.after(Duration.ofSeconds(20)),
                Backoff.LOCAL,
                () -> lines.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(lines))))
        .contains(List.of(new Line("one", false)));
    Files.writeString(fifo, "go\n");
    Result result = running.await();
    assertThat(result.out()).isEqualTo("one\nthree\r\nfour");
    assertThat(lines)
        .containsExactlyInAnyOrder(
            new Line("one", false),
            new Line("two", true),
            new Line("three", false),
            new Line("four", false));
  }

  @Test
  void atTheTimeLimitEndsTheProgramAndItsDescendants() throws Exception {
    Path pids = folder.resolve("pids");
    Result result =
        shell.run(
            sh("sleep 1000 & echo $! > " + pids + "; sh -c 'echo $$ >> " + pids + "; sleep 1000'")
                .within(Duration.ofMillis(300)));
    assertThat(result.timedOut()).isTrue();
    assertThat(result.problem()).startsWith("no end after ");
    assertGone(pids, 2);
  }

  @Test
  void aProgramThatIgnoresTheRequestIsKilled() throws Exception {
    Path pids = folder.resolve("pids");
    Result result =
        shell.run(
            sh("trap '' TERM; echo $$ > " + pids + "; while :; do sleep 1000; done")
                .within(Duration.ofMillis(300)));
    assertThat(result.timedOut()).isTrue();
    assertGone(pids, 1);
  }

  @Test
  void anInterruptEndsTheProgramAndItsDescendants() throws Exception {
    Path pids = folder.resolve("pids");
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform()
            .start(() -> {
              try {
                shell.run(sh("sleep 1000 & echo $! > " + pids + "; wait"));
              } catch (InterruptedException e) {
                thrown.set(e);
              }
            });
    awaitPids(pids, 1);
    caller.interrupt();
    caller.join();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertGone(pids, 1);
  }

  @Test
  void aDaemonLeftBehindDoesNotHoldTheResultBack() throws Exception {
    Path pids = folder.resolve("pids");
    Result result = shell.run(sh("setsid sleep 1000 & echo $! > " + pids + "; echo started"));
    long daemon = awaitPids(pids, 1).getFirst();
    try {
      assertThat(result.ok()).isTrue();
      assertThat(result.out()).isEqualTo("started\n");
      assertThat(alive(daemon)).isTrue();
    } finally {
      ProcessHandle.of(daemon).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  void closingEndsWhatRunsAndStartsNothingMore() throws Exception {
    Path pids = folder.resolve("pids");
    Running running = shell.start(sh("echo $$ > " + pids + "; exec sleep 1000"), line -> {});
    awaitPids(pids, 1);
    shell.close();
    assertGone(pids, 1);
    assertThatThrownBy(running::await).isInstanceOf(InterruptedException.class);
    assertThatThrownBy(() -> shell.run(Command.of("true")))
        .isInstanceOf(InterruptedException.class);
    assertThatThrownBy(() -> shell.interactive(Command.of("true")))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void interactiveReturnsTheStatus() throws InterruptedException {
    assertThat(shell.interactive(sh("exit 4")).exit()).isEqualTo(4);
    assertThat(shell.interactive(Command.of("no-such-program-here")).end())
        .isEqualTo(Result.End.NOT_STARTED);
  }

  @Test
  void aWaitThatBeginsInterruptedEndsTheProgram() throws Exception {
    Path pids = folder.resolve("pids");
    Running running = shell.start(sh("echo $$ > " + pids + "; exec sleep 1000"), line -> {});
    awaitPids(pids, 1);
    Thread.currentThread().interrupt();
    assertThatThrownBy(running::await).isInstanceOf(InterruptedException.class);
    assertGone(pids, 1);
  }

  /** Another process: waits for a program that says its process number. */
  static final class Waiting {
    public static void main(String[] arguments) throws InterruptedException {
      try (HostShell own = new HostShell()) {
        own.run(sh("echo $$ > " + arguments[0] + "; exec sleep 1000"));
      }
    }
  }

  @Test
  void aSignalThatEndsTheJvmEndsWhatItStarted() throws Exception {
    Path pids = folder.resolve("pids");
    Running jvm = shell.start(java(Waiting.class, pids.toString()), line -> {});
    long program = awaitPids(pids, 1).getFirst();
    ProcessHandle.of(program).flatMap(ProcessHandle::parent).orElseThrow().destroy();
    assertThat(jvm.await().exit()).isEqualTo(143);
    assertGone(pids, 1);
  }

  /** Another process: hands its terminal to a program in which somebody presses Ctrl-C. */
  static final class Connected {
    public static void main(String[] arguments) throws InterruptedException {
      try (HostShell own = new HostShell()) {
        Result result = own.interactive(sh("kill -INT $PPID; kill -INT $$; exit 5"));
        System.out.println("program " + result.exit());
        System.out.flush();
        own.run(sh("kill -INT $PPID; exec sleep 1000"));
        System.out.println("still here");
      } catch (InterruptedException e) {
        System.out.println("interrupted");
      }
    }
  }

  @Test
  void ctrlCGoesToTheProgramWithTheTerminalAndAfterwardsToNetlabAgain() throws Exception {
    // A build in the background ignores SIGINT, and so would everything it starts.
    List<String> argv = new ArrayList<>(List.of("env", "--default-signal=INT"));
    argv.addAll(java(Connected.class).argv());
    Result jvm = shell.run(Command.of(argv));
    assertThat(jvm.out().lines().findFirst()).contains("program 130");
    assertThat(jvm.out()).doesNotContain("still here");
    assertThat(jvm.exit()).isEqualTo(130);
  }

  private static Command java(Class<?> main, String... arguments) {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    argv.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    argv.add(System.getProperty("java.class.path", ""));
    argv.add(main.getName());
    argv.addAll(List.of(arguments));
    return Command.of(argv);
  }

  private static Command sh(String script) {
    return Command.of("sh", "-c", script);
  }

  private static List<Long> awaitPids(Path file, int count) throws InterruptedException {
    return Poll.until(
            Deadline.after(Duration.ofSeconds(20)), Backoff.LOCAL, () -> pids(file, count))
        .orElseThrow();
  }

  private static Optional<List<Long>> pids(Path file, int count) {
    try {
      List<Long> pids =
          Files.readString(file).lines().map(String::strip).map(Long::valueOf).toList();
      return pids.size() == count ? Optional.of(pids) : Optional.empty();
    } catch (java.io.IOException e) {
      return Optional.empty();
    }
  }

  private static void assertGone(Path file, int count) throws InterruptedException {
    List<Long> pids = awaitPids(file, count);
    Optional<Boolean> gone =
        Poll.until(
            Deadline.after(Duration.ofSeconds(20)),
            Backoff.LOCAL,
            () ->
                pids.stream().anyMatch(HostShellTest::alive)
                    ? Optional.empty()
                    : Optional.of(true));
    assertThat(gone).as("all of %s ended", pids).isPresent();
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).map(ProcessTree::runs).orElse(false);
  }
}
