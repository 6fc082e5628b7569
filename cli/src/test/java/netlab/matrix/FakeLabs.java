package netlab.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import netlab.exec.Command;
import netlab.exec.Line;
import netlab.exec.Result;
import netlab.exec.Running;
import netlab.exec.Shell;

/** Stands for the program itself: each command of a scenario ends as the test says. */
public final class FakeLabs implements Shell {
  public static final String UP =
      """
      {"ok": true, "started_ms": 5, "verification": {"ok": true, "adjacencies": [{"ok": true}]}}
      """;
  public static final String TESTED =
      """
      {"ok": true, "tests": [{"name": "t1", "status": "passed", "took_ms": 7, "nodes": []}]}
      """;
  private static final String DOWN = "{\"ok\": true, \"undone\": 3}";

  private final Map<String, Result> answers = new TreeMap<>();

  /** What was run: {@code up r1.yml}. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** The command lines of that. */
  public final List<Command> commands = new CopyOnWriteArrayList<>();

  /** Lets commands such as {@code up bad} end like this. */
  public FakeLabs with(String command, Result result) {
    answers.put(command, result);
    return this;
  }

  /** The same for an answer with a status. */
  public FakeLabs with(String command, int exit, String out) {
    return with(command, Result.exited(exit, out, ""));
  }

  static Result tooSlow() {
    return new Result(Result.End.TIMED_OUT, 137, "", "", false, Duration.ofSeconds(9));
  }

  @Override
  public Running start(Command command, Consumer<Line> onLine) {
    List<String> argv = command.argv();
    if (!argv.contains("json")) {
      // A tool that is asked for its version.
      return ended(Result.notStarted("not here"));
    }
    int at = argv.indexOf("netlab.cli.Main") + 1;
    Path folder = command.directory().orElseThrow();
    String phase = argv.get(at);
    String name = name(folder, phase.equals("up") ? argv.get(at + 1) : "");
    commands.add(command);
    asked.add(phase + " " + name);
    Result usual =
        Result.exited(0, phase.equals("up") ? UP : phase.equals("validate") ? TESTED : DOWN, "");
    return ended(answers.getOrDefault(phase + " " + name, usual));
  }

  /**
   * The first command of a scenario leaves its name in the folder, as a lab leaves its state; not
   * one whose name begins with {@code wrong} and whose answer is given.
   */
  private String name(Path folder, String file) {
    Path state = folder.resolve(".netlab/name");
    try {
      if (file.isEmpty()) {
        return Files.readString(state);
      }
      String name = Path.of(file).getFileName().toString().replace(".yml", "");
      if (!(name.startsWith("wrong") && answers.containsKey("up " + name))) {
        Files.createDirectories(state.getParent());
        Files.writeString(state, name);
      }
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Running ended(Result result) {
    return new Running() {
      @Override
      public Result await() throws InterruptedException {
        if (result.exit() == INTERRUPTED) {
          throw new InterruptedException();
        }
        return result;
      }

      @Override
      public void stop() {}
    };
  }

  /** The exit status of a command that is interrupted while it is waited for. */
  static final int INTERRUPTED = 130;

  @Override
  public Result interactive(Command command) {
    throw new UnsupportedOperationException();
  }
}
