package netlab.plan;

import java.util.ArrayList;
import java.util.List;
import netlab.exec.Command;
import netlab.exec.Result;

/**
 * A command of a step, and which of its failures are none.
 *
 * @param harmless parts of error messages that say "it is so already": {@code File exists} when
 *     something is made, {@code No such file} when it is removed. A command that fails counts as
 *     done when each line of its error output has one of them.
 */
public record Action(Command command, List<String> harmless) {
  public Action {
    harmless = List.copyOf(harmless);
  }

  /** A command whose every failure counts. */
  public static Action of(Command command) {
    return new Action(command, List.of());
  }

  /** A command whose every failure counts. */
  public static Action of(String... argv) {
    return of(Command.of(argv));
  }

  /** The same action, with more messages that are no failure. */
  public Action tolerating(String... messages) {
    List<String> all = new ArrayList<>(harmless);
    all.addAll(List.of(messages));
    return new Action(command, all);
  }

  /** True when the result is what the action is for. */
  public boolean satisfiedBy(Result result) {
    if (result.ok()) {
      return true;
    }
    if (result.end() != Result.End.EXITED || harmless.isEmpty()) {
      return false;
    }
    String said = result.err().isBlank() ? result.out() : result.err();
    return !said.isBlank()
        && said.lines()
            .filter(line -> !line.isBlank())
            .allMatch(line -> harmless.stream().anyMatch(line::contains));
  }
}
