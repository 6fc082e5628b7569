package netlab.exec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A shell that starts nothing: it remembers what it was asked and answers as it was told. */
public final class FakeShell implements Shell {
  private final List<Command> commands = new ArrayList<>();
  private final Function<Command, Result> answer;

  /** A shell in which every command succeeds without output. */
  public FakeShell() {
    this(command -> Result.exited(0, "", ""));
  }

  /** A shell that answers with the results of the function; it may throw to play a crash. */
  public FakeShell(Function<Command, Result> answer) {
    this.answer = answer;
  }

  /** The command lines so far, in order. */
  public synchronized List<String> asked() {
    return commands.stream().map(Command::shown).toList();
  }

  /** The commands so far, in order. */
  public synchronized List<Command> commands() {
    return List.copyOf(commands);
  }

  @Override
  public Running start(Command command, Consumer<Line> onLine) {
    synchronized (this) {
      commands.add(command);
    }
    Result result = answer.apply(command);
    result.out().lines().forEach(text -> onLine.accept(new Line(text, false)));
    result.err().lines().forEach(text -> onLine.accept(new Line(text, true)));
    return new Running() {
      @Override
      public Result await() {
        return result;
      }

      @Override
      public void stop() {}
    };
  }

  @Override
  public Result interactive(Command command) {
    synchronized (this) {
      commands.add(command);
    }
    return answer.apply(command);
  }
}
